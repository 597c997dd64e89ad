// A compiled statement's parameters as a connection takes them.
#pragma once

#include "database/value.hpp"
#include "sql/compiler.hpp"

namespace limbeck::sqlalchemy {

// In the order of the text. What a driver has no kind for travels as the text that the server reads (dates,
// decimals, arrays as "{…}"). Throws Error where a type refuses a value, or where a parameter has none
// ("A value is required for bind parameter 'x'").
database::Parameters to_parameters(const sql::Statement& statement, const sql::Dialect& dialect);
// One value.
database::Value to_parameter(const schema::Value& value, const schema::TypePtr& type,
                             const sql::Dialect& dialect);

} // namespace limbeck::sqlalchemy
