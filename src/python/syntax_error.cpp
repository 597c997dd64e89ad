#include "python/syntax_error.hpp"

#include <fmt/format.h>

#include "support/text.hpp"

namespace limbeck::python {

SyntaxError::SyntaxError(std::string message, Place place, std::string source_line, SyntaxErrorKind kind)
    : Error(std::move(message), std::move(place)), kind_(kind) {
    with_source_line(std::move(source_line));
}

const char* SyntaxError::type_name() const {
    switch (kind_) {
    case SyntaxErrorKind::Indentation:
        return "IndentationError";
    case SyntaxErrorKind::Tab:
        return "TabError";
    case SyntaxErrorKind::Syntax:
        break;
    }
    return "SyntaxError";
}

std::string SyntaxError::report() const {
    std::string out = fmt::format("  File \"{}\", line {}\n", place().file, place().line);
    std::string_view line = text::trim(source_line());
    if (!line.empty()) {
        out += fmt::format("    {}\n", line);
        auto stripped = text::utf8_length(source_line()) - text::utf8_length(text::trim_start(source_line()));
        int caret = place().column - 1 - static_cast<int>(stripped);
        if (place().column > 0 && caret >= 0) {
            out += fmt::format("    {}^\n", std::string(static_cast<std::size_t>(caret), ' '));
        }
    }
    return out + fmt::format("{}: {}", type_name(), message());
}

} // namespace limbeck::python
