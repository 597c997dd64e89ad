// CREATE TABLE, CREATE INDEX and what stands in them: columns and constraints.
#pragma once

#include "schema/table.hpp"
#include "sql/dialect.hpp"

#include <optional>
#include <string>

namespace limbeck::sql {

// Each throws CompileError with the reference's sentence for what the dialect cannot say.
std::string create_table(const schema::Table& table, const Dialect& dialect, bool if_not_exists = false);
std::string drop_table(const schema::Table& table, const Dialect& dialect, bool if_exists = false);
std::string create_index(const schema::Index& index, const schema::Table& table, const Dialect& dialect,
                         bool if_not_exists = false);
std::string drop_index(const schema::Index& index, const schema::Table* table, const Dialect& dialect,
                       bool if_exists = false);
std::string add_constraint(const schema::Constraint& constraint, const schema::Table& table,
                           const Dialect& dialect);
std::string drop_constraint(const schema::Constraint& constraint, const schema::Table& table,
                            const Dialect& dialect, bool if_exists = false, bool cascade = false);
std::string create_sequence(const schema::Sequence& sequence, const Dialect& dialect,
                            bool if_not_exists = false);
std::string drop_sequence(const schema::Sequence& sequence, const Dialect& dialect, bool if_exists = false);
// CREATE TYPE … AS ENUM, CREATE DOMAIN; DROP TYPE, DROP DOMAIN.
std::string create_type(const schema::Type& type, const Dialect& dialect);
std::string drop_type(const schema::Type& type, const Dialect& dialect);

// Whether CREATE TABLE and ADD CONSTRAINT write the constraint: those of Boolean and Enum types depend on the
// dialect.
bool is_written(const schema::Constraint& constraint, const Dialect& dialect);
// "name TYPE DEFAULT … NOT NULL".
void append_column_specification(std::string& out, const schema::Column& column, const schema::Table& table,
                                 const Dialect& dialect);
// Nothing is appended for a constraint that has no text of its own: an empty primary key, a foreign key into
// another schema of SQLite. Says whether there was one.
bool append_constraint(std::string& out, const schema::Constraint& constraint, const schema::Table& table,
                       const Dialect& dialect);
// The same, whatever a writer (below) has to say.
bool append_plain_constraint(std::string& out, const schema::Constraint& constraint,
                             const schema::Table& table, const Dialect& dialect);
// What a script says of how constraints of a class are written: its text is absent where the constraint is
// left out. Nothing where the script has nothing for this one.
struct WrittenConstraint {
    std::optional<std::string> text;
};
using ConstraintWriter = std::optional<WrittenConstraint> (*)(const schema::Constraint& constraint,
                                                              const schema::Table& table,
                                                              const Dialect& dialect);
void set_constraint_writer(ConstraintWriter writer);
// " MATCH … ON DELETE … ON UPDATE … DEFERRABLE …".
void append_foreign_key_rules(std::string& out, const schema::Constraint& constraint, const Dialect& dialect);
void append_server_default(std::string& out, const schema::ServerDefault& value, const Dialect& dialect);
void append_identity(std::string& out, const schema::Identity& identity);
void append_sequence_options(std::string& out, const schema::SequenceOptions& options);

} // namespace limbeck::sql
