#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_type_modules(Modules&) {}

void export_types(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
