// Text by code points: UTF-8 in which lone surrogates may stand (WTF-8), as Python's str is kept here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limbeck::python::wtf8 {

// The number of code points.
std::size_t length(std::string_view text) noexcept;
// The code point at a byte offset, which is moved behind it. The text must be well-formed.
char32_t decode(std::string_view text, std::size_t& offset) noexcept;
void append(std::string& text, char32_t code_point);
// The byte offset of a code point's index; text.size() for the index after the last.
std::size_t offset_of(std::string_view text, std::size_t index, bool ascii) noexcept;
// The code points [from, to).
std::string_view slice(std::string_view text, std::size_t from, std::size_t to, bool ascii) noexcept;
std::u32string to_code_points(std::string_view text);
std::string from_code_points(std::u32string_view code_points);
// Joins surrogate pairs that meet, so that each text has one form.
// The byte offset of the first byte that is not UTF-8; npos where all is. Surrogates are not UTF-8.
std::size_t find_invalid(std::string_view bytes) noexcept;

bool is_surrogate(char32_t c) noexcept;
// As repr() decides: not control, format, unassigned, private, surrogate or a space other than ' '.
bool is_printable(char32_t c) noexcept;
bool is_space(char32_t c) noexcept; // str.isspace
bool is_alphabetic(char32_t c) noexcept;
bool is_decimal(char32_t c) noexcept;
bool is_digit(char32_t c) noexcept;
bool is_numeric(char32_t c) noexcept;
bool is_upper(char32_t c) noexcept;
bool is_lower(char32_t c) noexcept;
bool is_title(char32_t c) noexcept;
bool is_line_break(char32_t c) noexcept; // str.splitlines
bool is_identifier(std::string_view text) noexcept;
// The value of a decimal digit of any script, -1 for others.
int decimal_value(char32_t c) noexcept;

std::string lower(std::string_view text);
std::string upper(std::string_view text);
std::string casefold(std::string_view text);
std::string title(std::string_view text);
std::string capitalize(std::string_view text);
std::string swap_case(std::string_view text);

} // namespace limbeck::python::wtf8
