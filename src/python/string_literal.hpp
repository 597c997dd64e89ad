// The text of a string as written, its escapes resolved.
#pragma once

#include <string>
#include <string_view>

namespace limbeck::python::string_literal {

struct Result {
    std::string text;
    // CPython's sentence where an escape is wrong, otherwise empty.
    std::string error;
};

// The body of a str literal that is not raw. Lone surrogates come out as three bytes each.
Result unescape(std::string_view body);
Result unescape_bytes(std::string_view body);

} // namespace limbeck::python::string_literal
