// The modules that scripts know as `alembic` and below it.
#pragma once

#include "python/binding.hpp"

#include <vector>

namespace limbeck::python {
struct InterpreterOptions;
}

namespace limbeck::alembic {

using Modules = std::vector<python::NativeModule>;

// Gives an interpreter all of them; sqlalchemy::configure() comes first.
void configure(python::InterpreterOptions& options);

// alembic.op, alembic.operations and below, alembic.ddl, alembic.runtime.migration, alembic.util.
void add_operation_modules(Modules& modules);
// alembic.context, alembic.config, alembic.script, alembic.runtime.environment, alembic.command.
void add_context_modules(Modules& modules);

} // namespace limbeck::alembic
