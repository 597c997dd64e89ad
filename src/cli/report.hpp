// What several reports share: lines on standard output, and the JSON form.
#pragma once

#include <limbeck/limbeck.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::cli {

// Prints the text and a newline.
void print_line(std::string_view text);

// {"revisions": […]}, two spaces a level, the keys always in the same order. `with_current` adds "current" to
// each.
std::string revisions_json(const std::vector<Revision>& revisions, bool with_current);
std::string current_json(const Current& current);

} // namespace limbeck::cli
