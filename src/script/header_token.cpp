#include "script/header_scanner.hpp"

#include "python/string_literal.hpp"
#include "support/text.hpp"

#include <algorithm>

namespace limbeck::script {

namespace {

bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) {
    return is_name_start(c) || (c >= '0' && c <= '9');
}

bool is_string_prefix(std::string_view name) {
    if (name.size() > 2) return false;
    std::string lower = text::to_lower(name);
    for (std::string_view prefix : {"r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"})
        if (lower == prefix) return true;
    return false;
}

// A string that starts with its quote at `offset`; moves behind it.
std::string_view read_string(std::string_view text, std::size_t& offset) {
    char quote = text[offset];
    bool triple = text.substr(offset).starts_with(std::string(3, quote));
    offset += triple ? 3 : 1;
    std::size_t begin = offset;
    while (offset < text.size()) {
        char c = text[offset];
        if (c == '\\') {
            offset += text.substr(offset + 1).starts_with("\r\n") ? 3 : 2;
            continue;
        }
        if (c == quote && (!triple || text.substr(offset).starts_with(std::string(3, quote)))) {
            std::string_view inner = text.substr(begin, offset - begin);
            offset += triple ? 3 : 1;
            return inner;
        }
        if (!triple && (c == '\n' || c == '\r')) break;
        ++offset;
    }
    offset = std::min(offset, text.size());
    return text.substr(begin, offset - begin);
}

} // namespace

bool unescape_python(std::string_view text, bool is_raw, std::string& out) {
    if (is_raw || text.find('\\') == text.npos) {
        out += text;
        return true;
    }
    python::string_literal::Result result = python::string_literal::unescape(text);
    out += result.text;
    return result.error.empty();
}

std::vector<HeaderToken> header_tokens(std::string_view text) {
    using Kind = HeaderToken::Kind;
    std::vector<HeaderToken> tokens;
    for (std::size_t i = 0; i < text.size();) {
        char c = text[i];
        if (text::is_space(c) || c == '\\') {
            ++i;
        } else if (c == '#') {
            while (i < text.size() && text[i] != '\n' && text[i] != '\r') ++i;
        } else if (c == '"' || c == '\'') {
            std::size_t offset = i;
            HeaderToken token{Kind::String, read_string(text, i), offset};
            // The prefix was taken for a name.
            if (!tokens.empty() && tokens.back().kind == Kind::Name &&
                tokens.back().offset + tokens.back().text.size() == offset &&
                is_string_prefix(tokens.back().text)) {
                std::string prefix = text::to_lower(tokens.back().text);
                token.offset = tokens.back().offset;
                token.is_raw = prefix.find('r') != prefix.npos;
                token.is_bytes = prefix.find('b') != prefix.npos;
                token.is_formatted = prefix.find_first_of("ft") != prefix.npos;
                tokens.pop_back();
            }
            tokens.push_back(token);
        } else if (is_name_start(c)) {
            std::size_t begin = i;
            while (i < text.size() && is_name_part(text[i])) ++i;
            tokens.push_back({Kind::Name, text.substr(begin, i - begin), begin});
        } else if (c >= '0' && c <= '9') {
            std::size_t begin = i;
            while (i < text.size() && (is_name_part(text[i]) || text[i] == '.')) ++i;
            tokens.push_back({Kind::Other, text.substr(begin, i - begin), begin});
        } else {
            // "==", "<=", "+=", ":=", "**=": an operator and the "=" at its end are one.
            std::size_t begin = i++;
            constexpr std::string_view joins = "=!<>+-*/%&|^@:";
            if (joins.find(c) != joins.npos) {
                if (i < text.size() && text[i] == c && (c == '*' || c == '/' || c == '<' || c == '>')) ++i;
                if (i < text.size() && text[i] == '=') ++i;
            }
            tokens.push_back({Kind::Operator, text.substr(begin, i - begin), begin});
        }
    }
    return tokens;
}

namespace {

// Reads a value from tokens: a parser for the few literals that a header can be.
class LiteralReader {
  public:
    LiteralReader(const std::vector<HeaderToken>& tokens, std::size_t begin, std::size_t end)
        : tokens_(tokens), at_(begin), end_(end) {}

    HeaderValue read() {
        if (at_ == end_) return of_kind(Kind::NotLiteral);
        HeaderValue value = items(false);
        return at_ == end_ ? value : of_kind(Kind::NotLiteral);
    }

  private:
    using Kind = HeaderValue::Kind;

    bool is(std::string_view text) const {
        return at_ < end_ && tokens_[at_].kind != HeaderToken::Kind::String && tokens_[at_].text == text;
    }

    bool at_close() const { return at_ >= end_ || is(")") || is("]") || is("}"); }

    static HeaderValue of_kind(Kind kind) {
        HeaderValue value;
        value.kind = kind;
        return value;
    }

    // One value, or several with commas between them; `is_list` where one alone is a sequence too.
    HeaderValue items(bool is_list) {
        HeaderValue sequence = of_kind(Kind::Sequence);
        bool has_none = false;
        while (!at_close()) {
            HeaderValue item = element();
            if (sequence.items.empty() && !has_none && !is_list && at_close()) return item;
            if (item.kind == Kind::None && sequence.items.empty() && !has_none)
                has_none = true;
            else if (item.kind == Kind::Text && !has_none)
                sequence.items.push_back(item.items.front());
            else
                return of_kind(Kind::NotLiteral);
            if (at_close()) break;
            if (!is(",")) return of_kind(Kind::NotLiteral);
            ++at_;
            is_list = true;
        }
        // (None,) is None to the reference.
        return has_none ? of_kind(Kind::None) : sequence;
    }

    HeaderValue element() {
        if (at_ < end_ && tokens_[at_].kind == HeaderToken::Kind::String) return strings();
        if (is("None")) {
            ++at_;
            return of_kind(Kind::None);
        }
        for (std::string_view brackets : {"()", "[]", "{}"}) {
            if (!is(brackets.substr(0, 1)) || depth_ > 32) continue;
            ++at_;
            ++depth_;
            HeaderValue value = items(brackets != "()");
            --depth_;
            if (!is(brackets.substr(1))) return of_kind(Kind::NotLiteral);
            ++at_;
            return value;
        }
        return of_kind(Kind::NotLiteral);
    }

    HeaderValue strings() {
        HeaderValue value = of_kind(Kind::Text);
        std::string text;
        for (; at_ < end_ && tokens_[at_].kind == HeaderToken::Kind::String; ++at_) {
            const HeaderToken& token = tokens_[at_];
            bool plain = !token.is_bytes && !token.is_formatted;
            if (!plain || !unescape_python(token.text, token.is_raw, text)) value.kind = Kind::NotLiteral;
        }
        value.items.push_back(std::move(text));
        return value;
    }

    const std::vector<HeaderToken>& tokens_;
    std::size_t at_;
    std::size_t end_;
    int depth_ = 0;
};

} // namespace

HeaderValue literal_value(const std::vector<HeaderToken>& tokens, std::size_t begin, std::size_t end) {
    return LiteralReader(tokens, begin, end).read();
}

} // namespace limbeck::script
