// The parts of PostgreSQL's DDL that are its own.
#pragma once

#include "schema/table.hpp"
#include "sql/dialect.hpp"

#include <string>
#include <string_view>

namespace limbeck::sql {

void append_postgresql_column(std::string& out, const schema::Column& column, const schema::Table& table,
                              const Dialect& dialect);
// " INCLUDE (…)".
void append_postgresql_include(std::string& out, const schema::Options& options, const schema::Table& table,
                               const Dialect& dialect);
// "NULLS NOT DISTINCT " behind `before`, or nothing.
void append_postgresql_nulls_distinct(std::string& out, const schema::Options& options,
                                      std::string_view before);
void append_postgresql_exclude(std::string& out, const schema::Constraint& constraint,
                               const Dialect& dialect);
void append_postgresql_table_options(std::string& out, const schema::Table& table, const Dialect& dialect);
std::string postgresql_create_index(const schema::Index& index, const schema::Table& table,
                                    const Dialect& dialect, bool if_not_exists);
// The CHECK of an Enum cannot be had for an array of it.
void refuse_array_of_text_enum(const schema::Constraint& constraint);

} // namespace limbeck::sql
