#include "database/sqlite_connection.hpp"

#include "database/sql_split.hpp"
#include "support/interrupt.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <chrono>
#include <list>
#include <random>

#include <sqlite3.h>

namespace limbeck::database {

namespace {

using Clock = std::chrono::steady_clock;

struct CodeName {
    int code;
    std::string_view name;
};

#define LIMBECK_CODE(name)                                                                                   \
    { name, #name }
constexpr CodeName code_names[] = {
    LIMBECK_CODE(SQLITE_ERROR),
    LIMBECK_CODE(SQLITE_INTERNAL),
    LIMBECK_CODE(SQLITE_PERM),
    LIMBECK_CODE(SQLITE_ABORT),
    LIMBECK_CODE(SQLITE_BUSY),
    LIMBECK_CODE(SQLITE_LOCKED),
    LIMBECK_CODE(SQLITE_NOMEM),
    LIMBECK_CODE(SQLITE_READONLY),
    LIMBECK_CODE(SQLITE_INTERRUPT),
    LIMBECK_CODE(SQLITE_IOERR),
    LIMBECK_CODE(SQLITE_CORRUPT),
    LIMBECK_CODE(SQLITE_NOTFOUND),
    LIMBECK_CODE(SQLITE_FULL),
    LIMBECK_CODE(SQLITE_CANTOPEN),
    LIMBECK_CODE(SQLITE_PROTOCOL),
    LIMBECK_CODE(SQLITE_SCHEMA),
    LIMBECK_CODE(SQLITE_TOOBIG),
    LIMBECK_CODE(SQLITE_CONSTRAINT),
    LIMBECK_CODE(SQLITE_MISMATCH),
    LIMBECK_CODE(SQLITE_MISUSE),
    LIMBECK_CODE(SQLITE_AUTH),
    LIMBECK_CODE(SQLITE_RANGE),
    LIMBECK_CODE(SQLITE_NOTADB),
    LIMBECK_CODE(SQLITE_BUSY_RECOVERY),
    LIMBECK_CODE(SQLITE_BUSY_SNAPSHOT),
    LIMBECK_CODE(SQLITE_READONLY_RECOVERY),
    LIMBECK_CODE(SQLITE_READONLY_CANTLOCK),
    LIMBECK_CODE(SQLITE_READONLY_ROLLBACK),
    LIMBECK_CODE(SQLITE_READONLY_DBMOVED),
    LIMBECK_CODE(SQLITE_READONLY_CANTINIT),
    LIMBECK_CODE(SQLITE_READONLY_DIRECTORY),
    LIMBECK_CODE(SQLITE_IOERR_READ),
    LIMBECK_CODE(SQLITE_IOERR_SHORT_READ),
    LIMBECK_CODE(SQLITE_IOERR_WRITE),
    LIMBECK_CODE(SQLITE_IOERR_FSYNC),
    LIMBECK_CODE(SQLITE_IOERR_TRUNCATE),
    LIMBECK_CODE(SQLITE_IOERR_LOCK),
    LIMBECK_CODE(SQLITE_CONSTRAINT_CHECK),
    LIMBECK_CODE(SQLITE_CONSTRAINT_FOREIGNKEY),
    LIMBECK_CODE(SQLITE_CONSTRAINT_NOTNULL),
    LIMBECK_CODE(SQLITE_CONSTRAINT_PRIMARYKEY),
    LIMBECK_CODE(SQLITE_CONSTRAINT_TRIGGER),
    LIMBECK_CODE(SQLITE_CONSTRAINT_UNIQUE),
    LIMBECK_CODE(SQLITE_CONSTRAINT_ROWID),
    LIMBECK_CODE(SQLITE_CONSTRAINT_DATATYPE),
};
#undef LIMBECK_CODE

std::string code_name(int code) {
    for (const CodeName& entry : code_names)
        if (entry.code == code) return std::string(entry.name);
    for (const CodeName& entry : code_names)
        if (entry.code == (code & 0xFF)) return fmt::format("{}/{}", entry.name, code);
    return std::to_string(code);
}

struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// What "rows touched" means something for.
bool changes_rows(std::string_view sql) {
    std::string word = leading_words(sql, 1);
    return word == "INSERT" || word == "UPDATE" || word == "DELETE" || word == "REPLACE" || word == "WITH";
}

class SqliteConnection final : public Connection {
  public:
    explicit SqliteConnection(const SqliteParameters& parameters);
    ~SqliteConnection() override {
        cache_.clear();
        sqlite3_close_v2(handle_);
    }

    Dialect dialect() const override { return Dialect::sqlite; }
    int server_version() const override { return sqlite3_libversion_number(); }
    std::string server_version_text() const override { return sqlite3_libversion(); }
    const std::string& name() const override { return name_; }

    Result execute(std::string_view sql, std::span<const Value> parameters) override;
    std::int64_t execute_many(std::string_view sql, std::span<const Parameters> rows) override;
    void execute_text(std::string_view sql) override;

    void begin(BeginMode mode) override {
        if (is_run_ && mode == BeginMode::deferred && in_transaction()) return; // after rollback_work()
        run(mode == BeginMode::immediate ? "BEGIN IMMEDIATE" : "BEGIN", {});
        is_held_ = true;
        is_run_ = mode == BeginMode::immediate;
    }
    void commit() override {
        run("COMMIT", {});
        forget_transaction();
    }
    void rollback() noexcept override;
    void rollback_work() noexcept override;
    bool in_transaction() const override { return !sqlite3_get_autocommit(handle_); }
    void cancel() noexcept override { sqlite3_interrupt(handle_); }
    bool lost() const override { return false; }

  private:
    struct Cached {
        std::string sql;
        StatementHandle statement;
    };
    static constexpr std::size_t cache_size = 16;
    static constexpr int steps_between_looks = 4096;

    Result run(std::string_view sql, std::span<const Value> parameters);
    void forget_transaction() noexcept { is_held_ = inner_ = is_run_ = has_work_ = false; }
    // Whatever asks the run to stop, and without an answer.
    void run_to_its_end(const char* sql) noexcept {
        may_stop_ = false;
        sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
        may_stop_ = true;
    }
    // Before a statement that changes rows.
    void note_work(std::string_view sql);
    // Whether a statement that begins or ends a transaction is meant for one within that of begin().
    bool run_within(std::string_view sql);

    // The statement at the start of `sql`, and what follows it in `tail`. Null where there is only white
    // space.
    StatementHandle prepare(std::string_view sql, unsigned flags, std::string_view* tail);
    StatementHandle prepare_one(std::string_view sql, unsigned flags);
    sqlite3_stmt* cached(std::string_view sql);
    void bind(sqlite3_stmt* statement, std::span<const Value> parameters, std::string_view sql);
    Result collect(sqlite3_stmt* statement, std::string_view sql);
    void collect_row(sqlite3_stmt* statement, int columns, ResultBuilder& builder);
    [[noreturn]] void fail(std::string_view sql);

    static int on_busy(void* self, int attempt);
    static int on_progress(void* self);

    sqlite3* handle_ = nullptr;
    std::string name_;
    double busy_timeout_;
    Clock::time_point busy_since_;
    bool may_stop_ = true;
    bool is_held_ = false;  // begin() has begun the transaction
    bool inner_ = false;    // and a statement one within it
    bool is_run_ = false;   // begin() was the run's, and not a script's
    bool has_work_ = false; // and rows have changed since: the savepoint limbeck_work stands before that
    std::list<Cached> cache_;
};

SqliteConnection::SqliteConnection(const SqliteParameters& parameters)
    : name_(parameters.name.empty() ? parameters.file : parameters.name),
      busy_timeout_(parameters.busy_timeout) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= parameters.read_only       ? SQLITE_OPEN_READONLY
             : parameters.existing_only ? SQLITE_OPEN_READWRITE
                                        : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (parameters.uri) flags |= SQLITE_OPEN_URI;
    if (sqlite3_open_v2(parameters.file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        Report report;
        report.code = code_name(handle_ ? sqlite3_extended_errcode(handle_) : SQLITE_NOMEM);
        report.message = fmt::format("The SQLite database {} cannot be opened: {}", name_,
                                     handle_ ? sqlite3_errmsg(handle_) : "out of memory");
        sqlite3_close_v2(handle_);
        throw ConnectionError(std::move(report));
    }
    sqlite3_busy_handler(handle_, on_busy, this);
    sqlite3_progress_handler(handle_, steps_between_looks, on_progress, this);
}

int SqliteConnection::on_busy(void* self, int attempt) {
    auto* connection = static_cast<SqliteConnection*>(self);
    if (attempt == 0) connection->busy_since_ = Clock::now();
    std::chrono::duration<double> waited = Clock::now() - connection->busy_since_;
    if (waited.count() >= connection->busy_timeout_) return 0;
    // Unequal pauses, so that a crowd of waiters does not knock at the same moments.
    static thread_local std::minstd_rand random(std::random_device{}());
    double pause = std::min(0.001 * (attempt + 1), 0.02) * (0.5 + 1.0 * random() / std::minstd_rand::max());
    return interrupt::sleep(std::min(pause, connection->busy_timeout_ - waited.count())) ? 1 : 0;
}

int SqliteConnection::on_progress(void* self) {
    return static_cast<SqliteConnection*>(self)->may_stop_ && interrupt::requested();
}

Result SqliteConnection::execute(std::string_view sql, std::span<const Value> parameters) {
    if (parameters.empty() && is_held_ && run_within(sql)) return {};
    return run(sql, parameters);
}

bool SqliteConnection::run_within(std::string_view sql) {
    if (!in_transaction()) forget_transaction();
    if (!is_held_) return false;
    const std::string word = leading_words(sql, 1);
    if (word == "BEGIN" && !inner_) {
        run("SAVEPOINT limbeck_inner", {});
        return inner_ = true;
    }
    if (!inner_) return false;
    bool rolls_back = word == "ROLLBACK" && leading_words(sql, 3).find(" TO") == std::string::npos;
    if (!rolls_back && word != "COMMIT" && word != "END") return false;
    if (rolls_back) run("ROLLBACK TO limbeck_inner", {});
    run("RELEASE limbeck_inner", {});
    inner_ = false;
    return true;
}

void SqliteConnection::note_work(std::string_view sql) {
    if (!is_run_ || has_work_ || !in_transaction()) return;
    static constexpr std::string_view words[] = {"INSERT", "UPDATE", "DELETE", "REPLACE", "SAVEPOINT"};
    if (std::find(std::begin(words), std::end(words), leading_words(sql, 1)) == std::end(words)) return;
    collect(prepare_one("SAVEPOINT limbeck_work", 0).get(), {});
    has_work_ = true;
}

Result SqliteConnection::run(std::string_view sql, std::span<const Value> parameters) {
    note_work(sql);
    if (!parameters.empty()) {
        sqlite3_stmt* statement = cached(sql);
        bind(statement, parameters, sql);
        return collect(statement, sql);
    }
    StatementHandle statement = prepare_one(sql, 0);
    if (!statement) return {};
    return collect(statement.get(), sql);
}

std::int64_t SqliteConnection::execute_many(std::string_view sql, std::span<const Parameters> rows) {
    if (rows.empty()) return 0;
    note_work(sql);
    sqlite3_stmt* statement = cached(sql);
    std::int64_t touched = 0;
    for (const Parameters& row : rows) {
        bind(statement, row, sql);
        touched += std::max<std::int64_t>(collect(statement, sql).row_count(), 0);
    }
    return touched;
}

void SqliteConnection::execute_text(std::string_view sql) {
    while (!sql.empty()) {
        std::string_view tail;
        StatementHandle statement = prepare(sql, 0, &tail);
        if (statement) collect(statement.get(), sql.substr(0, sql.size() - tail.size()));
        sql = tail;
    }
}

void SqliteConnection::rollback() noexcept {
    if (!in_transaction()) return;
    run_to_its_end("ROLLBACK");
    forget_transaction();
}

void SqliteConnection::rollback_work() noexcept {
    if (!is_run_ || !in_transaction()) return rollback();
    if (!has_work_) return;
    run_to_its_end("ROLLBACK TO limbeck_work; RELEASE limbeck_work");
    inner_ = has_work_ = false;
}

StatementHandle SqliteConnection::prepare(std::string_view sql, unsigned flags, std::string_view* tail) {
    sqlite3_stmt* raw = nullptr;
    const char* end = nullptr;
    int status = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), flags, &raw, &end);
    if (status != SQLITE_OK) fail(sql);
    *tail = sql.substr(static_cast<std::size_t>(end - sql.data()));
    return StatementHandle(raw);
}

StatementHandle SqliteConnection::prepare_one(std::string_view sql, unsigned flags) {
    std::string_view tail;
    StatementHandle statement = prepare(sql, flags, &tail);
    if (statement && !leading_words(tail, 1).empty()) {
        Report report;
        report.code = "SQLITE_ERROR";
        report.message = "You can only execute one statement at a time.";
        report.statement = std::string(sql);
        report.position = sql.size() - tail.size();
        throw DatabaseError(std::move(report));
    }
    return statement;
}

sqlite3_stmt* SqliteConnection::cached(std::string_view sql) {
    auto found =
        std::find_if(cache_.begin(), cache_.end(), [&](const Cached& entry) { return entry.sql == sql; });
    if (found != cache_.end()) {
        cache_.splice(cache_.begin(), cache_, found);
    } else {
        StatementHandle statement = prepare_one(sql, SQLITE_PREPARE_PERSISTENT);
        cache_.push_front({std::string(sql), std::move(statement)});
        if (cache_.size() > cache_size) cache_.pop_back();
    }
    return cache_.front().statement.get();
}

void SqliteConnection::bind(sqlite3_stmt* statement, std::span<const Value> parameters,
                            std::string_view sql) {
    int wanted = sqlite3_bind_parameter_count(statement);
    if (wanted != static_cast<int>(parameters.size())) {
        Report report;
        report.code = "SQLITE_RANGE";
        report.message =
            fmt::format("The statement has {} parameters, {} values were given", wanted, parameters.size());
        report.statement = std::string(sql);
        throw DatabaseError(std::move(report));
    }
    for (int i = 0; i < wanted; ++i) {
        const Value& value = parameters[static_cast<std::size_t>(i)];
        int status = SQLITE_OK;
        if (const bool* boolean = std::get_if<bool>(&value))
            status = sqlite3_bind_int(statement, i + 1, *boolean);
        else if (const auto* integer = std::get_if<std::int64_t>(&value))
            status = sqlite3_bind_int64(statement, i + 1, *integer);
        else if (const double* real = std::get_if<double>(&value))
            status = sqlite3_bind_double(statement, i + 1, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            status = sqlite3_bind_text64(statement, i + 1, text->data(), text->size(), SQLITE_TRANSIENT,
                                         SQLITE_UTF8);
        else if (const auto* bytes = std::get_if<Bytes>(&value))
            status = sqlite3_bind_blob64(statement, i + 1, bytes->data.data(), bytes->data.size(),
                                         SQLITE_TRANSIENT);
        else
            status = sqlite3_bind_null(statement, i + 1);
        if (status != SQLITE_OK) fail(sql);
    }
}

Result SqliteConnection::collect(sqlite3_stmt* statement, std::string_view sql) {
    // Whatever happens, the statement must not keep its lock on the file.
    struct Reset {
        sqlite3_stmt* statement;
        ~Reset() {
            sqlite3_reset(statement);
            sqlite3_clear_bindings(statement);
        }
    } reset{statement};

    // COMMIT and ROLLBACK are short and must not be left half way.
    std::string word = leading_words(sql, 1);
    may_stop_ = word != "COMMIT" && word != "ROLLBACK" && word != "END";
    ResultBuilder builder;
    int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; ++column) {
        const char* type = sqlite3_column_decltype(statement, column);
        const char* name = sqlite3_column_name(statement, column);
        builder.add_column({name ? name : "", type ? type : "", 0});
    }
    std::int64_t rows = 0;
    int status = sqlite3_step(statement);
    for (; status == SQLITE_ROW; status = sqlite3_step(statement)) {
        collect_row(statement, columns, builder);
        ++rows;
    }
    may_stop_ = true;
    if (status != SQLITE_DONE) fail(sql);
    if (!sqlite3_stmt_readonly(statement) && changes_rows(sql)) {
        builder.set_row_count(sqlite3_changes64(handle_));
        builder.set_inserted_id(sqlite3_last_insert_rowid(handle_));
    } else if (columns > 0) {
        builder.set_row_count(rows);
    }
    return builder.take();
}

void SqliteConnection::collect_row(sqlite3_stmt* statement, int columns, ResultBuilder& builder) {
    for (int column = 0; column < columns; ++column) {
        switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            builder.add(Cell::of(static_cast<std::int64_t>(sqlite3_column_int64(statement, column))));
            break;
        case SQLITE_FLOAT:
            builder.add(Cell::of(sqlite3_column_double(statement, column)));
            break;
        case SQLITE_TEXT: {
            auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
            auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            builder.add(Cell::of_text(builder.keep({text ? text : "", size})));
            break;
        }
        case SQLITE_BLOB: {
            auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
            auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            builder.add(Cell::of_bytes(builder.keep({bytes ? bytes : "", size})));
            break;
        }
        default:
            builder.add(Cell());
        }
    }
}

void SqliteConnection::fail(std::string_view sql) {
    int code = sqlite3_extended_errcode(handle_);
    int primary = code & 0xFF;
    if (interrupt::requested() && may_stop_ && (primary == SQLITE_INTERRUPT || primary == SQLITE_BUSY))
        throw Interrupted(interrupt::requested());
    may_stop_ = true;
    Report report;
    report.code = code_name(code);
    report.message = report.driver_text = sqlite3_errmsg(handle_);
    report.statement = std::string(sql);
    int offset = sqlite3_error_offset(handle_);
    if (offset >= 0) report.position = static_cast<std::size_t>(offset);
    switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        report.message = fmt::format("{}: {}", name_, report.message);
        throw LockedError(std::move(report));
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        report.message = fmt::format("The SQLite database {} cannot be used: {}", name_, report.message);
        throw ConnectionError(std::move(report));
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
        report.message = fmt::format("{}: {}", name_, report.message);
        break;
    default:
        break;
    }
    throw DatabaseError(std::move(report));
}

} // namespace

std::unique_ptr<Connection> connect_sqlite(const SqliteParameters& parameters) {
    return std::make_unique<SqliteConnection>(parameters);
}

} // namespace limbeck::database
