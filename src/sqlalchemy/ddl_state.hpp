// DDL elements that scripts make and execute: CreateTable(t), CreateSequence(s), DDL("…"), subclasses of
// DDLElement with @compiles.
//
// Executing one sends its one statement; nothing else comes with it: no types before a CreateTable, no
// indexes behind it, as `Table.create()` would send them.
#pragma once

#include "python/binding.hpp"
#include "schema/operation.hpp"
#include "sql/compiler.hpp"

#include <functional>
#include <optional>

namespace limbeck::sqlalchemy {

struct DdlState : python::NativeState {
    // What the element writes. Throws CompileError for what the dialect cannot say.
    std::function<sql::Statement(const sql::Dialect&)> compile;
    // The same as an operation, where there is one: CreateSequence, DDL, …
    std::optional<schema::Operation> operation;
};

// An element that writes what stands there already.
python::Value ddl_of_statement(sql::Statement statement);
// The statement of a DDL element on a dialect; nothing for a value that is none.
std::optional<sql::Statement> ddl_statement_if(const python::Value& value, const sql::Dialect& dialect);

} // namespace limbeck::sqlalchemy
