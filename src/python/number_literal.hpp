// The value of a number as written: underscores, bases, integers of any size, floats, imaginaries.
#pragma once

#include <string>
#include <string_view>

#include "python/arena.hpp"
#include "python/ast.hpp"

namespace limbeck::python::number_literal {

// Fills in type and value. The lexer has checked the form; an error that is left (a decimal integer too long
// for CPython's limit on conversions) is returned as its sentence, otherwise nothing.
std::string evaluate(std::string_view text, Arena& arena, ast::Constant& constant);

} // namespace limbeck::python::number_literal
