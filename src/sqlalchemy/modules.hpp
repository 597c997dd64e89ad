// The modules that scripts know as `sqlalchemy` and below it.
//
// Each room of the package adds its own: the modules it is, and the names it puts into `sqlalchemy` itself.
// Everything is made when it is first looked at: importing the package must cost next to nothing.
#pragma once

#include "python/binding.hpp"

#include <vector>

namespace limbeck::python {
struct InterpreterOptions;
}

namespace limbeck::sqlalchemy {

using Modules = std::vector<python::NativeModule>;

// Gives an interpreter all of them, and the Python exceptions for what schema/, sql/ and database/ throw.
void configure(python::InterpreterOptions& options);

// types.cpp and its kin: sqlalchemy.types, sqlalchemy.dialects.* and what is re-exported of them.
void add_type_modules(Modules& modules);
void export_types(python::ModuleBuilder& package);
void add_postgresql_modules(Modules& modules);
void add_sqlite_modules(Modules& modules);
void add_other_dialect_modules(Modules& modules);
// Expressions and statements: sqlalchemy.sql and below.
void add_expression_modules(Modules& modules);
void export_expressions(python::ModuleBuilder& package);
// What sqlalchemy.dialects.X and the modules below it have besides types: insert(), array, …
void export_postgresql_expressions(python::ModuleBuilder& module);
void export_sqlite_expressions(python::ModuleBuilder& module);
void export_mysql_expressions(python::ModuleBuilder& module);
// Schema items and DDL: sqlalchemy.schema.
void add_schema_modules(Modules& modules);
void export_schema(python::ModuleBuilder& package);
// sqlalchemy.dialects.postgresql: ExcludeConstraint.
void export_postgresql_schema(python::ModuleBuilder& module);
// Engines, connections, results, the inspector, errors: sqlalchemy.engine, sqlalchemy.exc,
// sqlalchemy.inspect, …
void add_engine_modules(Modules& modules);
void export_engine(python::ModuleBuilder& package);

// The exception object that scripts catch for an Error of schema/, sql/ or database/ (CompileError,
// IntegrityError, …); Nothing for every other.
python::Value translate(const Error& error);

} // namespace limbeck::sqlalchemy
