#include "database/postgres_connection.hpp"

#include "database/postgres_session.hpp"
#include "database/postgres_types.hpp"
#include "database/wire_parameters.hpp"
#include "support/interrupt.hpp"
#include "support/text.hpp"

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include <poll.h>

namespace limbeck::database {

namespace {

constexpr std::chrono::milliseconds cancel_interval{100};

// libpq ends its messages with line feeds, and those of a failed connection have several lines.
std::string one_line(const char* message) {
    std::string out;
    for (std::string_view line : text::split_lines(message ? message : "")) {
        line = text::trim(line);
        if (line.empty()) continue;
        if (!out.empty()) out += ' ';
        out += line;
    }
    return out;
}

// psycopg2 shows all of libpq's text but "ERROR:  " at its start.
std::string without_severity(const std::string& text) {
    std::size_t colon = text.find(":  ");
    return colon == std::string::npos || colon > 10 ? text : text.substr(colon + 3);
}

std::string field(const LibpqLibrary& pq, const PGresult* result, int code) {
    const char* text = pq.PQresultErrorField(result, code);
    return text ? text : "";
}

// The server counts characters, from 1.
std::size_t byte_offset(std::string_view statement, const std::string& position) {
    std::size_t characters = 0;
    std::from_chars(position.data(), position.data() + position.size(), characters);
    if (characters == 0) return std::string::npos;
    for (std::size_t i = 0; i < statement.size(); ++i) {
        if ((static_cast<unsigned char>(statement[i]) & 0xC0) == 0x80) continue;
        if (--characters == 0) return i;
    }
    return statement.size();
}

} // namespace

void PostgresConnection::open(const PostgresParameters& parameters) {
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    double timeout = 0;
    auto add = [&](const char* keyword, const char* value) {
        keywords.push_back(keyword);
        values.push_back(value);
    };
    if (const char* text = std::getenv("PGCONNECT_TIMEOUT")) timeout = std::atof(text);
    for (const auto& [keyword, value] : parameters.keywords) {
        if (keyword == "connect_timeout") timeout = std::atof(value.c_str());
        add(keyword.c_str(), value.c_str());
    }
    add("client_encoding", "UTF8");
    add("fallback_application_name", "limbeck");
    add(nullptr, nullptr);

    handle_ = pq_.PQconnectStartParams(keywords.data(), values.data(), 0);
    if (!handle_) throw Error("Out of memory while connecting to PostgreSQL");
    if (pq_.PQstatus(handle_) == CONNECTION_BAD) fail_connection("", "");

    Clock::time_point deadline = Clock::now() + std::chrono::milliseconds(static_cast<int>(timeout * 1000));
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status != PGRES_POLLING_OK) {
        short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (!wait(events, Stopping::on_interrupt, timeout > 0 ? &deadline : nullptr))
            fail_connection(fmt::format("no connection to {} within {} seconds", name_, timeout), "");
        interrupt::check();
        status = pq_.PQconnectPoll(handle_);
        if (status == PGRES_POLLING_FAILED) fail_connection("", "");
    }
    pq_.PQsetNoticeReceiver(handle_, receive_notice, this);
    pq_.PQsetnonblocking(handle_, 1);
    cancel_ = pq_.PQgetCancel(handle_);
}

void PostgresConnection::close() noexcept {
    {
        std::lock_guard lock(cancel_mutex_);
        if (cancel_) pq_.PQfreeCancel(cancel_);
        cancel_ = nullptr;
    }
    if (handle_) pq_.PQfinish(handle_);
    handle_ = nullptr;
}

bool PostgresConnection::wait(short events, Stopping stopping, const Clock::time_point* deadline) {
    struct pollfd watched[2] = {{pq_.PQsocket(handle_), events, 0},
                                {interrupt::wake_descriptor(), POLLIN, 0}};
    // A signal that was already answered by a cancel must not wake us again and again.
    bool watch_signals = stopping == Stopping::on_interrupt && watched[1].fd >= 0 && !cancel_sent_;
    for (;;) {
        int milliseconds = -1;
        if (deadline) {
            auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
            milliseconds = static_cast<int>(std::max<long long>(left, 0));
        }
        int ready = ::poll(watched, watch_signals ? 2 : 1, milliseconds);
        if (ready == 0 && milliseconds >= 0) return false;
        if (ready < 0 && errno == EINTR && !(stopping == Stopping::on_interrupt && interrupt::requested()))
            continue;
        return true;
    }
}

Result PostgresConnection::execute(std::string_view sql, std::span<const Value> parameters) {
    settle();
    std::string text(sql);
    if (parameters.empty()) {
        send(pq_.PQsendQuery(handle_, text.c_str()), sql);
    } else {
        WireParameters wire(parameters);
        send(pq_.PQsendQueryParams(handle_, text.c_str(), wire.size(), wire.types.data(), wire.values.data(),
                                   wire.lengths.data(), wire.formats.data(), 0),
             sql);
    }
    return convert(finish(sql, Stopping::on_interrupt));
}

