#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_expression_modules(Modules&) {}

void export_expressions(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
