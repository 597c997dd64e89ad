// Values on their way to a driver: what the reference's types make of a parameter before it is sent.
#pragma once

#include "schema/type.hpp"
#include "sql/dialect.hpp"

namespace limbeck::sql {

// An Enum's member becomes its label, JSON its text, SQLite's dates texts and its booleans numbers; a
// decorated type's own function comes first. Throws Error where a type refuses a value.
schema::Value bind_value(const schema::Value& value, const schema::TypePtr& type, const Dialect& dialect);

} // namespace limbeck::sql