std::int64_t PostgresConnection::execute_many(std::string_view sql, std::span<const Parameters> rows) {
    if (rows.empty()) return 0;
    settle();
    std::string text(sql);
    // The unnamed statement: it needs no name that a pooling proxy might have given to somebody else's.
    WireParameters first(rows.front());
    send(pq_.PQsendPrepare(handle_, "", text.c_str(), first.size(), first.types.data()), sql);
    finish(sql, Stopping::on_interrupt);
    std::int64_t touched = 0;
    for (const Parameters& row : rows) {
        interrupt::check();
        WireParameters wire(row);
        send(pq_.PQsendQueryPrepared(handle_, "", wire.size(), wire.values.data(), wire.lengths.data(),
                                     wire.formats.data(), 0),
             sql);
        ResultHandle result = finish(sql, Stopping::on_interrupt);
        touched += std::atoll(pq_.PQcmdTuples(result.get()));
    }
    return touched;
}

void PostgresConnection::run(std::string_view sql) {
    settle();
    send(pq_.PQsendQuery(handle_, std::string(sql).c_str()), sql);
    finish(sql, Stopping::never);
}

void PostgresConnection::commit() {
    settle();
    send(pq_.PQsendQuery(handle_, "COMMIT"), "COMMIT");
    ResultHandle result = finish("COMMIT", Stopping::never);
    // A transaction that has failed answers COMMIT with ROLLBACK and no error.
    if (result && std::string_view(pq_.PQcmdStatus(result.get())) == "ROLLBACK") {
        Report report;
        report.code = "25P02";
        report.message = "the transaction was rolled back: a statement in it had failed";
        report.statement = "COMMIT";
        throw DatabaseError(std::move(report));
    }
}

void PostgresConnection::rollback() noexcept {
    try {
        forget_posted(Stopping::at_once);
        if (!lost() && in_transaction()) run("ROLLBACK");
    } catch (...) {
        // The server rolls back what it lost sight of.
    }
}

void PostgresConnection::cancel() noexcept {
    std::lock_guard lock(cancel_mutex_);
    char reason[256];
    if (cancel_) pq_.PQcancel(cancel_, reason, sizeof reason);
}

void PostgresConnection::send(int sent, std::string_view sql) {
    if (!sent) fail_connection("", sql);
    cancel_sent_ = false;
    flush(sql);
}

void PostgresConnection::flush(std::string_view sql) {
    if (!try_flush()) fail_connection("", sql);
}

bool PostgresConnection::try_flush() {
    while (int state = pq_.PQflush(handle_)) {
        if (state < 0) return false;
        wait(POLLIN | POLLOUT, Stopping::never);
        if (!pq_.PQconsumeInput(handle_)) return false;
    }
    return true;
}

PostgresConnection::ResultHandle PostgresConnection::next_result(Stopping stopping) {
    while (pq_.PQisBusy(handle_)) {
        if (stopping == Stopping::at_once || (stopping == Stopping::on_interrupt && interrupt::requested())) {
            // A cancel that comes before the server has begun with the statement is lost: it is sent until
            // one works.
            cancel_sent_ = true;
            cancel();
            Clock::time_point again = Clock::now() + cancel_interval;
            wait(POLLIN, Stopping::never, &again);
        } else {
            wait(POLLIN, stopping);
        }
        if (!pq_.PQconsumeInput(handle_)) break;
    }
    return {pq_.PQgetResult(handle_), pq_.PQclear};
}

void PostgresConnection::drain_copy(ExecStatusType status) {
    if (status == PGRES_COPY_IN || status == PGRES_COPY_BOTH) {
        while (pq_.PQputCopyEnd(handle_, "limbeck has no rows to send") == 0) wait(POLLOUT, Stopping::never);
        while (pq_.PQflush(handle_) > 0) wait(POLLOUT, Stopping::never);
        return;
    }
    for (;;) {
        char* row = nullptr;
        int size = pq_.PQgetCopyData(handle_, &row, 1);
        if (row) pq_.PQfreemem(row);
        if (size < 0) return;
        if (size == 0) {
            wait(POLLIN, Stopping::never);
            if (!pq_.PQconsumeInput(handle_)) return;
        }
    }
}

PostgresConnection::ResultHandle PostgresConnection::finish(std::string_view sql, Stopping stopping) {
    ResultHandle last{nullptr, pq_.PQclear};
    ResultHandle error{nullptr, pq_.PQclear};
    for (;;) {
        ResultHandle result = next_result(stopping);
        if (!result) break;
        ExecStatusType status = pq_.PQresultStatus(result.get());
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH)
            drain_copy(status);
        else if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
            error = error ? std::move(error) : std::move(result);
        else
            last = std::move(result);
    }
    if (error) fail(error.get(), sql);
    if (lost()) fail_connection("", sql);
    return last;
}

