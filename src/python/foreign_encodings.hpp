// Encodings beyond the tables of encodings.hpp, with iconv's help: those of several bytes for a character,
// and the rarer code pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace limbeck::python::foreign_encodings {

// iconv's name for an encoding that CPython knows (canonical_name() of encodings.hpp); null for any other.
const char* find(std::string_view canonical_name);

// How far a conversion came: all of it, or up to the offset in the input of what does not fit.
struct Converted {
    std::string text;
    std::size_t stopped = 0;
    bool complete = false;
};

// Bytes of that encoding as UTF-8.
Converted decode(const char* iconv_name, std::string_view bytes);
// UTF-8 as bytes of that encoding.
Converted encode(const char* iconv_name, std::string_view utf8);

} // namespace limbeck::python::foreign_encodings
