// Literals as repr() shows them in a dump of the tree.
#pragma once

#include <string>
#include <string_view>

#include "python/ast.hpp"

namespace limbeck::python {

// `constant` as Python's repr() of its value: 1, 1.5, 2j, 'text', b'bytes', None.
std::string literal_repr(const ast::Constant& constant);
std::string text_repr(std::string_view text);

} // namespace limbeck::python
