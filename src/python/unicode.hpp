// What Python asks of Unicode beyond UTF-8 itself, from utf8proc and two tables.
//
// Text here may hold lone surrogates, three bytes each, because Python's strings may.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace limbeck::python::unicode {

struct Decoded {
    char32_t code_point;
    std::size_t size; // bytes
};

// The first character of a text that is not empty. Bytes that are no UTF-8 come out as themselves.
Decoded decode(std::string_view text);
void append(std::string& out, char32_t code_point);

// As str.isprintable: what repr() shows as it is.
bool is_printable(char32_t code_point);

// The offset of the first character that an identifier may not have where it stands, or npos.
std::size_t find_invalid_in_identifier(std::string_view text);
std::string normalize_nfkc(std::string_view text);

} // namespace limbeck::python::unicode
