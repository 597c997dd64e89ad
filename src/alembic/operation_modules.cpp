#include "alembic/modules.hpp"

namespace limbeck::alembic {

void add_operation_modules(Modules&) {}

} // namespace limbeck::alembic
