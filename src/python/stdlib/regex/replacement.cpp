#include "python/stdlib/regex/utf.hpp"
#include "python/stdlib/regex/values.hpp"

namespace limbeck::python::regex {

namespace {

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_octal(char32_t c) {
    return c >= '0' && c <= '7';
}
bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class ReplacementParser {
  public:
    ReplacementParser(const Value& source, const PatternState& pattern)
        : source_(source), pattern_(pattern), bytes_(bytes_if(source) != nullptr) {
        if (const std::string* bytes = bytes_if(source)) {
            for (char c : *bytes) text_ += static_cast<char32_t>(static_cast<unsigned char>(c));
        } else {
            text_ = from_utf8(as_text(source));
        }
    }

    Replacement parse() {
        while (at_ < text_.size()) {
            char32_t c = text_[at_];
            if (c != '\\') {
                put(c);
                ++at_;
                continue;
            }
            if (at_ + 1 >= text_.size()) fail("bad escape (end of pattern)", at_);
            escape();
        }
        flush();
        return std::move(result_);
    }

  private:
    [[noreturn]] void fail(const std::string& sentence, std::size_t position) {
        raise_pattern_error(sentence, source_, static_cast<long>(position));
    }

    void put(char32_t c) {
        if (bytes_)
            literal_ += static_cast<char>(c);
        else
            append_utf8(literal_, c);
    }

    void flush() {
        if (!literal_.empty()) result_.parts.push_back({std::move(literal_), -1});
        literal_.clear();
    }

    void reference(std::uint32_t group, std::size_t position) {
        if (group > pattern_.program.pattern.group_count)
            fail(fmt::format("invalid group reference {}", group), position);
        flush();
        result_.parts.push_back({{}, static_cast<int>(group)});
    }

    void escape() {
        std::size_t start = at_;
        char32_t c = text_[at_ + 1];
        at_ += 2;
        if (c == 'g') return named(start);
        if (c == '0') {
            char32_t value = 0;
            for (int i = 0; i < 2 && at_ < text_.size() && is_octal(text_[at_]); ++i)
                value = value * 8 + (text_[at_++] - '0');
            put(value & 0xFF);
            return;
        }
        if (is_digit(c)) return numbered(start, c);
        switch (c) {
        case 'a':
            put(7);
            return;
        case 'b':
            put(8);
            return;
        case 'f':
            put(12);
            return;
        case 'n':
            put(10);
            return;
        case 'r':
            put(13);
            return;
        case 't':
            put(9);
            return;
        case 'v':
            put(11);
            return;
        case '\\':
            put('\\');
            return;
        default:
            break;
        }
        if (is_letter(c)) fail("bad escape \\" + std::string(1, static_cast<char>(c)), start);
        put('\\');
        put(c);
    }

    void numbered(std::size_t start, char32_t first) {
        if (at_ < text_.size() && is_digit(text_[at_])) {
            char32_t second = text_[at_++];
            if (is_octal(first) && is_octal(second) && at_ < text_.size() && is_octal(text_[at_])) {
                char32_t value = (first - '0') * 64 + (second - '0') * 8 + (text_[at_++] - '0');
                if (value > 0377)
                    fail(fmt::format("octal escape value {} outside of range 0-0o377",
                                     to_utf8(std::u32string_view(text_).substr(start, at_ - start))),
                         start);
                put(value);
                return;
            }
            return reference((first - '0') * 10 + (second - '0'), start + 1);
        }
        reference(first - '0', start + 1);
    }

    void named(std::size_t start) {
        if (at_ >= text_.size() || text_[at_] != '<') fail("missing <", at_);
        std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '>') ++at_;
        std::u32string name = text_.substr(begin, at_ - begin);
        if (at_ >= text_.size()) {
            if (name.empty()) fail("missing group name", at_);
            fail("missing >, unterminated name", begin);
        }
        ++at_;
        if (name.empty()) fail("missing group name", begin);
        if (std::all_of(name.begin(), name.end(), is_digit)) {
            std::uint32_t group = 0;
            for (char32_t digit : name)
                group = std::min<std::uint32_t>(group * 10 + (digit - '0'), 1'000'000);
            return reference(group, begin);
        }
        for (auto& [known, group] : pattern_.program.pattern.names)
            if (known == name) return reference(group, begin);
        bool identifier = !is_digit(name[0]);
        for (char32_t c : name) identifier = identifier && is_category(Category::word, c, false);
        if (!identifier) fail("bad character in group name " + quoted(name), begin);
        (void)start;
        raise(Exc::IndexError, "unknown group name " + quoted(name));
    }

    const Value& source_;
    const PatternState& pattern_;
    bool bytes_;
    std::u32string text_;
    std::size_t at_ = 0;
    std::string literal_;
    Replacement result_;
};

} // namespace

Replacement parse_replacement(const Value& text, const PatternState& pattern) {
    return ReplacementParser(text, pattern).parse();
}

} // namespace limbeck::python::regex
