// Text from values: format specifications, str.format, %-formatting, and floats as Python prints them.
#pragma once

#include "python/operations.hpp"

namespace limbeck::python {

// A parsed format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
struct FormatSpec {
    char32_t fill = ' ';
    char align = 0; // '<', '>', '=', '^' or 0
    char sign = 0;  // '+', '-', ' ' or 0
    bool no_negative_zero = false;
    bool alternate = false;
    bool zero_padded = false;
    std::int64_t width = -1;
    char grouping = 0; // ',' or '_'
    std::int64_t precision = -1;
    char type = 0;
};

// Raises ValueError as CPython does.
FormatSpec parse_format_spec(std::string_view spec, std::string_view type_name);
std::string format_integer(const Value& value, std::string_view spec);
std::string format_double(double value, std::string_view spec);
std::string format_text(std::string_view value, std::string_view spec);
std::string format_complex(double real, double imaginary, std::string_view spec);

// "1.5", "1e+16", "inf": the shortest text that reads back as the same number.
std::string double_repr(double value);
// As C's %e, %f, %g (also upper case) with a precision, '#' for a point in any case.
std::string double_fixed(double value, char type, int precision, bool alternate);
std::string complex_repr(double real, double imaginary);
// float(text): false where the text is no number.
bool parse_double(std::string_view text, double& out);

// template % arguments
Value format_percent(std::string_view text, const Value& arguments);
Value format_percent_bytes(const Bytes& text, const Value& arguments);
// str.format(): `keywords` is a mapping, Nothing where there is none.
std::string format_fields(std::string_view text, std::span<const Value> positional, const Value& keywords);

// Pads by code points.
std::string pad(std::string_view text, std::size_t length, const FormatSpec& spec, char default_align);

} // namespace limbeck::python
