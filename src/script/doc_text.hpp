// Docstrings as reports show them, with Python's ideas of white space and of lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

// A docstring without the white space around it: str.strip().
std::string longdoc_of(std::string_view docstring);
// The first paragraph: what stands before the first empty line.
std::string doc_of(std::string_view longdoc);
// What follows "Create Date:" on its line; empty where there is no such line.
std::string create_date_of(std::string_view longdoc);
// str.splitlines(): \n, \r\n, \r, \v, \f, \x1c, \x1d, \x1e, \x85, U+2028 and U+2029 end lines.
std::vector<std::string_view> doc_lines(std::string_view text);

} // namespace limbeck::script
