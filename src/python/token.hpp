// Tokens: what the lexer cuts the text into and the parser reads.
#pragma once

#include <cstdint>

#include "python/identifier.hpp"

namespace limbeck::python {

enum class TokenKind : std::uint8_t {
    End,
    Error, // the lexer could not go on: see Lexed::error
    Newline,
    Indent,
    Dedent,
    LazyBody, // the lines of a function's body that are not to be cut yet
    Name,
    Number,
    String,       // prefix, quotes and all
    FStringStart, // prefix and opening quotes
    TStringStart,
    StringText, // between the fields of an f-string or t-string; `{{` still doubled
    StringEnd,  // its closing quotes

    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    ColonEqual,
    Exclamation, // only before a conversion in an f-string
    Unknown,     // `$`, `?`, a backquote: no rule takes it

    // Binary operators, then their augmented assignments in the same order.
    Plus,
    Minus,
    Star,
    At,
    Slash,
    Percent,
    DoubleStar,
    LeftShift,
    RightShift,
    VerticalBar,
    Circumflex,
    Ampersand,
    DoubleSlash,
    PlusEqual,
    MinusEqual,
    StarEqual,
    AtEqual,
    SlashEqual,
    PercentEqual,
    DoubleStarEqual,
    LeftShiftEqual,
    RightShiftEqual,
    VerticalBarEqual,
    CircumflexEqual,
    AmpersandEqual,
    DoubleSlashEqual,

    Tilde,
    Equal,
    EqualEqual,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,

    KeywordFalse,
    KeywordNone,
    KeywordTrue,
    KeywordAnd,
    KeywordAs,
    KeywordAssert,
    KeywordAsync,
    KeywordAwait,
    KeywordBreak,
    KeywordClass,
    KeywordContinue,
    KeywordDef,
    KeywordDel,
    KeywordElif,
    KeywordElse,
    KeywordExcept,
    KeywordFinally,
    KeywordFor,
    KeywordFrom,
    KeywordGlobal,
    KeywordIf,
    KeywordImport,
    KeywordIn,
    KeywordIs,
    KeywordLambda,
    KeywordNonlocal,
    KeywordNot,
    KeywordOr,
    KeywordPass,
    KeywordRaise,
    KeywordReturn,
    KeywordTry,
    KeywordWhile,
    KeywordWith,
    KeywordYield,
};

constexpr int token_kind_count = static_cast<int>(TokenKind::KeywordYield) + 1;

inline bool is_keyword(TokenKind kind) {
    return kind >= TokenKind::KeywordFalse;
}
// Newline, Indent, Dedent and the end: what has no text of its own.
inline bool is_layout(TokenKind kind) {
    return kind == TokenKind::Newline || kind == TokenKind::Indent || kind == TokenKind::Dedent ||
           kind == TokenKind::End || kind == TokenKind::Error;
}

struct Token {
    TokenKind kind{};
    // Of a string: its prefix.
    bool raw = false;
    bool bytes = false;
    bool u_prefix = false;
    std::uint32_t start = 0; // byte offsets in the source text
    std::uint32_t end = 0;
    // Lines from 1, byte columns from 0, as in ast::Span.
    std::int32_t line = 0;
    std::int32_t column = 0;
    std::int32_t end_line = 0;
    std::int32_t end_column = 0;
    Identifier name; // of a Name or keyword
};

} // namespace limbeck::python
