// From an operation to the statements that Alembic sends for it, in its order.
#pragma once

#include "schema/operation.hpp"
#include "sql/compiler.hpp"

#include <functional>
#include <set>
#include <utility>

namespace limbeck::sql {

// The named types that a run has made or dropped: each is touched once, whatever happens to its tables later.
struct TypeMemo {
    std::set<std::pair<std::string, std::string>> enums, domains; // schema, name
};

struct OperationOptions {
    // Offline scripts: bulk_insert's values are written into the text.
    bool offline = true;
    // `literal_binds=True` of context.configure(): execute() writes its values into the text.
    bool literal_binds = false;
    // One per migration context; without it every table makes its types.
    TypeMemo* memo = nullptr;
    // Table.create(checkfirst=True): whether a type (ENUM, DOMAIN) exists; where it does, it is not made.
    // Absent, nothing is asked, as for op.create_table().
    std::function<bool(const schema::Name& name, const std::optional<schema::Name>& schema)> type_exists;
    // Tables are made and dropped without their types: create_types() and drop_types() see to them.
    bool types_apart = false;
    // What goes to the log as a warning.
    std::function<void(const std::string&)> warn;
};

// Texts are as the compiler gives them: scripts strip them and end them with ";" (script_text()). Throws
// Error with the reference's sentence for what the dialect cannot do.
std::vector<Statement> statements(const schema::Operation& operation, const Dialect& dialect,
                                  const OperationOptions& options = {});

// Makes or drops the named types of a table alone; `with_metadata`: those that have a MetaData of their own,
// too.
std::vector<Statement> create_types(const schema::Table& table, bool with_metadata, const Dialect& dialect,
                                    const OperationOptions& options);
std::vector<Statement> drop_types(const schema::Table& table, bool with_metadata, const Dialect& dialect,
                                  const OperationOptions& options);

// As an offline script has a statement: tabs as four blanks, stripped, with ";".
std::string script_text(std::string_view statement);

} // namespace limbeck::sql
