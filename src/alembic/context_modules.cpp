#include "alembic/environment_host.hpp"
#include "alembic/modules.hpp"

namespace limbeck::alembic {

void add_context_modules(Modules& modules) {
    modules.push_back({"alembic._environment", populate_environment});
}

} // namespace limbeck::alembic
