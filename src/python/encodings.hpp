// The single-byte encodings that a coding cookie may name, as tables of their upper half.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace limbeck::python::encodings {

// Code points of the bytes 0x80 to 0xFF; 0 where the encoding has none.
using Table = std::array<char16_t, 128>;

// The name that an encoding goes by here, for a name of it in lower case with `-`; the name itself where it
// has no other.
std::string_view resolve_alias(std::string_view name);
// What a coding cookie means: lower case, `_` as `-`, and the aliases of one encoding brought to one name:
// "utf-8", "iso-8859-1".
std::string canonical_name(std::string_view name);
// Written so that CPython takes it together with a BOM: `utf-8`, `UTF_8`, `utf-8-unix`, but not `utf8`.
bool is_plain_utf8(std::string_view name);
// Null for an encoding that is not known. UTF-8 is none of these.
const Table* find(std::string_view canonical_name);

} // namespace limbeck::python::encodings
