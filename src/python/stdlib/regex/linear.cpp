#include "python/stdlib/regex/linear.hpp"

#include <re2/re2.h>

namespace limbeck::python::regex {

namespace {

struct NoTranslation {};

class Translator {
  public:
    explicit Translator(const Pattern& pattern) : pattern_(pattern) {}
    std::string out;
    bool has_end = false;

    void node(const Node& node) {
        switch (node.kind) {
        case NodeKind::sequence:
            for (const auto& child : node.children) this->node(*child);
            break;
        case NodeKind::alternate:
            out += "(?:";
            for (std::size_t i = 0; i < node.children.size(); ++i) {
                if (i) out += '|';
                this->node(*node.children[i]);
            }
            out += ')';
            break;
        case NodeKind::literal:
            if (node.ignore_case) out += "(?i:";
            character(node.character);
            if (node.ignore_case) out += ')';
            break;
        case NodeKind::any:
            out += node.dot_all ? "(?s:.)" : "[^\\n]";
            break;
        case NodeKind::set:
            set(pattern_.sets[node.number]);
            break;
        case NodeKind::group:
            out += node.number ? "(" : "(?:";
            this->node(*node.children[0]);
            out += ')';
            break;
        case NodeKind::repeat:
            repeat(node);
            break;
        case NodeKind::at:
            at(node.at);
            break;
        case NodeKind::reference:
        case NodeKind::look:
        case NodeKind::atomic:
        case NodeKind::conditional:
            throw NoTranslation{};
        }
    }

  private:
    void character(char32_t c) {
        if (c >= 128) throw NoTranslation{};
        out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    }

    void set(const CharacterSet& set) {
        // Only ASCII text is taken: the members below 128 say all.
        std::string inside;
        for (unsigned c = 0; c < 128; ++c)
            if (set.contains(c)) inside += fmt::format("\\x{:02x}", c);
        if (inside.empty()) throw NoTranslation{};
        out += '[' + inside + ']';
    }

    void repeat(const Node& node) {
        const Node& body = *node.children[0];
        if (node.greed == Greed::possessive || width(body, {}).minimum == 0) throw NoTranslation{};
        if (node.minimum > 1000 || (node.maximum != unlimited && node.maximum > 1000)) throw NoTranslation{};
        out += "(?:";
        this->node(body);
        out += ')';
        if (node.maximum == unlimited)
            out += fmt::format("{{{},}}", node.minimum);
        else
            out += fmt::format("{{{},{}}}", node.minimum, node.maximum);
        if (node.greed == Greed::lazy) out += '?';
    }

    void at(At where) {
        switch (where) {
        case At::start:
        case At::text_start:
            out += "\\A";
            break;
        case At::line_start:
            out += "(?m:^)";
            break;
        case At::end:
            has_end = true;
            out += "\\z";
            break;
        case At::line_end:
            out += "(?m:$)";
            break;
        case At::text_end:
            out += "\\z";
            break;
        case At::boundary:
            out += "\\b";
            break;
        case At::not_boundary:
            out += "\\B";
            break;
        }
    }

    const Pattern& pattern_;
};

} // namespace

Linear::Linear(std::unique_ptr<re2::RE2> expression, std::uint32_t groups, bool has_end)
    : expression_(std::move(expression)), groups_(groups), has_end_(has_end) {}

Linear::~Linear() = default;

std::unique_ptr<Linear> Linear::translate(const Pattern& pattern) {
    Translator translator(pattern);
    try {
        translator.node(*pattern.root);
    } catch (const NoTranslation&) {
        return nullptr;
    }
    re2::RE2::Options options(re2::RE2::Latin1);
    options.set_log_errors(false);
    auto expression = std::make_unique<re2::RE2>(translator.out, options);
    if (!expression->ok()) return nullptr;
    return std::unique_ptr<Linear>(
        new Linear(std::move(expression), pattern.group_count, translator.has_end));
}

bool Linear::accepts(const Subject& text, std::size_t end) const {
    if (text.wide) return false;
    auto bytes = static_cast<const unsigned char*>(text.data);
    if (has_end_ && end > 0 && bytes[end - 1] == '\n') return false;
    for (std::size_t i = 0; i < end; ++i)
        if (bytes[i] >= 128) return false;
    return true;
}

bool Linear::find(const Subject& text, std::size_t position, std::size_t end, Mode mode, Found& found) const {
    re2::StringPiece whole(static_cast<const char*>(text.data), end);
    std::vector<re2::StringPiece> parts(groups_ + 1);
    auto anchor = mode == Mode::search  ? re2::RE2::UNANCHORED
                  : mode == Mode::match ? re2::RE2::ANCHOR_START
                                        : re2::RE2::ANCHOR_BOTH;
    if (!expression_->Match(whole, position, end, anchor, parts.data(), static_cast<int>(parts.size())))
        return false;
    found.groups.assign(groups_ + 1, Span{});
    found.last_group = 0;
    long latest = -1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].data()) continue;
        long start = parts[i].data() - whole.data();
        found.groups[i] = {start, start + static_cast<long>(parts[i].size())};
        // Of groups that end at the same place the outer one, which stands first, closed last.
        if (i > 0 && found.groups[i].end > latest) {
            latest = found.groups[i].end;
            found.last_group = static_cast<std::uint32_t>(i);
        }
    }
    return true;
}

} // namespace limbeck::python::regex
