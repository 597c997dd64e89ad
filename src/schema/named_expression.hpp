// A construct of the script's that has a name: a FunctionElement with `name = "…"` on its class. A SELECT
// labels it with that name.
#pragma once

#include "schema/expression.hpp"

namespace limbeck::schema {

struct NamedExpression : CustomExpression {
    std::string name;
    // A part of a row that a function gives: named as a column is, so that nothing labels it.
    bool is_column = false;
};

} // namespace limbeck::schema
