// Strings: plain ones are one token; f-strings and t-strings are cut into their texts, fields and format
// specs.
#include <fmt/format.h>

#include "python/lexer_state.hpp"

namespace limbeck::python {

// Cuts the string whose prefix letters begin here; false where these letters are no such prefix.
bool Lexer::string_after_prefix() {
    StringPrefix prefix;
    const char* p = at_;
    for (int letters = 0; letters < 2; ++letters, ++p) {
        char lower = static_cast<char>(*p | 0x20);
        bool any = prefix.raw || prefix.bytes || prefix.u_prefix || prefix.formatted;
        if (lower == 'r' && !prefix.raw && !prefix.u_prefix) {
            prefix.raw = true;
        } else if (lower == 'b' && !prefix.bytes && !prefix.u_prefix && !prefix.formatted) {
            prefix.bytes = true;
        } else if (lower == 'u' && !any) {
            prefix.u_prefix = true;
        } else if ((lower == 'f' || lower == 't') && !prefix.formatted && !prefix.bytes && !prefix.u_prefix) {
            prefix.formatted = lower;
        } else {
            break;
        }
    }
    if (p == at_ || (*p != '"' && *p != '\'')) return false;
    const char* start = at_;
    at_ = p;
    // Only the lower-case prefix is remembered in the tree.
    prefix.u_prefix = prefix.u_prefix && *start == 'u';
    string(start, prefix);
    return true;
}

// The opening quote is here.
void Lexer::string(const char* start, StringPrefix prefix) {
    char quote = *at_;
    int quote_size = at_[1] == quote && at_[2] == quote ? 3 : 1;
    if (prefix.formatted) {
        begin_formatted_string(start, prefix, quote_size);
        return;
    }
    std::int32_t first_line = line_;
    std::int32_t first_column = column_of(start);
    at_ += quote_size;
    for (;; ++at_) {
        if (*at_ == quote) {
            if (quote_size == 1) break;
            if (at_[1] == quote && at_[2] == quote) break;
        } else if (*at_ == '\\') {
            ++at_;
            if (*at_ == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            }
            if (at_ == end_) --at_;
        } else if (*at_ == '\n') {
            if (quote_size == 1) {
                // A quote like that of the f-string around it: the field lacks its brace.
                if (!strings_.empty() && strings_.back().quote == quote && strings_.back().quote_size == 1) {
                    line_ = first_line;
                    result_.error = {fmt::format("{}-string: expecting '}}'", strings_.back().kind_letter),
                                     SyntaxErrorKind::Syntax, first_line, first_column, false};
                    throw Stop{};
                }
                unterminated_string("string literal", first_line, first_column, line_);
            }
            ++line_;
            line_start_ = at_ + 1;
        } else if (at_ == end_) {
            if (quote_size == 1) unterminated_string("string literal", first_line, first_column, line_);
            // The line end that decoding added is no line of its own.
            unterminated_string("triple-quoted string literal", first_line, first_column,
                                at_[-1] == '\n' ? line_ - 1 : line_);
        }
    }
    at_ += quote_size;
    Token& token = push(TokenKind::String, start);
    token.line = first_line;
    token.column = first_column;
    token.raw = prefix.raw;
    token.bytes = prefix.bytes;
    token.u_prefix = prefix.u_prefix;
}

void Lexer::begin_formatted_string(const char* start, StringPrefix prefix, int quote_size) {
    if (strings_.size() >= max_formatted_strings) fail("too many nested f-strings or t-strings", start);
    strings_.push_back(
        {*at_, quote_size, prefix.raw, prefix.formatted, true, false, {}, line_, column_of(start)});
    at_ += quote_size;
    Token& token = push(prefix.formatted == 'f' ? TokenKind::FStringStart : TokenKind::TStringStart, start);
    token.raw = prefix.raw;
}

// Text up to a field, the end of a format spec, or the closing quotes; then what ended it.
void Lexer::string_text() {
    FormattedString& string = strings_.back();
    const char* start = at_;
    std::int32_t first_line = line_;
    std::int32_t first_column = column_of(start);
    auto flush = [&] {
        if (at_ == start) return;
        Token& token = push(TokenKind::StringText, start);
        token.line = first_line;
        token.column = first_column;
        token.raw = string.raw;
    };
    for (;; ++at_) {
        char c = *at_;
        if (c == string.quote && (string.quote_size == 1 || (at_[1] == c && at_[2] == c))) {
            if (!string.fields.empty())
                fail(fmt::format("{}-string: expecting '}}'", string.kind_letter), at_);
            flush();
            end_formatted_string();
            return;
        }
        if (c == '{') {
            if (at_[1] == '{' && !string.in_spec) {
                ++at_;
                continue;
            }
            flush();
            begin_field();
            return;
        }
        if (c == '}') {
            if (string.in_spec) {
                flush();
                string.in_text = false;
                return;
            }
            if (at_[1] != '}')
                fail(fmt::format("{}-string: single '}}' is not allowed", string.kind_letter), at_);
            ++at_;
        } else if (c == '\\') {
            if (at_[1] == '{' || at_[1] == '}') continue;
            ++at_;
            if (*at_ == 'N' && at_[1] == '{' && !string.raw) {
                while (*at_ != '}' && *at_ != '\n' && *at_ != string.quote && at_ != end_) ++at_;
                if (*at_ != '}') --at_;
            } else if (*at_ == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            } else if (at_ == end_) {
                --at_;
            }
        } else if (c == '\n' && string.quote_size == 3) {
            ++line_;
            line_start_ = at_ + 1;
        } else if (c == '\n' || at_ == end_) {
            if (c == '\n' && string.in_spec) {
                fail(fmt::format("{}-string: newlines are not allowed in format specifiers for single quoted "
                                 "{}-strings",
                                 string.kind_letter, string.kind_letter),
                     at_);
            }
            std::string what = fmt::format(
                "{}{}-string literal", string.quote_size == 3 ? "triple-quoted " : "", string.kind_letter);
            unterminated_string(what, string.line, string.column,
                                at_ == end_ && at_[-1] == '\n' ? line_ - 1 : line_);
        }
    }
}

void Lexer::end_formatted_string() {
    const char* start = at_;
    at_ += strings_.back().quote_size;
    push(TokenKind::StringEnd, start);
    strings_.pop_back();
}

void Lexer::begin_field() {
    FormattedString& string = strings_.back();
    if (string.fields.size() >= max_nested_fields) {
        fail(fmt::format("{}-string: expressions nested too deeply", string.kind_letter), at_ - 1);
    }
    const char* start = at_++;
    open_bracket(start);
    string.fields.push_back(brackets_.size());
    string.in_text = false;
}

void Lexer::close_field(const char* start) {
    FormattedString& string = strings_.back();
    push(TokenKind::RightBrace, start);
    brackets_.pop_back();
    string.fields.pop_back();
    string.in_text = true;
    string.in_spec = !string.fields.empty();
}

void Lexer::unterminated_string(std::string_view what, std::int32_t line, std::int32_t column,
                                int detected_at) {
    result_.error = {fmt::format("unterminated {} (detected at line {})", what, detected_at),
                     SyntaxErrorKind::Syntax, line, column, false};
    throw Stop{};
}

} // namespace limbeck::python
