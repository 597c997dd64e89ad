// Batch mode: a table that its database cannot alter is made anew under another name, filled from the old
// one, and takes its name.
//
// The caller has collected what the `with` block asked for in a schema::Batch. Where nothing of it needs a
// new table, its operations go to sql/operations.hpp as they are.
#pragma once

#include "schema/operation.hpp"
#include "sql/compiler.hpp"

#include <functional>

namespace limbeck::alembic {

// Whether the table is made anew: what `recreate` says, and where it says nothing (automatic) what SQLite
// cannot ALTER.
bool needs_new_table(const schema::Batch& batch, const sql::Dialect& dialect);

// Runs CREATE TABLE, INSERT … SELECT, DROP TABLE, ALTER TABLE … RENAME and the indexes. Where the rows cannot
// be moved, the new table is dropped again. `reflect` gives the table as the database has it, with what
// reflect_args and reflect_kwargs change; it is not asked where batch.copy_from is there. Throws Error with
// the reference's sentences: ValueErrors for constraints without a name or that are not there, KeyErrors for
// columns.
void run_batch(const schema::Batch& batch, const sql::Dialect& dialect,
               const std::function<schema::TablePtr()>& reflect,
               const std::function<void(const sql::Statement&)>& run);

} // namespace limbeck::alembic
