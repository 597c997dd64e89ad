// Walks over the top level of a Python file for the header: statements, names they bind, literals.
//
// This is no parser: it knows strings, comments, brackets and line ends well enough not to lose its way, and
// looks closer only at statements in which a header's name occurs.
#pragma once

#include "script/header.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

struct HeaderToken {
    enum class Kind { Name, String, Operator, Other };
    Kind kind;
    // A string's without prefix and quotes.
    std::string_view text;
    std::size_t offset;
    // Of strings: their prefix in lower case, sorted out.
    bool is_raw = false;
    bool is_bytes = false;
    bool is_formatted = false;
};

// The tokens of a statement: names, strings, operators ("=", ":=", "+=", …); comments and line ends left out.
std::vector<HeaderToken> header_tokens(std::string_view statement);

// Appends a Python string's text, its escapes processed. False where an escape is wrong.
bool unescape_python(std::string_view text, bool is_raw, std::string& out);

// What a list of tokens is as a value: None, text, sequence, or not literal.
HeaderValue literal_value(const std::vector<HeaderToken>& tokens, std::size_t begin, std::size_t end);

} // namespace limbeck::script
