// A run that changes a database: plan, lock, step by step, and the rows of the version table.
//
// A database that is at its target already is answered by a read alone. Else the plan is made (everything in
// it read and parsed), the lock taken, and the rows read again: whoever held the lock may have done the work.
// Steps are one transaction together or one each. Where no lock lasts between transactions (an SQLite file,
// `lock: transaction`) every transaction begins with a look at the rows, and a plan that no longer fits them
// is made anew.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "database/sql_split.hpp"
#include "migrate/lock.hpp"
#include "migrate/migration_context.hpp"
#include "migrate/plan.hpp"
#include "script/step.hpp"

namespace limbeck::migrate {

class OnlineRun {
  public:
    explicit OnlineRun(MigrationContext& context);
    ~OnlineRun();

    // Runs all that is to be done. A transaction that a TransactionScope asked for stays open.
    void run();
    // Ends that transaction and lets go of the lock.
    void commit();
    void rollback() noexcept;

    // Whether a step is at work; post() belongs to it.
    bool in_step() const { return current_ != nullptr; }
    void post(std::string_view sql, std::span<const database::Value> parameters, database::Posted then);

    void leave_transaction(const std::optional<CommittedParts>& committed, bool for_data);
    void enter_transaction();
    void execute_after_step(const database::SqlStatement& statement) { after_step_.push_back(statement); }

  private:
    // The rows are not what the plan was made for: another runner was here.
    struct RowsMoved {};

    VersionState read_state();
    bool nothing_to_do() const;
    void replan();
    // Goes on with a revision that an earlier run has applied in part.
    void resume();
    // The mark of such a revision goes with the commit that completes it.
    void clear_mark();
    void take_lock();
    void apply();
    void apply_steps();
    void ensure_table();
    void run_step(PlannedStep& planned);
    void finish_step(bool last);
    void begin();
    void commit_transaction();
    void check_rows();
    void run_checks_after();
    bool checks_wanted() const;
    void report_progress(const PlannedStep& planned, int number, bool finished, double seconds) const;
    // Rolls back, finds out where the database stands, and adds that to the error's hint.
    void explain(Error& error);

    MigrationContext& context_;
    database::Connection& connection_;
    const WorkOrder& order_;
    LockOptions lock_options_;
    std::unique_ptr<AdvisoryLock> lock_;
    // The environment's own transaction, which it ends itself.
    bool external_ = false;
    // All steps are one transaction.
    bool together_ = false;

    VersionState state_;
    Plan plan_;
    std::optional<script::HeadMaintainer> rows_;
    bool resumed_ = false;
    // What the version table holds as far as this run knows.
    std::vector<std::string> expected_rows_;
    std::vector<std::string> committed_rows_;
    std::vector<database::SqlStatement> after_step_;
    const PlannedStep* current_ = nullptr;
    // The step in work has changed data outside a transaction.
    bool step_left_transaction_ = false;
    // And there is no note of how far it came.
    bool step_starts_again_ = false;
    int steps_committed_ = 0;
    int steps_pending_ = 0;
};

} // namespace limbeck::migrate
