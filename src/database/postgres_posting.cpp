// Statements sent ahead of their answers, by libpq's pipeline mode: the server works through them one after
// the other and keeps its answers until it meets a sync point. After a failure it skips what comes up to the
// next one; statements beyond that fail by themselves, since the transaction has.
#include "database/postgres_session.hpp"
#include "database/sql_split.hpp"
#include "database/wire_parameters.hpp"
#include "support/interrupt.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace limbeck::database {

namespace {

// How many statements go between two sync points, of which one may be open while the next statements are
// sent: what the server may lag behind, and with it what an error lets be done in vain.
constexpr std::size_t statements_per_sync = 32;

// A text of several statements goes by the simple protocol alone; one semicolon at the end is no second one.
bool is_single(std::string_view sql) {
    std::size_t semicolon = sql.find(';');
    return semicolon == std::string_view::npos ||
           std::all_of(sql.begin() + static_cast<std::ptrdiff_t>(semicolon) + 1, sql.end(),
                       [](unsigned char c) { return std::isspace(c); });
}

// "$1" in a text without parameters is another error by the extended protocol than by the simple one.
bool names_parameter(std::string_view sql) {
    for (std::size_t at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1))
        if (at + 1 < sql.size() && std::isdigit(static_cast<unsigned char>(sql[at + 1]))) return true;
    return false;
}

// Neither transactions' ends nor COPY, which asks for rows.
bool leaves_transaction_alone(std::string_view sql) {
    static constexpr std::array<std::string_view, 14> words = {
        "ALTER",  "COMMENT", "CREATE", "DELETE", "DO",       "DROP",   "GRANT",
        "INSERT", "LOCK",    "REVOKE", "SELECT", "TRUNCATE", "UPDATE", "WITH"};
    return std::find(words.begin(), words.end(), leading_words(sql, 1)) != words.end();
}

} // namespace

bool PostgresConnection::can_post(std::string_view sql, std::span<const Value> parameters) const {
    return pq_.has_pipeline() && !settling_ && !lost() && in_transaction() && is_single(sql) &&
           (!parameters.empty() || !names_parameter(sql)) && leaves_transaction_alone(sql);
}

void PostgresConnection::post(std::string_view sql, std::span<const Value> parameters, Posted then) {
    if (!in_pipeline_ && !pq_.PQenterPipelineMode(handle_)) fail_connection("", sql);
    in_pipeline_ = true;
    if (under_way_.empty()) cancel_sent_ = false;
    UnderWay& sent = under_way_.emplace_back();
    sent.sql = sql;
    sent.then = std::move(then);
    WireParameters wire(parameters);
    if (!pq_.PQsendQueryParams(handle_, sent.sql.c_str(), wire.size(), wire.types.data(), wire.values.data(),
                               wire.lengths.data(), wire.formats.data(), 0))
        fail_connection("", sql);
    if (++posted_since_sync_ == statements_per_sync) send_sync();
    push(sql);
    take_answers(1);
}

void PostgresConnection::after_posted(std::function<void()> act) {
    if (under_way_.empty()) return act();
    UnderWay& waiting = under_way_.emplace_back();
    waiting.kind = UnderWay::Kind::act;
    waiting.act = std::move(act);
}

void PostgresConnection::settle() {
    if (!in_pipeline_ || settling_) return;
    if (posted_since_sync_) send_sync();
    push({});
    take_answers(0);
    leave_pipeline();
}

void PostgresConnection::push(std::string_view sql) {
    if (try_flush()) return;
    // What has come from the server before it went says why.
    take_answers(0);
    fail_connection("", sql);
}

void PostgresConnection::send_sync() {
    if (!pq_.PQpipelineSync(handle_)) fail_connection("", "");
    under_way_.emplace_back().kind = UnderWay::Kind::sync;
    ++syncs_;
    posted_since_sync_ = 0;
}

void PostgresConnection::take_answers(std::size_t most_syncs) {
    settling_ = true;
    struct Settled {
        bool& settling;
        ~Settled() { settling = false; }
    } settled{settling_};
    bool looked = false;
    while (!under_way_.empty()) {
        if (under_way_.front().kind == UnderWay::Kind::act) {
            std::function<void()> act = std::move(under_way_.front().act);
            under_way_.pop_front();
            guarded(act);
            continue;
        }
        if (syncs_ <= most_syncs) {
            // What has come is taken, nothing is waited for.
            if (!std::exchange(looked, true) && !pq_.PQconsumeInput(handle_)) fail_connection("", "");
            if (pq_.PQisBusy(handle_)) return;
        }
        take_answer(next_result(Stopping::on_interrupt));
    }
}

void PostgresConnection::take_answer(ResultHandle handle) {
    UnderWay& first = under_way_.front();
    if (!handle) {
        if (lost()) fail_posted(std::move(first), std::move(handle));
        // The end of a statement's results; none belongs to a sync point.
        if (!first.answer) return;
        UnderWay done = std::move(first);
        under_way_.pop_front();
        if (done.then.done) guarded([&] { done.then.done(*done.answer); });
        return;
    }
    switch (pq_.PQresultStatus(handle.get())) {
    case PGRES_PIPELINE_SYNC:
        --syncs_;
        under_way_.pop_front();
        return;
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE:
    case PGRES_PIPELINE_ABORTED:
        fail_posted(std::move(first), std::move(handle));
    default: {
        ResultBuilder builder;
        std::string_view tuples = pq_.PQcmdTuples(handle.get());
        if (!tuples.empty()) builder.set_row_count(std::atoll(tuples.data()));
        first.answer = builder.take();
    }
    }
}

void PostgresConnection::guarded(const std::function<void()>& act) {
    try {
        act();
    } catch (...) {
        std::exception_ptr cause = std::current_exception();
        forget_posted(Stopping::at_once);
        throw LateError(cause);
    }
}

void PostgresConnection::fail_posted(UnderWay failed, ResultHandle handle) {
    guarded([&] {
        try {
            if (!handle) fail_connection("", failed.sql);
            fail(handle.get(), failed.sql);
        } catch (Error& error) {
            // The script's side of it may run scripts, which must not find the connection half way.
            forget_posted(Stopping::at_once);
            if (failed.then.failed) failed.then.failed(error);
            throw;
        }
    });
    throw Error("a failed statement was taken for none");
}

void PostgresConnection::forget_posted(Stopping stopping) {
    if (!in_pipeline_) return;
    if (posted_since_sync_ && pq_.PQpipelineSync(handle_)) ++syncs_;
    while (try_flush() && syncs_ && !lost()) {
        ResultHandle handle = next_result(stopping);
        if (handle && pq_.PQresultStatus(handle.get()) == PGRES_PIPELINE_SYNC) --syncs_;
    }
    leave_pipeline();
}

void PostgresConnection::leave_pipeline() {
    under_way_.clear();
    syncs_ = posted_since_sync_ = 0;
    in_pipeline_ = false;
    if (!lost() && !pq_.PQexitPipelineMode(handle_)) fail_connection("", "");
}

} // namespace limbeck::database
