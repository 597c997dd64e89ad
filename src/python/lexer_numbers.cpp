// Numbers: their form is checked here, their value is computed by number_literal.cpp.
#include <fmt/format.h>

#include "python/lexer_state.hpp"

namespace limbeck::python {

namespace {

bool is_digit_of(char c, int radix) {
    if (radix == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && c < '0' + radix;
}

bool starts_with_word(const char* p, std::string_view word) {
    for (char c : word) {
        if (*p++ != c) return false;
    }
    return true;
}

} // namespace

void Lexer::number() {
    const char* start = at_;
    char second = *at_ == '0' ? static_cast<char>(at_[1] | 0x20) : '\0';
    if (second == 'x' || second == 'o' || second == 'b') {
        radix_number(start);
    } else {
        decimal_number(start);
    }
    push(TokenKind::Number, start);
}

void Lexer::radix_number(const char* start) {
    char letter = static_cast<char>(at_[1] | 0x20);
    int radix = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    std::string_view kind = letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary";
    at_ += 2;
    do {
        if (*at_ == '_') ++at_;
        if (!is_digit_of(*at_, radix)) {
            if (is_digit(*at_)) fail(fmt::format("invalid digit '{}' in {} literal", *at_, kind), at_);
            fail(fmt::format("invalid {} literal", kind), at_ - 1);
        }
        while (is_digit_of(*at_, radix)) ++at_;
    } while (*at_ == '_');
    if (is_digit(*at_)) fail(fmt::format("invalid digit '{}' in {} literal", *at_, kind), at_);
    check_end_of_number(start, kind);
}

void Lexer::decimal_number(const char* start) {
    std::string_view kind = "decimal";
    bool leading_zero = false;
    if (*at_ == '0') {
        // Only zeros may follow, unless it turns out a float.
        while (*at_ == '0' || (*at_ == '_' && is_digit(at_[1]))) ++at_;
        leading_zero = is_digit(*at_);
        if (*at_ == '_') fail("invalid decimal literal", at_);
    }
    if (*at_ != '.') digits();
    bool is_float = false;
    if (*at_ == '.') {
        is_float = true;
        ++at_;
        if (is_digit(*at_)) digits();
    }
    if (*at_ == 'e' || *at_ == 'E') {
        const char* exponent = at_;
        ++at_;
        if (*at_ == '+' || *at_ == '-') {
            ++at_;
            if (!is_digit(*at_)) fail("invalid decimal literal", exponent);
        }
        if (is_digit(*at_)) {
            is_float = true;
            digits();
        } else {
            // `1else`: the name begins at the letter.
            at_ = exponent;
        }
    }
    if (*at_ == 'j' || *at_ == 'J') {
        ++at_;
        check_end_of_number(start, "imaginary");
        return;
    }
    if (leading_zero && !is_float) {
        const char* digit = start;
        while (*digit == '0' || *digit == '_') ++digit;
        fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
             "integers",
             start);
    }
    check_end_of_number(start, kind);
}

// Digits with single underscores between them.
bool Lexer::digits() {
    while (is_digit(*at_)) {
        ++at_;
        if (*at_ == '_') {
            if (!is_digit(at_[1])) fail("invalid decimal literal", at_);
            ++at_;
        }
    }
    return true;
}

// A name may not follow directly, except for the keywords that old code runs into numbers: `1if x else 2`.
void Lexer::check_end_of_number(const char*, std::string_view kind) {
    if (!is_ascii_name_character(*at_) && static_cast<unsigned char>(*at_) < 0x80) return;
    for (std::string_view word : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
        if (starts_with_word(at_, word)) return;
    }
    fail(fmt::format("invalid {} literal", kind), at_ - 1);
}

} // namespace limbeck::python
