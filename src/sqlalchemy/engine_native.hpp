// sqlalchemy.engine._native: what the Python side of engines, connections and inspectors
// (modules/sqlalchemy/engine/) is built on.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

void populate_engine_native(python::ModuleBuilder& module);
// Its part that looks at schemas: inspect_…(connection, …), plain lists and dicts of what inspector.hpp says.
void add_inspector_functions(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
