// The less common single-byte encodings that CPython has: code pages, ISO 8859, those of Macintoshes.
#pragma once

#include "python/encodings.hpp"

namespace limbeck::python::encodings {

// The one name of an encoding that has several; `name` itself where it is no alias. Lower case, with dashes.
std::string_view charmap_name(std::string_view name);
// Null where it is none of these.
const Table* find_charmap(std::string_view canonical_name);

} // namespace limbeck::python::encodings
