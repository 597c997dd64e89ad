#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_schema_modules(Modules&) {}

void export_schema(python::ModuleBuilder&) {}

void export_postgresql_schema(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
