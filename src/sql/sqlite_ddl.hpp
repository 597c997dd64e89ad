// The parts of SQLite's DDL that are its own.
#pragma once

#include "schema/table.hpp"
#include "sql/dialect.hpp"

#include <string>

namespace limbeck::sql {

void append_sqlite_column(std::string& out, const schema::Column& column, const schema::Table& table,
                          const Dialect& dialect);
// sqlite_autoincrement: the column itself says PRIMARY KEY, and the table must not.
bool sqlite_primary_key_is_inline(const schema::Constraint& constraint, const schema::Table& table);
// " ON CONFLICT …".
void append_sqlite_on_conflict(std::string& out, const schema::Constraint& constraint,
                               const schema::Table& table);
void append_sqlite_table_options(std::string& out, const schema::Table& table);
std::string sqlite_create_index(const schema::Index& index, const schema::Table& table,
                                const Dialect& dialect, bool if_not_exists);

} // namespace limbeck::sql
