#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

void add_engine_modules(Modules&) {}

void export_engine(python::ModuleBuilder&) {}

} // namespace limbeck::sqlalchemy
