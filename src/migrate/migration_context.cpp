#include "migrate/migration_context.hpp"

#include "database/sql_split.hpp"
#include "migrate/offline_run.hpp"
#include "migrate/online_run.hpp"
#include "migrate/script_host.hpp"
#include "project/project.hpp"
#include "script/script_directory.hpp"
#include "support/interrupt.hpp"
#include "support/log.hpp"

#include <limbeck/limbeck.hpp>

namespace limbeck::migrate {

using database::Dialect;

namespace {

OfflineScript::Output script_output(EnvironmentContext& environment, const ConfigureOptions& configured) {
    if (configured.output) return configured.output;
    const RunOptions& options = environment.options();
    if (options.output) return options.output;
    return [](std::string_view) {};
}

} // namespace

MigrationContext::MigrationContext(EnvironmentContext& environment, ConfigureOptions options)
    : environment_(environment), options_(std::move(options)),
      dialect_(options_.connection ? options_.connection->dialect()
                                   : options_.dialect.value_or(Dialect::postgresql)),
      // SQLite's DDL is transactional, too, and online limbeck makes use of that; the reference's driver does
      // not, and what it writes and says is kept.
      transactional_ddl_(options_.transactional_ddl.value_or(dialect_ == Dialect::postgresql)),
      version_table_(dialect_, options_.version_table), script_(script_output(environment, options_)) {
    static log::Logger& logger = log::get("alembic.runtime.migration");
    if (as_sql()) options_.connection = nullptr;
    logger.info("Context impl {}.", dialect_ == Dialect::postgresql ? "PostgresqlImpl" : "SQLiteImpl");
    if (as_sql()) logger.info("Generating static SQL");
    logger.info("Will assume {} DDL.", transactional_ddl_ ? "transactional" : "non-transactional");
    sql::Dialect sql_dialect = options_.sql_dialect.value_or(
        dialect_ == Dialect::postgresql ? sql::postgresql_dialect() : sql::sqlite_dialect());
    script_host_ = std::make_unique<ScriptHost>(*this, sql_dialect, std::move(options_.script_side));
    if (!as_sql()) online_ = std::make_unique<OnlineRun>(*this);
}

MigrationContext::~MigrationContext() = default;

alembic::Host& MigrationContext::script_host() {
    return *script_host_;
}

bool MigrationContext::as_sql() const {
    return environment_.is_offline_mode();
}

std::vector<std::string> MigrationContext::current_heads() {
    const std::optional<std::string>& start =
        options_.starting_rev ? options_.starting_rev : environment_.order().starting_rev;
    if (!as_sql()) {
        if (start && !start->empty())
            throw CommandError("Can't specify current_rev to context when using a database connection");
        return version_table_.read(*options_.connection).heads;
    }
    if (!start || *start == "base") return {};
    const script::ScriptDirectory& scripts = environment_.scripts();
    script::RevisionIndex revision = scripts.get_revision(*start);
    if (revision < 0) throw CommandError(fmt::format("Can't locate revision identified by '{}'", *start));
    return {scripts[revision].id};
}

void MigrationContext::execute(std::string_view sql) {
    if (as_sql())
        script_.statement(sql);
    else
        options_.connection->execute(sql);
}

void MigrationContext::execute(const database::SqlStatement& statement) {
    if (as_sql()) return script_.verbatim_statement(statement.text);
    try {
        interrupt::check();
        if (!can_post(statement.text, {})) {
            options_.connection->execute(statement.text);
            return;
        }
        auto fail = [place = statement.place, at = statement.word_offset](Error& error) {
            if (auto* refused = dynamic_cast<database::DatabaseError*>(&error))
                refused->locate(place, at);
            else
                error.with_place(place);
        };
        post(statement.text, {}, {{}, std::move(fail)});
    } catch (database::DatabaseError& error) {
        error.locate(statement.place, statement.word_offset);
        throw;
    } catch (Interrupted& error) {
        error.with_place(statement.place);
        throw;
    }
}

bool MigrationContext::can_post(std::string_view sql, std::span<const database::Value> parameters) const {
    return online_ && online_->in_step() && environment_.project().settings().pipeline &&
           options_.connection->can_post(sql, parameters);
}

void MigrationContext::post(std::string_view sql, std::span<const database::Value> parameters,
                            database::Posted then) {
    online_->post(sql, parameters, std::move(then));
}

void MigrationContext::static_output(std::string_view text) {
    if (as_sql()) script_.text(text);
}

void MigrationContext::execute_after_step(const database::SqlStatement& statement) {
    if (as_sql())
        execute(statement);
    else
        online_->execute_after_step(statement);
}

void MigrationContext::ensure_version_table() {
    if (as_sql()) script_.statement(version_table_.create_sql());
}

bool MigrationContext::wants_scope() const {
    return transactional_ddl_ && !options_.transaction_per_migration;
}

TransactionScope MigrationContext::begin_transaction() {
    bool external = options_.connection && options_.connection->in_transaction();
    if (external || !wants_scope() || is_in_transaction()) return {};
    ++open_scopes_;
    if (as_sql()) script_.begin();
    return TransactionScope(this);
}

void MigrationContext::run_migrations() {
    if (as_sql())
        run_offline(*this);
    else
        online_->run();
}

void MigrationContext::commit_scope() {
    if (!open_scopes_) return;
    --open_scopes_;
    if (as_sql())
        script_.commit();
    else
        online_->commit();
}

void MigrationContext::rollback_scope() noexcept {
    if (!open_scopes_) return;
    --open_scopes_;
    if (!as_sql()) online_->rollback();
}

void MigrationContext::leave_transaction(const std::optional<CommittedParts>& committed, bool for_data) {
    if (!as_sql())
        online_->leave_transaction(committed, for_data);
    else if (transactional_ddl_)
        script_.commit();
}

void MigrationContext::enter_transaction() {
    if (!as_sql())
        online_->enter_transaction();
    else if (transactional_ddl_)
        script_.begin();
}

} // namespace limbeck::migrate
