// What env.py is to a run. An Environment opens the connection, says how to run (configure), and starts the
// run:
//
//     context.configure(options);
//     auto transaction = context.begin_transaction();
//     context.run_migrations();
//     transaction.commit();
//
// BuiltinEnvironment is the generic template of that, with its settings from the ini file and limbeck.yaml.
// An evaluated env.py drives an EnvironmentContext in the same way, as often as it likes (a loop over
// tenants).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alembic/host.hpp"
#include "database/connection.hpp"
#include "migrate/lock.hpp"
#include "migrate/version_table.hpp"

namespace limbeck {
struct RunOptions;
}
namespace limbeck::project {
class Project;
}
namespace limbeck::script {
class ScriptDirectory;
struct Step;
} // namespace limbeck::script

namespace limbeck::migrate {

class BodyLoader;
class MigrationContext;

// What context.configure() takes; each field is the argument of that name.
struct ConfigureOptions {
    // Online: the connection of the run. It belongs to the environment.
    database::Connection* connection = nullptr;
    // Offline: what the script is for.
    std::optional<database::Dialect> dialect;
    std::optional<bool> transactional_ddl;
    bool transaction_per_migration = false;
    std::optional<std::string> starting_rev;
    std::optional<std::string> tag;
    bool render_as_batch = false;
    bool literal_binds = false;
    VersionTableOptions version_table;
    // How statements are written: the dialect's with the driver that the URL names. Absent: its default
    // driver's.
    std::optional<sql::Dialect> sql_dialect;
    // Offline: where the script goes; absent: where the command's own goes.
    std::function<void(std::string_view)> output;
    // Told of each step and the heads after it, once its row is written and before its transaction ends.
    std::function<void(const script::Step& step, const std::vector<std::string>& heads)> on_version_apply;
    // What an evaluated env.py gave, for the revisions' own eyes.
    alembic::ScriptSide script_side;
};

// What the command wants of the run, whatever the environment is.
struct WorkOrder {
    // From the heads of the database to the steps to take. Called again where another runner was faster.
    // Commands that only look (current) do so here and give no steps.
    std::function<std::vector<script::Step>(const std::vector<std::string>& heads, MigrationContext& context)>
        plan;
    bool as_sql = false;
    // Looks only: the version table is not made, no lock is taken.
    bool dont_mutate = false;
    bool purge = false;
    std::optional<std::string> starting_rev;
    std::vector<std::string> destination_revs;
    // All steps are one transaction, whatever the environment says: stamps, which have no bodies.
    bool single_transaction = false;
    // The checks of limbeck.yaml run around the steps.
    bool with_checks = false;
};

// A transaction as begin_transaction() gives it: perhaps nothing, where the mode asks for none here.
class TransactionScope {
  public:
    TransactionScope() = default;
    explicit TransactionScope(MigrationContext* context) : context_(context) {}
    TransactionScope(TransactionScope&& other) noexcept : context_(std::exchange(other.context_, nullptr)) {}
    TransactionScope& operator=(TransactionScope&&) = delete;
    // Rolls back unless committed.
    ~TransactionScope();

    // The second call, and that of an empty scope, do nothing.
    void commit();

  private:
    MigrationContext* context_ = nullptr;
};

class EnvironmentContext {
  public:
    EnvironmentContext(const project::Project& project, script::ScriptDirectory& scripts, BodyLoader& bodies,
                       WorkOrder order, const RunOptions& options);
    ~EnvironmentContext();

    const project::Project& project() const { return project_; }
    script::ScriptDirectory& scripts() { return scripts_; }
    const WorkOrder& order() const { return order_; }
    const RunOptions& options() const { return options_; }
    BodyLoader& bodies() { return bodies_; }

    bool is_offline_mode() const { return order_.as_sql; }
    // --tag, or what configure() was given.
    std::optional<std::string> tag() const;

    void configure(ConfigureOptions options);
    bool is_configured() const { return context_ != nullptr; }
    // Throws Error where configure() was not called.
    MigrationContext& context();
    TransactionScope begin_transaction();
    void run_migrations();

  private:
    const project::Project& project_;
    script::ScriptDirectory& scripts_;
    BodyLoader& bodies_;
    WorkOrder order_;
    const RunOptions& options_;
    std::optional<std::string> tag_;
    std::unique_ptr<MigrationContext> context_;
};

class Environment {
  public:
    virtual ~Environment() = default;
    virtual void run(EnvironmentContext& context) = 0;
};

// The generic template.
class BuiltinEnvironment : public Environment {
  public:
    void run(EnvironmentContext& context) override;
};

} // namespace limbeck::migrate
