// PostgreSQL's connection as a class, for postgres_connection.cpp and postgres_posting.cpp alone; everybody
// else has database/connection.hpp.
#pragma once

#include "database/libpq_library.hpp"
#include "database/postgres_connection.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace limbeck::database {

class PostgresConnection final : public Connection {
  public:
    explicit PostgresConnection(const PostgresParameters& parameters)
        : pq_(LibpqLibrary::get()), name_(parameters.name), password_(parameters.password) {
        try {
            open(parameters);
        } catch (...) {
            close();
            throw;
        }
    }
    ~PostgresConnection() override { close(); }

    Dialect dialect() const override { return Dialect::postgresql; }
    int server_version() const override { return pq_.PQserverVersion(handle_); }
    std::string server_version_text() const override {
        const char* version = pq_.PQparameterStatus(handle_, "server_version");
        return version ? version : "";
    }
    const std::string& name() const override { return name_; }

    Result execute(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t execute_many(std::string_view sql, std::span<const Parameters> rows) override;
    void execute_text(std::string_view sql) override { execute(sql, {}); }

    bool can_post(std::string_view sql, std::span<const Value> parameters) const override;
    void post(std::string_view sql, std::span<const Value> parameters, Posted then) override;
    void after_posted(std::function<void()> act) override;
    void settle() override;

    void begin(BeginMode) override { run("BEGIN"); }
    void commit() override;
    void rollback() noexcept override;
    bool in_transaction() const override {
        PGTransactionStatusType status = pq_.PQtransactionStatus(handle_);
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
    }
    bool in_failed_transaction() const override {
        return pq_.PQtransactionStatus(handle_) == PQTRANS_INERROR;
    }
    void cancel() noexcept override;
    bool lost() const override { return pq_.PQstatus(handle_) == CONNECTION_BAD; }

  private:
    using Clock = std::chrono::steady_clock;
    using ResultHandle = std::unique_ptr<PGresult, decltype(&::PQclear)>;
    // When the statement that is waited for is cancelled.
    enum class Stopping { on_interrupt, at_once, never };
    // What was sent ahead, or waits for it, in the order of the answers.
    struct UnderWay {
        enum class Kind { statement, sync, act } kind = Kind::statement;
        std::string sql;
        Posted then;
        std::function<void()> act;
        // The statement's answer, once it has come.
        std::optional<Result> answer;
    };

    void open(const PostgresParameters& parameters);
    void close() noexcept;
    void flush(std::string_view sql);
    // False where the connection is lost.
    bool try_flush();
    // Waits for the socket, or for a signal; `events` as poll() takes them. False where the deadline passed.
    bool wait(short events, Stopping stopping, const Clock::time_point* deadline = nullptr);

    // Runs a statement of limbeck's own that must not be stopped half way.
    void run(std::string_view sql);
    void send(int sent, std::string_view sql);
    // Reads everything that a sent statement gives back; the last result counts, the first error is thrown.
    ResultHandle finish(std::string_view sql, Stopping stopping);
    ResultHandle next_result(Stopping stopping);
    void drain_copy(ExecStatusType status);
    Result convert(ResultHandle handle);
    std::string type_name(Oid type);
    [[noreturn]] void fail(const PGresult* result, std::string_view sql);
    [[noreturn]] void fail_connection(std::string_view what, std::string_view sql);
    std::string masked(std::string message) const;

    // postgres_posting.cpp
    void send_sync();
    void push(std::string_view sql);
    // Looks at the answers that have come; while more than `most_syncs` sync points are open, waits.
    void take_answers(std::size_t most_syncs);
    void take_answer(ResultHandle handle);
    // What `act` throws becomes a LateError, after which nothing is under way.
    void guarded(const std::function<void()>& act);
    [[noreturn]] void fail_posted(UnderWay failed, ResultHandle handle);
    // Reads what comes up to the last sync point and forgets it. Says nothing of a lost connection.
    void forget_posted(Stopping stopping);
    void leave_pipeline();

    static void receive_notice(void* self, const PGresult* result);

    const LibpqLibrary& pq_;
    PGconn* handle_ = nullptr;
    std::string name_;
    std::string password_;
    std::mutex cancel_mutex_;
    PGcancel* cancel_ = nullptr;
    bool cancel_sent_ = false;
    std::map<Oid, std::string> type_names_;

    bool in_pipeline_ = false;
    // Answers are being looked at: what that sets off must not begin again.
    bool settling_ = false;
    std::deque<UnderWay> under_way_;
    std::size_t syncs_ = 0;
    std::size_t posted_since_sync_ = 0;
};

} // namespace limbeck::database
