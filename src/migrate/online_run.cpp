#include "migrate/online_run.hpp"

#include "migrate/checks.hpp"
#include "migrate/run_report.hpp"
#include "migrate/version_rows.hpp"
#include "project/project.hpp"
#include "script/script_directory.hpp"
#include "support/catch_up.hpp"
#include "support/interrupt.hpp"
#include "support/log.hpp"

#include <limbeck/limbeck.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace limbeck::migrate {

using database::BeginMode;
using database::Dialect;

namespace {

bool same_rows(std::vector<std::string> a, std::vector<std::string> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

LockOptions lock_options(MigrationContext& context) {
    const RunOptions& options = context.environment().options();
    LockOptions out;
    out.mode = context.environment().project().settings().lock;
    out.timeout = options.lock_timeout;
    out.on_wait = options.on_notice;
    return out;
}

} // namespace

OnlineRun::OnlineRun(MigrationContext& context)
    : context_(context), connection_(*context.connection()), order_(context.environment().order()),
      lock_options_(lock_options(context)), external_(connection_.in_transaction()) {}

OnlineRun::~OnlineRun() = default;

void OnlineRun::run() {
    state_ = read_state();
    if (order_.dont_mutate) {
        make_plan(context_, state_.heads);
        return;
    }
    together_ = context_.open_scopes_ || order_.single_transaction;
    replan();
    if (nothing_to_do()) return;
    try {
        take_lock();
        if (nothing_to_do()) return;
        if (checks_wanted())
            run_checks(connection_, context_.environment().project().settings().checks_before, "before");
        for (;;) {
            try {
                apply();
                break;
            } catch (const RowsMoved&) {
                rollback();
                state_ = read_state();
                replan();
                if (nothing_to_do()) break;
            }
        }
    } catch (Error& error) {
        explain(error);
        throw;
    } catch (...) {
        rollback();
        throw;
    }
    if (!context_.open_scopes_) lock_.reset();
}

VersionState OnlineRun::read_state() {
    VersionState state;
    wait_while_locked(connection_, lock_options_,
                      [&] { state = context_.version_table().read(connection_); });
    return state;
}

bool OnlineRun::nothing_to_do() const {
    return plan_.empty() && state_.table_exists && !order_.purge;
}

void OnlineRun::replan() {
    static const std::vector<std::string> none;
    const std::vector<std::string>& heads = order_.purge ? none : state_.heads;
    plan_ = make_plan(context_, heads);
    if (connection_.dialect() == Dialect::postgresql) check_id_lengths(plan_, context_, state_.id_limit);
    rows_.emplace(context_.environment().scripts().map(), heads);
    expected_rows_ = committed_rows_ = state_.heads;
    resumed_ = false;
}

void OnlineRun::resume() {
    // Once, under the lock: before that the rows and the mark may be those of different moments.
    if (std::exchange(resumed_, true)) return;
    if (!state_.mark || plan_.empty() || order_.single_transaction) return;
    const ProgressMark& mark = *state_.mark;
    PlannedStep& first = plan_.steps.front();
    const script::Revision& revision = context_.environment().scripts()[first.step.revision];
    const char* direction = mark.upgrade ? "upgrade" : "downgrade";
    if (revision.id != mark.revision || first.step.is_upgrade != mark.upgrade)
        throw CommandError(
            fmt::format("The {} of revision '{}' has run in part and comes first", direction, mark.revision),
            {},
            fmt::format("Complete it with \"limbeck {} {}\"; or by hand, and say so with \"limbeck stamp\".",
                        direction, mark.upgrade ? mark.revision : "-1"));
    try {
        first.body->resume_after(mark.parts, mark.fingerprint);
    } catch (CommandError& error) {
        error.with_place({revision.path, 0, 0});
        error.with_hint("Set those parts back to what they were and run the command again; or complete the "
                        "revision by hand and say so with \"limbeck stamp\".");
        throw;
    }
}

void OnlineRun::clear_mark() {
    if (!state_.mark) return;
    migrate::clear_mark(connection_, context_.version_table(), state_.comment);
    state_.mark.reset();
}

void OnlineRun::take_lock() {
    if (connection_.dialect() != Dialect::postgresql || lock_options_.mode == LockMode::off) return;
    lock_ = std::make_unique<AdvisoryLock>(
        connection_, advisory_key(state_.schema, context_.version_table().name()), lock_options_);
    // The transaction's lock is taken by each transaction as it begins.
    if (lock_options_.mode == LockMode::transaction && !external_) return;
    lock_->acquire();
    VersionState now = read_state();
    bool moved = !same_rows(now.heads, state_.heads) || now.table_exists != state_.table_exists ||
                 now.mark != state_.mark;
    state_ = std::move(now);
    if (moved) replan();
    if (nothing_to_do()) lock_.reset();
}

void OnlineRun::apply() {
    // Nothing is shown that comes after a statement of which nobody knows yet whether it has failed.
    output::CatchUp catch_up([this] { connection_.settle(); });
    try {
        try {
            apply_steps();
            connection_.settle();
        } catch (const database::LateError&) {
            throw;
        } catch (const Interrupted&) {
            throw;
        } catch (...) {
            // A statement from before that has failed comes first.
            connection_.settle();
            throw;
        }
    } catch (const database::LateError& late) {
        late.throw_cause();
    }
}

void OnlineRun::post(std::string_view sql, std::span<const database::Value> parameters,
                     database::Posted then) {
    database::Posted told;
    told.failed = [this, step = current_, failed = std::move(then.failed)](Error& error) {
        current_ = step;
        if (failed) failed(error);
    };
    if (then.done)
        told.done = [this, step = current_, done = std::move(then.done)](const database::Result& result) {
            const PlannedStep* at_work = std::exchange(current_, step);
            done(result);
            current_ = at_work;
        };
    connection_.post(sql, parameters, std::move(told));
}

void OnlineRun::apply_steps() {
    if (together_ || plan_.empty()) {
        begin();
        ensure_table();
        if (order_.purge) connection_.execute(context_.version_table().delete_all_sql());
        if (order_.single_transaction) clear_mark();
        if (plan_.empty() && !context_.open_scopes_) commit_transaction();
    }
    int number = 0;
    int total = static_cast<int>(plan_.steps.size());
    for (PlannedStep& planned : plan_.steps) {
        ++number;
        interrupt::check();
        auto start = std::chrono::steady_clock::now();
        report_progress(planned, number, false, 0);
        current_ = &planned;
        run_step(planned);
        finish_step(number == total);
        current_ = nullptr;
        std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        report_progress(planned, number, true, took.count());
    }
    if (together_ && !context_.open_scopes_) commit_transaction();
}

void OnlineRun::ensure_table() {
    if (!state_.table_exists) connection_.execute(context_.version_table().create_sql());
    state_.table_exists = true;
}

void OnlineRun::run_step(PlannedStep& planned) {
    static log::Logger& logger = log::get("alembic.runtime.migration");
    step_left_transaction_ = false;
    if (!together_) begin();
    resume();
    ensure_table();
    connection_.after_posted([&step = planned.step] { logger.info("Running {}", step.to_string()); });
    if (planned.body) planned.body->run(context_);
    write_version_rows(context_, rows_->update_to_step(planned.step));
    clear_mark();
    expected_rows_ = rows_->heads();
    ++steps_pending_;
    if (!context_.options().on_version_apply) return;
    connection_.settle();
    context_.options().on_version_apply(planned.step, expected_rows_);
}

void OnlineRun::finish_step(bool last) {
    // What a step did outside a transaction cannot be taken back: its row must not be, either.
    bool ends_here = !together_ || step_left_transaction_;
    if (last && !step_left_transaction_) run_checks_after();
    if (context_.environment().options().on_progress) connection_.settle();
    if (ends_here) commit_transaction();
    if (last && step_left_transaction_) run_checks_after();
    if (ends_here && together_ && !last) begin();
}

void OnlineRun::begin() {
    if (external_) return;
    if (connection_.dialect() == Dialect::sqlite)
        wait_while_locked(connection_, lock_options_, [&] { connection_.begin(BeginMode::immediate); });
    else if (lock_options_.mode == LockMode::transaction)
        lock_->begin_locked();
    else
        return connection_.begin();
    check_rows();
}

void OnlineRun::check_rows() {
    VersionState now = context_.version_table().read(connection_);
    if (!same_rows(now.heads, expected_rows_) || now.mark != state_.mark) throw RowsMoved();
    state_.table_exists = now.table_exists;
}

void OnlineRun::commit_transaction() {
    if (external_) return;
    if (connection_.in_transaction())
        wait_while_locked(connection_, lock_options_, [&] { connection_.commit(); });
    committed_rows_ = expected_rows_;
    steps_committed_ += std::exchange(steps_pending_, 0);
    for (const database::SqlStatement& statement : std::exchange(after_step_, {}))
        context_.execute(statement);
}

void OnlineRun::commit() {
    try {
        commit_transaction();
    } catch (Error& error) {
        explain(error);
        throw;
    }
    lock_.reset();
}

void OnlineRun::rollback() noexcept {
    if (!external_) connection_.rollback();
    after_step_.clear();
    steps_pending_ = 0;
    expected_rows_ = committed_rows_;
}

void OnlineRun::leave_transaction(const std::optional<CommittedParts>& committed, bool for_data) {
    if (external_)
        throw Error("A part that runs outside a transaction cannot run inside the environment's own", {},
                    "Let env.py leave the transaction to context.begin_transaction().");
    if (committed && committed->parts > 0 && !(state_.mark && state_.mark->parts == committed->parts)) {
        const script::Step& step = current_->step;
        state_.mark = ProgressMark{context_.environment().scripts()[step.revision].id, step.is_upgrade,
                                   committed->parts, committed->fingerprint};
        write_mark(connection_, context_.version_table(), *state_.mark, state_.comment);
    }
    if (connection_.in_transaction())
        wait_while_locked(connection_, lock_options_, [&] { connection_.commit(); });
    committed_rows_ = expected_rows_;
    steps_committed_ += std::exchange(steps_pending_, 0);
    if (!for_data) return;
    step_left_transaction_ = true;
    step_starts_again_ = !committed;
}

void OnlineRun::enter_transaction() {
    begin();
}

bool OnlineRun::checks_wanted() const {
    return order_.with_checks && !plan_.empty();
}

void OnlineRun::run_checks_after() {
    if (checks_wanted())
        run_checks(connection_, context_.environment().project().settings().checks_after, "after");
}

void OnlineRun::report_progress(const PlannedStep& planned, int number, bool finished, double seconds) const {
    const auto& tell = context_.environment().options().on_progress;
    if (!tell) return;
    Progress progress;
    progress.number = number;
    progress.total = static_cast<int>(plan_.steps.size());
    std::vector<std::string> ids = planned.step.up_revision_ids();
    progress.id = ids.empty() ? "" : ids.front();
    progress.title = planned.step.doc;
    progress.upgrade = planned.step.is_upgrade;
    progress.finished = finished;
    progress.seconds = seconds;
    tell(progress);
}

void OnlineRun::explain(Error& error) {
    RunReport report;
    report.interrupted = dynamic_cast<Interrupted*>(&error) != nullptr;
    // The way back must not be stopped by the signal that asked for it.
    if (report.interrupted) interrupt::clear();
    rollback();
    report.steps_kept = steps_committed_;
    report.steps_planned = std::max(static_cast<int>(plan_.steps.size()), steps_committed_);
    if (current_ && !current_->step.is_stamp) {
        std::vector<std::string> ids = current_->step.up_revision_ids();
        report.revision = ids.empty() ? "" : ids.front();
        report.changed_outside = step_left_transaction_;
        report.starts_again = step_starts_again_;
    }
    report.check_failed = dynamic_cast<CheckFailed*>(&error) != nullptr;
    report.rows = committed_rows_;
    try {
        report.rows = context_.version_table().read(connection_).heads;
    } catch (const Error&) {
        report.connection_lost = connection_.lost();
    }
    lock_.reset();
    std::string hint = error.hint();
    error.with_hint(hint.empty() ? report.to_string() : hint + "\n" + report.to_string());
}

} // namespace limbeck::migrate
