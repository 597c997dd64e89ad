// What the grammar lets stand anywhere and the language does not: `return` outside of a function, `break`
// outside of a loop, `await` outside of `async def`, two starred targets, patterns that can never be reached.
#pragma once

#include "python/ast.hpp"

namespace limbeck::python {

struct Tree;

// Throws SyntaxError with CPython's sentence for the first such place.
void check_placement(const Tree& tree, const std::string& file);

} // namespace limbeck::python
