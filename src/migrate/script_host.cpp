#include "migrate/script_host.hpp"

#include "migrate/migration_context.hpp"
#include "python/call_stack.hpp"
#include "python/interpreter.hpp"
#include "sqlalchemy/parameters.hpp"
#include "support/interrupt.hpp"

namespace limbeck::migrate {

ScriptHost::ScriptHost(MigrationContext& context, sql::Dialect dialect, alembic::ScriptSide side)
    : context_(context), dialect_(dialect), execution_dialect_(alembic::for_execution(dialect)),
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

void ScriptHost::execute(const sql::Statement& statement) {
    if (context_.as_sql()) return context_.static_output(sql::script_text(statement.text));
    interrupt::check();
    database::Parameters parameters = sqlalchemy::to_parameters(statement, execution_dialect_);
    std::optional<std::vector<python::TracebackEntry>> stack;
    if (context_.can_post(statement.text, parameters)) stack = python::unwatched_stack(side_.outer_frame);
    if (!stack) {
        context_.connection()->execute(statement.text, parameters);
        return;
    }
    // The exception is made as if it were raised now.
    auto fail = [interpreter = &python::Interpreter::current(), stack = std::move(*stack)](Error& error) {
        if (!dynamic_cast<database::DatabaseError*>(&error)) return python::locate(error, stack);
        auto exception = [&] { return interpreter->options().translate_error(error); };
        python::throw_uncaught(*interpreter, exception, stack);
    };
    context_.post(statement.text, parameters, {{}, std::move(fail)});
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
