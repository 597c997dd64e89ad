// What a type is called on a dialect.
#pragma once

#include "schema/type.hpp"
#include "sql/dialect.hpp"

#include <string>

namespace limbeck::sql {

// `type` may have variants and be decorated: it is resolved first. Throws CompileError for a type the dialect
// has not.
void append_type(std::string& out, const schema::TypePtr& type, const Dialect& dialect);
// The same without asking the script that has a name of its own for it.
void append_plain_type(std::string& out, const schema::TypePtr& type, const Dialect& dialect);

// The type as the dialect implements it: resolved, and Enum as ENUM, Uuid as UUID, Interval as INTERVAL or
// DATETIME.
schema::TypePtr implementation(const schema::TypePtr& type, const Dialect& dialect);

// Whether `part` is what `column_type` is on the dialect: itself, its variant there, or an array's item.
bool is_implementation(const schema::Type& part, const schema::TypePtr& column_type, const Dialect& dialect);

// str(type), for error sentences: "VARCHAR(20)", "NULL".
std::string generic_type_name(const schema::TypePtr& type);

} // namespace limbeck::sql
