#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_expression_modules(Modules&) {}

void export_expressions(python::ModuleBuilder&) {}

void export_postgresql_expressions(python::ModuleBuilder&) {}

void export_sqlite_expressions(python::ModuleBuilder&) {}

void export_mysql_expressions(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
