#include "alembic/modules.hpp"

namespace limbeck::alembic {

void add_context_modules(Modules&) {}

} // namespace limbeck::alembic
