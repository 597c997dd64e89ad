// From source text to syntax tree: the whole grammar of Python 3.14.
//
// Every file that CPython parses gives the same tree here; what CPython refuses throws SyntaxError with its
// sentence. Deep nesting is such an error, too: see Limits.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "python/arena.hpp"
#include "python/ast.hpp"
#include "python/lexer.hpp"
#include "python/source.hpp"

namespace limbeck::python {

// A parsed text with everything its nodes point into. Functions that a script defines keep it alive.
struct Tree {
    Source source;
    Arena arena;
    LexerOptions part;                     // where it is not the whole of a file that was parsed
    ast::Module* module = nullptr;         // where a file was parsed
    ast::Expression* expression = nullptr; // where a single expression was
};

// What bounds the depth of a tree, so that no walk over it runs out of stack.
struct Limits {
    // Levels of nodes inside nodes: operands, calls, displays, blocks, `elif`s.
    int depth = 2000;
    // How much stack the parser may use beyond that of its caller.
    std::size_t stack_bytes = 1024 * 1024;
};

// Parses the bytes of a file. `file` is the name that messages use.
std::shared_ptr<Tree> parse_module(std::string bytes, std::string file, const Limits& limits = {});
// The same without these lines, which must outlive the tree.
std::shared_ptr<Tree> parse_module(std::string bytes, std::string file, LazyParts without);
// Parses such lines of a module's text: a function's body, or a definition without the parts inside it.
std::shared_ptr<Tree> parse_part(std::string_view module, std::string file, const LazyLines& lines,
                                 LazyParts without = {});
// Parses one expression, as `eval` takes it: leading blanks are allowed, nothing may follow but line ends.
std::shared_ptr<Tree> parse_expression(std::string text, std::string file, const Limits& limits = {});

} // namespace limbeck::python
