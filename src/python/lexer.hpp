// From text to tokens: indentation, line joining, names, numbers, strings and the pieces of f-strings.
//
// The whole text is cut before parsing. What cannot be cut ends the tokens with one of kind Error; the parser
// decides whether that error or an earlier one of its own is the one to report, as CPython does.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "python/lazy_lines.hpp"
#include "python/source.hpp"
#include "python/syntax_error.hpp"
#include "python/token.hpp"

namespace limbeck::python {

struct LexicalError {
    std::string message;
    SyntaxErrorKind kind = SyntaxErrorKind::Syntax;
    std::int32_t line = 0;
    std::int32_t column = 0; // in bytes from 0
    // The text ended inside a bracket: an earlier error of the parser on the bracket's own line comes first.
    bool unclosed_bracket = false;
};

struct Lexed {
    std::vector<Token> tokens; // the last is End or Error
    LexicalError error;        // where it is Error
};

// What is asked of the lexer beside the text.
struct LexerOptions {
    // Of the text, where it is a part of a module.
    std::int32_t first_line = 1;
    std::uint32_t first_byte = 0;
    LazyParts lazy; // of the module, in this text
};

// `memory` is a vector whose room the tokens take, its content is not looked at.
Lexed tokenize(const Source& source, const LexerOptions& options = {}, std::vector<Token> memory = {});

} // namespace limbeck::python
