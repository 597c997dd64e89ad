// Literals as repr() shows them in a dump of the tree.
#pragma once

#include <string>
#include <string_view>

#include "python/ast.hpp"

namespace limbeck::python {

// `constant` as Python's repr() of its value: 1, 1.5, 2j, 'text', b'bytes', None.
// What repr() shows of a text depends on which characters Unicode had named by then: 14.0 is CPython 3.11's.
enum class UnicodeVersion { Current, Unicode14 };
std::string literal_repr(const ast::Constant& constant, UnicodeVersion version = UnicodeVersion::Current);
std::string text_repr(std::string_view text, UnicodeVersion version = UnicodeVersion::Current);

} // namespace limbeck::python
