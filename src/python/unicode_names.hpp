// Characters by their Unicode names, for `\N{...}`.
#pragma once

#include <string_view>

namespace limbeck::python::unicode_names {

constexpr char32_t unknown = 0xFFFFFFFF;

// The character with this name or alias, letters of either case; `unknown` where there is none.
char32_t find(std::string_view name);

} // namespace limbeck::python::unicode_names
