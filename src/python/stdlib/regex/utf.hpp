// Between UTF-8 and code points, for the parts of the standard library that count characters.
#pragma once

#include <string>
#include <string_view>

namespace limbeck::python::regex {

std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);
// Takes surrogates as they come (three bytes each), and a byte that fits nowhere as itself.
std::u32string from_utf8(std::string_view text);
// As Python's repr() of a str, for error sentences: quotes, backslashes and control characters escaped.
std::string quoted(std::u32string_view text);

} // namespace limbeck::python::regex
