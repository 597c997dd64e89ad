#include "python/lexer.hpp"

#include <doctest/doctest.h>

using namespace limbeck::python;
using K = TokenKind;

namespace {

Lexed cut(const std::string& text) {
    return tokenize(Source::decode(text, "test.py"));
}

std::vector<K> kinds(const std::string& text) {
    std::vector<K> out;
    for (const Token& token : cut(text).tokens) out.push_back(token.kind);
    return out;
}

std::string error_of(const std::string& text) {
    Lexed lexed = cut(text);
    return lexed.tokens.back().kind == K::Error ? lexed.error.message : "";
}

} // namespace

TEST_CASE("lexer: indents and dedents stand between the lines, blank and comment lines do not count") {
    CHECK(kinds("if a:\n\n    # comment\n    b\n  # odd\n\nc\n") ==
          std::vector<K>{K::KeywordIf, K::Name, K::Colon, K::Newline, K::Indent, K::Name, K::Newline,
                         K::Dedent, K::Name, K::Newline, K::End});
    CHECK(kinds("if a:\n\tb") == std::vector<K>{K::KeywordIf, K::Name, K::Colon, K::Newline, K::Indent,
                                                K::Name, K::Newline, K::Dedent, K::End});
    CHECK(kinds("") == std::vector<K>{K::End});
    CHECK(kinds("\n# only a comment") == std::vector<K>{K::End});
}

TEST_CASE("lexer: lines are joined in brackets and by backslashes") {
    CHECK(kinds("(a,\n  # comment\nb)\n") ==
          std::vector<K>{K::LeftParen, K::Name, K::Comma, K::Name, K::RightParen, K::Newline, K::End});
    CHECK(kinds("a \\\n  b\n") == std::vector<K>{K::Name, K::Name, K::Newline, K::End});
    CHECK(error_of("a \\ b\n") == "unexpected character after line continuation character");
    CHECK(error_of("a \\\n") == "unexpected EOF while parsing");
}

TEST_CASE("lexer: positions count bytes, lines go on inside triple quotes") {
    Lexed lexed = cut("é = '''a\nb''' + x\n");
    const Token& text = lexed.tokens[2];
    CHECK(text.kind == K::String);
    CHECK(text.line == 1);
    CHECK(text.column == 5);
    CHECK(text.end_line == 2);
    CHECK(text.end_column == 4);
    CHECK(lexed.tokens[3].line == 2);
    CHECK(lexed.tokens[3].column == 5);
}

TEST_CASE("lexer: the longest operator wins") {
    CHECK(kinds("a**=b//c>>=d->e:=f!=g...") ==
          std::vector<K>{K::Name, K::DoubleStarEqual, K::Name, K::DoubleSlash, K::Name, K::RightShiftEqual,
                         K::Name, K::Arrow, K::Name, K::ColonEqual, K::Name, K::NotEqual, K::Name,
                         K::Ellipsis, K::Newline, K::End});
}

TEST_CASE("lexer: f-strings are cut into texts, fields and specs") {
    CHECK(kinds("f'a{{b{c!r:>{d}}e'") == std::vector<K>{K::FStringStart, K::StringText, K::LeftBrace, K::Name,
                                                        K::Exclamation, K::Name, K::Colon, K::StringText,
                                                        K::LeftBrace, K::Name, K::RightBrace, K::RightBrace,
                                                        K::StringText, K::StringEnd, K::Newline, K::End});
    CHECK(kinds("f'{a[':']}'") == std::vector<K>{K::FStringStart, K::LeftBrace, K::Name, K::LeftBracket,
                                                 K::String, K::RightBracket, K::RightBrace, K::StringEnd,
                                                 K::Newline, K::End});
    CHECK(error_of("f'}'") == "f-string: single '}' is not allowed");
    CHECK(error_of("f'{a:{b:{c:{d}}}}'") == "f-string: expressions nested too deeply");
    CHECK(error_of("t'{a") == "'{' was never closed");
    CHECK(error_of("f'''{a}") == "unterminated triple-quoted f-string literal (detected at line 1)");
}

TEST_CASE("lexer: names beyond ASCII are checked and normalised") {
    CHECK(cut("ﬁn").tokens[0].name == Identifier::intern("fin"));
    CHECK(cut("ªº").tokens[0].name == Identifier::intern("ao"));
    CHECK(error_of("a€b") == "invalid character '€' (U+20AC)");
    CHECK(error_of("a\xC2\xA0= 1") == "invalid non-printable character U+00A0");
    CHECK(error_of("\x01") == "invalid non-printable character U+0001");
}

TEST_CASE("lexer: numbers that are none") {
    CHECK(error_of("1__0") == "invalid decimal literal");
    CHECK(error_of("1_") == "invalid decimal literal");
    CHECK(error_of("1a") == "invalid decimal literal");
    CHECK(error_of("0x") == "invalid hexadecimal literal");
    CHECK(error_of("0b12") == "invalid digit '2' in binary literal");
    CHECK(error_of("0o8") == "invalid digit '8' in octal literal");
    CHECK(error_of("1jx") == "invalid imaginary literal");
    CHECK(error_of("1e+") == "invalid decimal literal");
    CHECK(error_of("012") ==
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
    CHECK(error_of("012.5 + 09e1 + 00") == "");
}

TEST_CASE("lexer: indentation that does not fit") {
    CHECK(error_of("if a:\n    b\n  c\n") == "unindent does not match any outer indentation level");
    CHECK(error_of("if a:\n        b\n\tc\n") == "inconsistent use of tabs and spaces in indentation");
    std::string deep;
    for (int level = 0; level < 101; ++level)
        deep += std::string(static_cast<std::size_t>(level), ' ') + "if a:\n";
    CHECK(error_of(deep) == "too many levels of indentation");
    CHECK(error_of(std::string(201, '(')) == "too many nested parentheses");
}
