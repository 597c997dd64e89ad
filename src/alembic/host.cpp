#include "alembic/host.hpp"

#include "alembic/operations.hpp"

#include <utility>

namespace limbeck::alembic {

namespace {

thread_local Host* host_at_work = nullptr;

} // namespace

sql::Dialect for_execution(sql::Dialect dialect) {
    if (!dialect.is_postgresql()) return dialect;
    dialect.paramstyle = sql::Paramstyle::numeric_dollar;
    dialect.driver = sql::Driver::psycopg;
    dialect.backslash_escapes = false;
    return dialect;
}

Host* current_host() noexcept {
    return host_at_work;
}

HostScope::HostScope(Host& host) : outer_(std::exchange(host_at_work, &host)) {}

HostScope::~HostScope() {
    host_at_work = outer_;
}

void forget_objects(Host& host) noexcept {
    ScriptSide& side = host.script_side();
    if (auto* state = python::state_if<MigrationContextState>(side.migration_context)) {
        state->host = nullptr;
        if (auto* impl = python::state_if<MigrationContextState>(state->implementation)) impl->host = nullptr;
    }
    side = {};
}

} // namespace limbeck::alembic
