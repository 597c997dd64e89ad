// A script that is not Python: CPython's sentence, the place, the line, and a caret under the spot.
#pragma once

#include <string>

#include "support/error.hpp"

namespace limbeck::python {

// Which of CPython's exceptions stands for it.
enum class SyntaxErrorKind { Syntax, Indentation, Tab };

// place().column counts characters from 1, as CPython's `offset` does; source_line() is the line.
class SyntaxError : public Error {
  public:
    SyntaxError(std::string message, Place place, std::string source_line,
                SyntaxErrorKind kind = SyntaxErrorKind::Syntax);

    SyntaxErrorKind kind() const { return kind_; }
    // "SyntaxError", "IndentationError" or "TabError".
    const char* type_name() const;
    // Four lines as CPython prints them: file and line, the source line, the caret, the sentence.
    std::string report() const;

  private:
    SyntaxErrorKind kind_;
};

} // namespace limbeck::python
