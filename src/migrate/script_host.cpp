#include "migrate/script_host.hpp"

#include "migrate/migration_context.hpp"
#include "sqlalchemy/parameters.hpp"
#include "support/interrupt.hpp"

namespace limbeck::migrate {

namespace {

// What the connections here take: "$1" on PostgreSQL, whatever driver the URL names; "?" on SQLite.
sql::Dialect for_execution(sql::Dialect dialect) {
    if (dialect.is_postgresql()) {
        dialect.paramstyle = sql::Paramstyle::numeric_dollar;
        dialect.driver = sql::Driver::psycopg;
        dialect.backslash_escapes = false;
    }
    return dialect;
}

} // namespace

ScriptHost::ScriptHost(MigrationContext& context, sql::Dialect dialect, alembic::ScriptSide side)
    : context_(context), dialect_(dialect), execution_dialect_(for_execution(dialect)),
      side_(std::move(side)) {}

ScriptHost::~ScriptHost() {
    alembic::forget_objects(*this);
}

bool ScriptHost::as_sql() const {
    return context_.as_sql();
}

bool ScriptHost::literal_binds() const {
    return context_.options().literal_binds;
}

bool ScriptHost::transactional_ddl() const {
    return context_.transactional_ddl();
}

database::Connection* ScriptHost::connection() {
    return context_.connection();
}

std::vector<std::string> ScriptHost::current_heads() {
    return context_.current_heads();
}

std::string ScriptHost::version_table() {
    return context_.version_table().name();
}

database::Result ScriptHost::execute(const sql::Statement& statement) {
    if (context_.as_sql()) {
        context_.static_output(sql::script_text(statement.text));
        return {};
    }
    interrupt::check();
    return context_.connection()->execute(statement.text,
                                          sqlalchemy::to_parameters(statement, execution_dialect_));
}

void ScriptHost::static_output(std::string_view text) {
    context_.static_output(text);
}

void ScriptHost::enter_autocommit() {
    context_.leave_transaction(std::nullopt, true);
}

void ScriptHost::leave_autocommit() {
    context_.enter_transaction();
}

} // namespace limbeck::migrate
