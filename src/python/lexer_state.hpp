// The lexer's inside, shared by its files: lexer.cpp (lines, names, operators), lexer_numbers.cpp,
// lexer_strings.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "python/lexer.hpp"

namespace limbeck::python {

class IdentifierCache;

enum class CharacterClass : std::uint8_t {
    Other,
    NameStart,
    Digit,
    Quote,
    Operator,
    Newline,
    Comment,
    Backslash,
    Dot,
    End,
};

extern const std::array<CharacterClass, 256> character_classes;
extern const std::array<bool, 256> name_characters; // ASCII letters, digits and `_`

inline bool is_ascii_name_character(char c) {
    return name_characters[static_cast<unsigned char>(c)];
}
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Lexer {
  public:
    Lexer(const Source& source, const LexerOptions& options, std::vector<Token> memory);

    Lexed run();

  private:
    // Thrown by `fail` once result_.error is set; never leaves run().
    struct Stop {};

    struct Indent {
        int column;
        int other_column;
    };
    struct Bracket {
        char character;
        std::int32_t line;
        std::int32_t column;
    };
    struct StringPrefix {
        bool raw = false;
        bool bytes = false;
        bool u_prefix = false;
        char formatted = 0; // 'f' or 't'
    };
    // An f-string or t-string that has begun and not ended.
    struct FormattedString {
        char quote;
        int quote_size; // 1 or 3
        bool raw;
        char kind_letter;    // 'f' or 't'
        bool in_text = true; // in its own text or a format spec, not in a field's expression
        bool in_spec = false;
        // For each open field, how many brackets were open with its brace.
        std::vector<std::size_t> fields;
        // Where it began.
        std::int32_t line;
        std::int32_t column;
    };

    bool next();
    bool finish();

    void newline();
    void continuation();
    void indentation();
    bool skip_lazy_lines();
    void indent_to(int column, int other_column);
    [[noreturn]] void inconsistent_tabs();

    void name();
    void unicode_name(const char* start);
    void operator_();
    void open_bracket(const char* start);
    void close_bracket(const char* start);
    [[noreturn]] void unclosed_bracket();

    void number();
    void decimal_number(const char* start);
    void radix_number(const char* start);
    bool digits();
    void check_end_of_number(const char* start, std::string_view kind);

    bool string_after_prefix();
    void string(const char* start, StringPrefix prefix);
    void begin_formatted_string(const char* start, StringPrefix prefix, int quote_size);
    void string_text();
    void end_formatted_string();
    void begin_field();
    void close_field(const char* start);
    // Directly inside the braces of a field, in no bracket of its expression.
    bool at_field_level() const {
        return !strings_.empty() && !strings_.back().fields.empty() &&
               strings_.back().fields.back() == brackets_.size();
    }
    [[noreturn]] void unterminated_string(std::string_view what, std::int32_t line, std::int32_t column,
                                          int detected_at);

    void begin_line();
    std::int32_t column_of(const char* p) const { return static_cast<std::int32_t>(p - line_start_); }
    // A token from `start` to here, on one line.
    Token& push(TokenKind kind, const char* start);
    [[noreturn]] void fail(std::string message, const char* where,
                           SyntaxErrorKind kind = SyntaxErrorKind::Syntax);

    static constexpr std::size_t max_indents = 100;
    static constexpr std::size_t max_brackets = 200;
    static constexpr std::size_t max_formatted_strings = 150;
    static constexpr std::size_t max_nested_fields = 3;

    const char* text_;
    const char* at_;
    const char* end_; // there is a zero byte there
    const char* line_start_;
    std::int32_t line_;
    bool at_line_start_ = true;
    LazyParts lazy_; // those still to come
    std::uint32_t first_byte_;
    std::vector<Indent> indents_{{0, 0}};
    std::vector<Bracket> brackets_;
    std::vector<FormattedString> strings_;
    IdentifierCache& names_;
    Lexed result_;
};

} // namespace limbeck::python
