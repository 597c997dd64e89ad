#include "script/header_scanner.hpp"

#include "support/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace limbeck::script {

namespace {

using Kind = HeaderValue::Kind;
using Tokens = std::vector<HeaderToken>;

// A word of the header, and the rarest of its letters: that is what a file is searched for.
struct HeaderWord {
    std::string_view text;
    std::size_t mark;
};
constexpr std::array<HeaderWord, 4> header_words{
    {{"revision", 2}, {"branch_labels", 6}, {"depends_on", 7}, {"__doc__", 0}}};

void find_words(std::string_view source, char mark, std::vector<std::size_t>& found) {
    for (std::size_t at = source.find(mark); at != source.npos; at = source.find(mark, at + 1)) {
        for (const HeaderWord& word : header_words) {
            if (word.text[word.mark] != mark || at < word.mark) continue;
            if (source.substr(at - word.mark, word.text.size()) == word.text) found.push_back(at - word.mark);
        }
    }
}

// Where the words occur, in order: in a statement without one, nothing of the header can be bound.
std::vector<std::size_t> occurrences(std::string_view source) {
    std::vector<std::size_t> found;
    found.reserve(16);
    find_words(source, 'v', found);
    find_words(source, '_', found);
    std::sort(found.begin(), found.end());
    return found;
}

// Bytes that end_of_statement() has to look at.
constexpr std::array<bool, 256> statement_marks = [] {
    std::array<bool, 256> marks{};
    for (unsigned char c : {'\n', '\r', '#', '"', '\'', '(', '[', '{', ')', ']', '}', '\\'}) marks[c] = true;
    return marks;
}();

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

bool is_word_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_name(const HeaderToken& token, std::string_view name) {
    return token.kind == HeaderToken::Kind::Name && token.text == name;
}
bool is_operator(const HeaderToken& token, std::string_view text) {
    return token.kind == HeaderToken::Kind::Operator && token.text == text;
}

class HeaderScan {
  public:
    explicit HeaderScan(std::string_view source) : source_(source), words_(occurrences(source)) {}

    Header run();

  private:
    // What the indented lines that follow a top-level one belong to.
    enum class Block { None, Conditional, Scope };

    std::size_t skip_indent(std::size_t offset) const;
    std::size_t end_of_line(std::size_t offset) const;
    std::size_t end_of_string(std::size_t offset) const;
    std::size_t end_of_statement(std::size_t offset) const;
    bool word_before(std::size_t end);

    void top_level(std::size_t begin, std::size_t end);
    void nested(std::size_t begin, std::size_t end, std::size_t indent);
    void docstring(std::size_t begin, std::size_t end);
    bool plain_docstring(std::size_t begin, std::size_t end);
    bool plain_assignment(std::size_t begin, std::size_t end);
    bool ends_here(std::size_t offset, std::size_t end) const;
    void simple_statement(const Tokens& tokens, std::size_t begin, std::size_t end);
    void assignment(const Tokens& tokens, std::size_t begin, std::size_t end,
                    const std::vector<std::size_t>& equals);
    void target(const Tokens& tokens, std::size_t begin, std::size_t end, const HeaderValue& value);
    void import(const Tokens& tokens, std::size_t begin, std::size_t end);
    void compound(const Tokens& tokens);
    void bind(const HeaderToken& name, HeaderValue value);
    void bind_unknown(const HeaderToken& name) {
        HeaderValue value;
        value.kind = Kind::NotLiteral;
        bind(name, std::move(value));
    }
    HeaderValue* slot(std::string_view name);
    int line_of(std::size_t offset);

