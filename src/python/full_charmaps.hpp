// Single-byte encodings whose lower half is not ASCII, too: EBCDIC's code pages, Arabic ones.
#pragma once

#include "python/encodings.hpp"

#include <array>
#include <string_view>

namespace limbeck::python::encodings {

// Code points of the bytes 0x00 to 0xFF. Of several bytes for a character the last one writes it.
using FullTable = std::array<char16_t, 256>;
// What stands in a table where the encoding has nothing.
constexpr char16_t undefined_byte = 0xFFFE;

// One of those that are ASCII below 0x80.
FullTable with_ascii(const Table& upper_half);

// By a name as canonical_name() of encodings.hpp gives it. Null where it is none of these.
const FullTable* find_full_charmap(std::string_view name);

} // namespace limbeck::python::encodings