Result PostgresConnection::convert(ResultHandle handle) {
    ResultBuilder builder;
    if (!handle) return builder.take();
    PGresult* raw = handle.get();
    std::string_view tuples = pq_.PQcmdTuples(raw);
    if (!tuples.empty()) builder.set_row_count(std::atoll(tuples.data()));
    builder.set_command(pq_.PQcmdStatus(raw));
    if (pq_.PQresultStatus(raw) != PGRES_TUPLES_OK) return builder.take();

    std::shared_ptr<PGresult> kept(handle.release(), pq_.PQclear);
    int columns = pq_.PQnfields(raw);
    int rows = pq_.PQntuples(raw);
    std::vector<Oid> types;
    for (int column = 0; column < columns; ++column) {
        types.push_back(pq_.PQftype(raw, column));
        builder.add_column({pq_.PQfname(raw, column), type_name(types.back()), types.back()});
    }
    builder.reserve_rows(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (pq_.PQgetisnull(raw, row, column)) {
                builder.add(Cell());
                continue;
            }
            std::string_view text(pq_.PQgetvalue(raw, row, column),
                                  static_cast<std::size_t>(pq_.PQgetlength(raw, row, column)));
            if (types[column] == postgres_bytea) {
                std::size_t size = 0;
                unsigned char* bytes =
                    pq_.PQunescapeBytea(reinterpret_cast<const unsigned char*>(text.data()), &size);
                builder.add(Cell::of_bytes(builder.keep({reinterpret_cast<char*>(bytes), size})));
                pq_.PQfreemem(bytes);
            } else {
                builder.add(postgres_cell(types[column], text));
            }
        }
    }
    builder.own(std::move(kept));
    return builder.take();
}

std::string PostgresConnection::type_name(Oid type) {
    std::string_view known = postgres_type_name(type);
    if (!known.empty()) return std::string(known);
    auto found = type_names_.find(type);
    if (found != type_names_.end()) return found->second;
    // A type of the database's own: its name is asked for once.
    std::string sql = fmt::format("SELECT typname FROM pg_catalog.pg_type WHERE oid = {}", type);
    send(pq_.PQsendQuery(handle_, sql.c_str()), sql);
    ResultHandle result = finish(sql, Stopping::never);
    std::string name = result && pq_.PQntuples(result.get()) > 0 ? pq_.PQgetvalue(result.get(), 0, 0) : "";
    return type_names_[type] = name;
}

void PostgresConnection::fail(const PGresult* result, std::string_view sql) {
    Report report;
    report.code = field(pq_, result, PG_DIAG_SQLSTATE);
    report.message = masked(one_line(field(pq_, result, PG_DIAG_MESSAGE_PRIMARY).c_str()));
    report.detail = field(pq_, result, PG_DIAG_MESSAGE_DETAIL);
    report.hint = field(pq_, result, PG_DIAG_MESSAGE_HINT);
    report.context = field(pq_, result, PG_DIAG_CONTEXT);
    report.schema_name = field(pq_, result, PG_DIAG_SCHEMA_NAME);
    report.table_name = field(pq_, result, PG_DIAG_TABLE_NAME);
    report.column_name = field(pq_, result, PG_DIAG_COLUMN_NAME);
    report.constraint_name = field(pq_, result, PG_DIAG_CONSTRAINT_NAME);
    report.driver_text = without_severity(masked(pq_.PQresultErrorMessage(result)));
    report.statement = std::string(sql);
    report.position = byte_offset(sql, field(pq_, result, PG_DIAG_STATEMENT_POSITION));
    if (report.message.empty()) report.message = masked(one_line(pq_.PQresultErrorMessage(result)));

    if (report.code == "57014" && cancel_sent_ && interrupt::requested())
        throw Interrupted(interrupt::requested());
    if (report.code == "55P03") throw LockedError(std::move(report));
    if (lost() || report.code == "57P01" || report.code == "57P02" || report.code.starts_with("08")) {
        report.message = fmt::format("The connection to {} was lost: {}", name_, report.message);
        throw ConnectionError(std::move(report));
    }
    throw DatabaseError(std::move(report));
}

void PostgresConnection::fail_connection(std::string_view what, std::string_view sql) {
    Report report;
    report.message = what.empty() ? masked(one_line(pq_.PQerrorMessage(handle_))) : std::string(what);
    if (!sql.empty()) {
        report.message = fmt::format("The connection to {} was lost: {}", name_, report.message);
        report.statement = std::string(sql);
    }
    throw ConnectionError(std::move(report));
}

std::string PostgresConnection::masked(std::string message) const {
    // libpq does not repeat passwords; should a server do it, we do not. Short ones would mask half the
    // sentence.
    if (password_.size() < 4 || name_.find(password_) != std::string::npos) return message;
    return text::replace_all(message, password_, "***");
}

void PostgresConnection::receive_notice(void* self, const PGresult* result) {
    auto* connection = static_cast<PostgresConnection*>(self);
    if (connection->on_notice)
        connection->on_notice(field(connection->pq_, result, PG_DIAG_SEVERITY),
                              one_line(field(connection->pq_, result, PG_DIAG_MESSAGE_PRIMARY).c_str()));
}

std::unique_ptr<Connection> connect_postgres(const PostgresParameters& parameters) {
    return std::make_unique<PostgresConnection>(parameters);
}

} // namespace limbeck::database
