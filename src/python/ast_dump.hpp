// A syntax tree as text, in the form of CPython's `ast.dump`: how trees are compared and looked at.
#pragma once

#include <string>

#include "python/parser.hpp"

namespace limbeck::python {

struct DumpOptions {
    // lineno, col_offset, end_lineno and end_col_offset of every node.
    bool attributes = false;
    // Columns to indent by; -1 for everything on one line.
    int indent = -1;
    enum class Form {
        // CPython 3.11's: empty lists shown, no type parameters on functions and classes, and inside an
        // f-string
        // the positions that the parser of that version gave.
        Python311,
        // CPython 3.13's and 3.14's: fields that are empty lists left out, true positions in f-strings.
        Python313,
    };
    Form form = Form::Python311;
};

std::string dump(const Tree& tree, const DumpOptions& options = {});

} // namespace limbeck::python
