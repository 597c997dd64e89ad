// The parameters inside text(): where `:name` stands for one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::sql {

struct TextPiece {
    std::string_view text; // SQL, or a parameter's name
    bool is_bind = false;
};

// `:name` is a parameter; `\:name` is not (the backslash is left out), and neither is `::name`.
std::vector<TextPiece> text_pieces(std::string_view text);
// The names of the parameters, in order; one that stands twice is there twice.
std::vector<std::string> text_bind_names(std::string_view text);

} // namespace limbeck::sql