    std::string_view source_;
    std::vector<std::size_t> words_;
    std::size_t next_word_ = 0;
    Header header_;
    bool first_statement_ = true;
    Block block_ = Block::None;
    std::size_t scope_indent_ = std::string_view::npos;
    // Line ends are counted up to here; and up to the statement at hand, for names that are met backwards.
    struct Count {
        std::size_t offset = 0;
        int line = 1;
    };
    Count counted_;
    Count statement_;
};

Header HeaderScan::run() {
    std::size_t offset = 0;
    while (offset < source_.size()) {
        std::size_t begin = skip_indent(offset);
        if (begin >= source_.size()) break;
        char c = source_[begin];
        if (c == '\n' || c == '\r') {
            offset = begin + 1;
            continue;
        }
        if (c == '#') {
            offset = end_of_line(begin);
            continue;
        }
        std::size_t end = end_of_statement(begin);
        std::size_t indent = begin - offset;
        // A form feed starts the column anew.
        if (std::size_t feed = source_.substr(offset, indent).rfind('\f'); feed != source_.npos)
            indent -= feed + 1;
        if (first_statement_) docstring(begin, end);
        first_statement_ = false;
        if (indent == 0)
            top_level(begin, end);
        else if (block_ == Block::Conditional)
            nested(begin, end, indent);
        offset = end;
        while (next_word_ < words_.size() && words_[next_word_] < end) ++next_word_;
        if (next_word_ == words_.size()) break;
    }
    return std::move(header_);
}

std::size_t HeaderScan::skip_indent(std::size_t offset) const {
    while (offset < source_.size() && is_blank(source_[offset])) ++offset;
    return offset;
}

std::size_t HeaderScan::end_of_line(std::size_t offset) const {
    std::string_view rest = source_.substr(offset);
    rest = rest.substr(0, rest.find('\n'));
    return offset + std::min(rest.find('\r'), rest.size());
}

// Behind a string whose quote stands at `offset`. One without an end goes to its line's end, or the file's.
std::size_t HeaderScan::end_of_string(std::size_t offset) const {
    char quote = source_[offset];
    std::string_view rest = source_.substr(offset);
    bool triple = rest.size() > 2 && rest[1] == quote && rest[2] == quote;
    std::size_t i = offset + (triple ? 3 : 1);
    // A docstring is the longest part of most headers, and seldom has an escape.
    if (triple) {
        std::size_t end = std::min(source_.find(rest.substr(0, 3), i), source_.size());
        std::size_t escape = source_.substr(i, end - i).find('\\');
        if (escape == rest.npos) return std::min(end + 3, source_.size());
        i += escape;
    }
    for (; i < source_.size(); ++i) {
        char c = source_[i];
        if (c == '\\') {
            ++i;
            if (i + 1 < source_.size() && source_[i] == '\r' && source_[i + 1] == '\n') ++i;
        } else if (c == quote) {
            if (!triple) return i + 1;
            if (i + 2 < source_.size() && source_[i + 1] == quote && source_[i + 2] == quote) return i + 3;
        } else if (!triple && (c == '\n' || c == '\r')) {
            return i;
        }
    }
    return source_.size();
}

// Behind the line end of the logical line that starts at `offset`.
std::size_t HeaderScan::end_of_statement(std::size_t offset) const {
    int depth = 0;
    while (offset < source_.size()) {
        if (!statement_marks[static_cast<unsigned char>(source_[offset])]) {
            ++offset;
            continue;
        }
        switch (source_[offset]) {
        case '\n':
        case '\r':
            ++offset;
            if (depth == 0) return offset;
            continue;
        case '#':
            offset = end_of_line(offset);
            continue;
        case '"':
        case '\'':
            offset = end_of_string(offset);
            continue;
        case '(':
        case '[':
        case '{':
            ++depth;
            break;
        case ')':
        case ']':
        case '}':
            depth = std::max(0, depth - 1);
            break;
        case '\\':
            if (offset + 2 < source_.size() && source_[offset + 1] == '\r' && source_[offset + 2] == '\n')
                ++offset;
            ++offset;
            break;
        default:
            break;
        }
        ++offset;
    }
    return source_.size();
}

bool HeaderScan::word_before(std::size_t end) {
    return next_word_ < words_.size() && words_[next_word_] < end;
}

// The first statement of a file, where it is nothing but strings.
void HeaderScan::docstring(std::size_t begin, std::size_t end) {
    char c = source_[begin];
    if (c != '"' && c != '\'' && c != '(' && std::strchr("rRuU", c) == nullptr) return;
    if (plain_docstring(begin, end)) return;
    Tokens tokens = header_tokens(source_.substr(begin, end - begin));
    std::size_t count = 0;
    while (count < tokens.size() && !is_operator(tokens[count], ";")) ++count;
    HeaderValue value = literal_value(tokens, 0, count);
    bool is_text = value.kind == Kind::Text;
    if (!is_text) {
        // A wrong escape keeps a text from being read: its source stands in for it.
        bool all_strings = count > 0;
        std::string raw;
        for (std::size_t i = 0; i < count; ++i) {
            const HeaderToken& token = tokens[i];
            all_strings = all_strings && token.kind == HeaderToken::Kind::String && !token.is_bytes &&
                          !token.is_formatted;
            unescape_python(token.text, true, raw);
        }
        if (!all_strings) return;
        value.items = {raw};
    }
    value.line = line_of(begin);
    header_.docstring = std::move(value);
}

// Whether nothing but blanks and a comment stands between `offset` and the end of a statement.
bool HeaderScan::ends_here(std::size_t offset, std::size_t end) const {
    offset = skip_indent(offset);
    return offset >= end || source_[offset] == '\n' || source_[offset] == '#';
}

// The docstring that nearly every file has: three quotes, no escapes. False: it has to be looked at closely.
bool HeaderScan::plain_docstring(std::size_t begin, std::size_t end) {
    std::string_view quotes = source_.substr(begin, 3);
    if (quotes != R"(""")" && quotes != "'''") return false;
    std::size_t close = source_.find(quotes, begin + 3);
    if (close >= end || !ends_here(close + 3, end)) return false;
    std::string_view text = source_.substr(begin + 3, close - begin - 3);
    if (text.find('\\') != text.npos) return false;
    header_.docstring.kind = Kind::Text;
    header_.docstring.items.assign(1, std::string(text));
    header_.docstring.line = line_of(begin);
    return true;
}

// The assignment that nearly every header is made of: `name = 'text'` or `name = None`, annotated or not.
// False: it has to be looked at closely.
bool HeaderScan::plain_assignment(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    while (at < end && is_word_part(source_[at])) ++at;
    HeaderToken name{HeaderToken::Kind::Name, source_.substr(begin, at - begin), begin};
    if (slot(name.text) == nullptr) return false;
    at = skip_indent(at);
    if (at < end && source_[at] == ':') {
        for (++at; at < end && source_[at] != '='; ++at)
            if (!is_word_part(source_[at]) &&
                std::string_view(" [],.|").find(source_[at]) == std::string_view::npos)
                return false;
    }
    if (at + 1 >= end || source_[at] != '=' || source_[at + 1] == '=') return false;
    at = skip_indent(at + 1);
    HeaderValue value;
    if (source_.substr(at, 4) == "None" && ends_here(at + 4, end)) {
        value.kind = Kind::None;
    } else {
        if (at >= end || (source_[at] != '"' && source_[at] != '\'')) return false;
        std::size_t close = at + 1;
        while (close < end && source_[close] != source_[at] && source_[close] != '\n' &&
               source_[close] != '\\')
            ++close;
        // An empty text may be the first two of three quotes.
        if (close >= end || source_[close] != source_[at] || close == at + 1 || !ends_here(close + 1, end))
            return false;
        value.kind = Kind::Text;
        value.items.emplace_back(source_.substr(at + 1, close - at - 1));
    }
    bind(name, std::move(value));
    return true;
}

void HeaderScan::top_level(std::size_t begin, std::size_t end) {
    std::string_view statement = source_.substr(begin, end - begin);
    std::size_t word_end = 0;
    while (word_end < statement.size() && is_word_part(statement[word_end])) ++word_end;
    std::string_view first = statement.substr(0, word_end);
    block_ = Block::None;
    scope_indent_ = std::string_view::npos;
    if (first == "def" || first == "class" || statement.starts_with("async def")) {
        block_ = Block::Scope;
    } else if (first.size() >= 2 && first.size() <= 7) {
        using namespace std::string_view_literals;
        for (std::string_view keyword : {"if"sv, "elif"sv, "else"sv, "try"sv, "except"sv, "finally"sv,
                                         "with"sv, "for"sv, "while"sv, "async"sv, "match"sv})
            if (first == keyword) block_ = Block::Conditional;
    }
    if (!word_before(end)) return;
    line_of(begin);
    statement_ = counted_;
    if (block_ == Block::None && plain_assignment(begin, end)) return;
    Tokens tokens = header_tokens(statement);
    for (HeaderToken& token : tokens) token.offset += begin;
    if (block_ == Block::Scope) {
        std::size_t name = first == "def" || first == "class" ? 1 : 2;
        if (tokens.size() > name && slot(tokens[name].text)) bind_unknown(tokens[name]);
        return;
    }
    bool is_compound = block_ == Block::Conditional && first != "match";
    if (is_compound) {
        compound(tokens);
        return;
    }
    std::size_t from = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= tokens.size(); ++i) {
        if (i < tokens.size() && tokens[i].kind == HeaderToken::Kind::Operator) {
            char c = tokens[i].text.front();
            if (c == '(' || c == '[' || c == '{') ++depth;
            if (c == ')' || c == ']' || c == '}') --depth;
        }
        if (i < tokens.size() && !(depth == 0 && is_operator(tokens[i], ";"))) continue;
        if (i > from) simple_statement(tokens, from, i);
        from = i + 1;
    }
}

// A line under `if`, `try` and the like: whether it runs is not known.
void HeaderScan::nested(std::size_t begin, std::size_t end, std::size_t indent) {
    if (scope_indent_ != std::string_view::npos) {
        if (indent > scope_indent_) return;
        scope_indent_ = std::string_view::npos;
    }
    std::string_view statement = source_.substr(begin, end - begin);
    for (std::string_view keyword : {"def ", "class ", "async def "})
        if (statement.starts_with(keyword)) scope_indent_ = indent;
    if (!word_before(end)) return;
    line_of(begin);
    statement_ = counted_;
    Tokens tokens = header_tokens(statement);
    for (HeaderToken& token : tokens) token.offset += begin;
    if (scope_indent_ != std::string_view::npos) {
        for (std::size_t i = 1; i < tokens.size() && i < 3; ++i)
            if (is_name(tokens[i - 1], "def") || is_name(tokens[i - 1], "class"))
                if (slot(tokens[i].text)) bind_unknown(tokens[i]);
        return;
    }
    compound(tokens);
}

// Anything in the tokens that looks like a binding of a header's name.
void HeaderScan::compound(const Tokens& tokens) {
    int depth = 0;
    bool after_for = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const HeaderToken& token = tokens[i];
        if (token.kind == HeaderToken::Kind::Operator) {
            char c = token.text.front();
            if (c == '(' || c == '[' || c == '{') ++depth;
            if (c == ')' || c == ']' || c == '}') --depth;
        }
        if (depth == 0 && is_name(token, "for")) after_for = true;
        if (is_name(token, "in")) after_for = false;
        if (token.kind != HeaderToken::Kind::Name || slot(token.text) == nullptr) continue;
        if (i > 0 && is_operator(tokens[i - 1], ".")) continue;
        bool binds = after_for;
        if (i > 0)
            for (std::string_view word : {"as", "import", "def", "class", "del"})
                binds = binds || is_name(tokens[i - 1], word);
        if (i + 1 < tokens.size()) {
            const HeaderToken& next = tokens[i + 1];
            binds = binds || is_operator(next, ":=") || (depth == 0 && is_operator(next, "="));
            binds = binds || (next.kind == HeaderToken::Kind::Operator && next.text.size() > 1 &&
                              next.text.back() == '=' &&
                              std::string_view("=!<>").find(next.text.front()) == std::string_view::npos);
            // "revision: str = …", "revision, x = …"
            bool starts = i == 0 || is_operator(tokens[i - 1], ";") || is_operator(tokens[i - 1], ":");
            binds = binds || (starts && (is_operator(next, ":") || is_operator(next, ",")));
        }
        if (binds) bind_unknown(token);
    }
}

void HeaderScan::simple_statement(const Tokens& tokens, std::size_t begin, std::size_t end) {
    if (is_name(tokens[begin], "import") || is_name(tokens[begin], "from")) {
        import(tokens, begin, end);
        return;
    }
    if (is_name(tokens[begin], "del")) {
        for (std::size_t i = begin + 1; i < end; ++i)
            if (slot(tokens[i].text) && tokens[i].kind == HeaderToken::Kind::Name) bind_unknown(tokens[i]);
        return;
    }
    std::vector<std::size_t> equals;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const HeaderToken& token = tokens[i];
        if (token.kind != HeaderToken::Kind::Operator) continue;
        char c = token.text.front();
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (depth == 0 && token.text == "=") equals.push_back(i);
        if (token.text == ":=" && i > begin && slot(tokens[i - 1].text)) bind_unknown(tokens[i - 1]);
    }
    if (!equals.empty()) {
        assignment(tokens, begin, end, equals);
        return;
    }
    // "revision += …"
    if (end - begin > 2 && slot(tokens[begin].text) && tokens[begin].kind == HeaderToken::Kind::Name) {
        const HeaderToken& next = tokens[begin + 1];
        bool augments = next.kind == HeaderToken::Kind::Operator && next.text.size() > 1 &&
                        next.text.back() == '=' &&
                        std::string_view("=!<>:").find(next.text.front()) == std::string_view::npos;
        bool shifts = next.kind == HeaderToken::Kind::Operator && next.text.size() == 3;
        if (augments || shifts) bind_unknown(tokens[begin]);
    }
}

void HeaderScan::assignment(const Tokens& tokens, std::size_t begin, std::size_t end,
                            const std::vector<std::size_t>& equals) {
    HeaderValue value = literal_value(tokens, equals.back() + 1, end);
    for (std::size_t equal : equals) {
        target(tokens, begin, equal, value);
        begin = equal + 1;
    }
}

// One target of an assignment: a name, an annotated name, or several to unpack into.
void HeaderScan::target(const Tokens& tokens, std::size_t begin, std::size_t end, const HeaderValue& value) {
    if (begin >= end) return;
    bool is_single = end - begin == 1 || is_operator(tokens[begin + 1], ":");
    if (is_single) {
        if (tokens[begin].kind == HeaderToken::Kind::Name && slot(tokens[begin].text))
            bind(tokens[begin], value);
        return;
    }
    std::vector<std::size_t> names;
    for (std::size_t i = begin; i < end; ++i) {
        const HeaderToken& token = tokens[i];
        if (token.kind == HeaderToken::Kind::Operator && (token.text == "." || token.text == "[")) {
            // An attribute or an item, unless a list of targets opens.
            bool opens_list = token.text == "[" && (i == begin || is_operator(tokens[i - 1], ",") ||
                                                    is_operator(tokens[i - 1], "("));
            if (!opens_list) return;
        }
        if (token.kind == HeaderToken::Kind::Name) names.push_back(i);
    }
    bool fits = value.kind == Kind::Sequence && value.items.size() == names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const HeaderToken& name = tokens[names[i]];
        if (slot(name.text) == nullptr) continue;
        if (names.size() == 1 && end - begin == 3) {
            bind(name, value); // (revision) = …
        } else if (fits) {
            HeaderValue item;
            item.kind = Kind::Text;
            item.items = {value.items[i]};
            bind(name, std::move(item));
        } else {
            bind_unknown(name);
        }
    }
}

// "import a.b as revision", "from a import b, revision": what they bind comes from elsewhere.
void HeaderScan::import(const Tokens& tokens, std::size_t begin, std::size_t end) {
    bool from = is_name(tokens[begin], "from");
    std::size_t i = begin + 1;
    if (from)
        while (i < end && !is_name(tokens[i], "import")) ++i;
    for (; i < end; ++i) {
        if (tokens[i].kind != HeaderToken::Kind::Name || slot(tokens[i].text) == nullptr) continue;
        if (i > 0 && is_operator(tokens[i - 1], ".")) continue;
        bool renamed = i + 1 < end && is_name(tokens[i + 1], "as");
        if (!renamed) bind_unknown(tokens[i]);
    }
}

HeaderValue* HeaderScan::slot(std::string_view name) {
    if (name == "revision") return &header_.revision;
    if (name == "down_revision") return &header_.down_revision;
    if (name == "branch_labels") return &header_.branch_labels;
    if (name == "depends_on") return &header_.depends_on;
    if (name == "__doc__") return &header_.docstring;
    return nullptr;
}

void HeaderScan::bind(const HeaderToken& name, HeaderValue value) {
    if (value.kind == Kind::NotLiteral) {
        std::size_t end = end_of_line(name.offset);
        std::size_t begin = source_.find_last_of("\r\n", name.offset);
        begin = begin == source_.npos ? 0 : begin + 1;
        value.source = std::string(text::trim(source_.substr(begin, end - begin)));
        value.items.clear();
    }
    value.line = line_of(name.offset);
    std::size_t line_begin = source_.find_last_of("\r\n", name.offset);
    value.column = static_cast<int>(name.offset - (line_begin == source_.npos ? 0 : line_begin + 1)) + 1;
    *slot(name.text) = std::move(value);
}

// Statements come in order, so that counting goes on where it stopped.
int HeaderScan::line_of(std::size_t offset) {
    if (offset < counted_.offset) counted_ = statement_;
    while (counted_.offset < offset) {
        std::size_t next = source_.find('\n', counted_.offset);
        if (next >= offset) break;
        ++counted_.line;
        counted_.offset = next + 1;
    }
    counted_.offset = offset;
    return counted_.line;
}

} // namespace

bool Header::is_literal() const {
    return revision.is_literal() && down_revision.is_literal() && branch_labels.is_literal() &&
           depends_on.is_literal();
}

Header scan_header(std::string_view source) {
    return HeaderScan(source).run();
}

} // namespace limbeck::script
