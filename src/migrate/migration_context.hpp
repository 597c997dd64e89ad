// A run on one database, as configure() set it up: where statements go, when transactions begin and end,
// which rows the version table gets. It is what bodies of revisions talk to.
//
// The parts: plan.hpp (what is to be done, read before anything runs), online_run.hpp and offline_run.hpp
// (doing it).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.hpp"
#include "migrate/environment.hpp"
#include "migrate/offline_script.hpp"
#include "migrate/version_table.hpp"

namespace limbeck::database {
struct SqlStatement;
}

namespace limbeck::migrate {

class OnlineRun;
class ScriptHost;

// How much of a revision's body is committed once a part outside a transaction begins: a later run goes on
// from there.
struct CommittedParts {
    int parts = 0;
    std::string fingerprint;
};

class MigrationContext {
  public:
    // Says "Context impl PostgresqlImpl." and its kin to the log.
    MigrationContext(EnvironmentContext& environment, ConfigureOptions options);
    ~MigrationContext();
    MigrationContext(const MigrationContext&) = delete;
    MigrationContext& operator=(const MigrationContext&) = delete;

    EnvironmentContext& environment() { return environment_; }
    const ConfigureOptions& options() const { return options_; }
    database::Dialect dialect() const { return dialect_; }
    bool as_sql() const;
    // Whether BEGIN … COMMIT stand around steps: in scripts for PostgreSQL, not in those for SQLite.
    bool transactional_ddl() const { return transactional_ddl_; }
    // Null offline.
    database::Connection* connection() const { return options_.connection; }
    const VersionTable& version_table() const { return version_table_; }
    // Offline only.
    const OfflineScript& script() const { return script_; }

    // Online the rows of the version table, offline what "start:end" names.
    std::vector<std::string> current_heads();

    // A statement of limbeck's own: executed, or written with a semicolon.
    void execute(std::string_view sql);
    // A statement of a SQL revision; an error of the database gets the statement's place.
    void execute(const database::SqlStatement& statement);
    // Online, in the midst of a step: a statement that nothing waits for (database/posted.hpp). Its failure
    // ends the run as that of the step it belongs to.
    bool can_post(std::string_view sql, std::span<const database::Value> parameters) const;
    void post(std::string_view sql, std::span<const database::Value> parameters, database::Posted then);
    // A text for the script; online it is dropped.
    void static_output(std::string_view text);
    // For after the step's transaction has ended (PRAGMA foreign_keys = on). Offline: at once.
    void execute_after_step(const database::SqlStatement& statement);
    // Offline: writes the CREATE TABLE. Online: the run makes it.
    void ensure_version_table();

    // What `alembic.op` works on.
    alembic::Host& script_host();

    TransactionScope begin_transaction();
    // Whether the transaction that begin_transaction() gave is one on the database, and has not been ended.
    bool is_in_transaction() const { return open_scopes_ > 0 && !as_sql(); }
    void run_migrations();

    // For TransactionScope and AutocommitBlock.
    void commit_scope();
    void rollback_scope() noexcept;
    void leave_transaction(const std::optional<CommittedParts>& committed, bool for_data);
    void enter_transaction();

  private:
    friend class OnlineRun;

    bool wants_scope() const;

    EnvironmentContext& environment_;
    ConfigureOptions options_;
    database::Dialect dialect_;
    bool transactional_ddl_;
    VersionTable version_table_;
    OfflineScript script_;
    // How many transactions have been asked for by begin_transaction() and not ended: one, but in a script of
    // --sql.
    int open_scopes_ = 0;
    std::unique_ptr<OnlineRun> online_;
    std::unique_ptr<ScriptHost> script_host_;
};

// Statements outside the transaction: what came before is committed, and a new transaction begins afterwards.
class AutocommitBlock {
  public:
    // `for_data` false: session settings alone, nothing that would have to be undone. Without `committed` a
    // body cannot be gone on with after the run has ended in the block.
    explicit AutocommitBlock(MigrationContext& context, const std::optional<CommittedParts>& committed = {},
                             bool for_data = true)
        : context_(context) {
        context_.leave_transaction(committed, for_data);
    }
    // Begins the transaction that follows. Not done where the block is left by an error: there is nothing to
    // follow.
    void end() { context_.enter_transaction(); }

  private:
    MigrationContext& context_;
};

} // namespace limbeck::migrate
