// Names in SQL text: when they are quoted, and how long they may be.
#pragma once

#include "schema/name.hpp"
#include "sql/dialect.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace limbeck::sql {

// Whether a name cannot stand bare: a reserved word, upper case, or a character outside [a-z0-9_$].
bool requires_quotes(std::string_view name, const Dialect& dialect);
// Like requires_quotes, but case and reserved words are no reason: for the names of functions.
bool has_illegal_characters(std::string_view name);

void append_name(std::string& out, const schema::Name& name, const Dialect& dialect);
std::string quoted(const schema::Name& name, const Dialect& dialect);
// Between quotes whatever it is.
void append_quoted(std::string& out, std::string_view name, const Dialect& dialect);

// "schema.name"; the schema is one name, dots or not.
void append_qualified(std::string& out, const std::optional<schema::Name>& schema, const schema::Name& name,
                      const Dialect& dialect);
// As Alembic's ALTER statements write it: the parts of a dotted schema are quoted one by one.
void append_dotted(std::string& out, const std::optional<schema::Name>& schema, const schema::Name& name,
                   const Dialect& dialect);

// Throws IdentifierError for a name that the dialect has no room for.
void require_length(const schema::Name& name, const Dialect& dialect);
// The name of a constraint or index: shortened where it may be, else refused where it is too long
// (IdentifierError).
void append_constraint_name(std::string& out, const schema::Name& name, const Dialect& dialect);

} // namespace limbeck::sql
