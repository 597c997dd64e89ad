// Small operations on text that several rooms need and the standard library lacks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::text {

// White space as ASCII has it: space, \t, \n, \v, \f, \r.
bool is_space(char c);
std::string_view trim(std::string_view text);
std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);

// Parts between separators; an empty text gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
// Words between runs of white space, as Python's str.split() without arguments.
std::vector<std::string_view> split_words(std::string_view text);
// Lines without their ends (\n, \r\n, \r); no last empty line.
std::vector<std::string_view> split_lines(std::string_view text);

template <class Range> std::string join(const Range& parts, std::string_view separator) {
    std::string out;
    bool first = true;
    for (const auto& part : parts) {
        if (!first) out += separator;
        first = false;
        out += part;
    }
    return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
// ASCII letters only; other bytes stay as they are.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

// The number of code points in valid UTF-8 text.
std::size_t utf8_length(std::string_view text);
// The characters of valid UTF-8 text, one by one.
std::vector<std::string_view> utf8_characters(std::string_view text);
// The offset of the first byte that is not part of valid UTF-8, or npos where all of it is.
std::size_t find_invalid_utf8(std::string_view text);

// How many single edits (insert, delete, replace, swap of neighbours) lead from one to the other.
std::size_t edit_distance(std::string_view a, std::string_view b);
// The candidate nearest to `word`, or an empty string where none is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace limbeck::text
