// One connection to one database. PostgreSQL and SQLite are the two that there are (postgres_connection.hpp,
// sqlite_connection.hpp; connect.hpp opens the one that a URL asks for).
//
// Outside begin()/commit() each statement is a transaction of its own. A statement in work stops on Ctrl-C
// (support/interrupt.hpp): it is cancelled on the server and Interrupted is thrown; the transaction is left
// to the caller, who rolls back.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "database/database_error.hpp"
#include "database/posted.hpp"
#include "database/result.hpp"
#include "database/value.hpp"

namespace limbeck::database {

enum class Dialect { postgresql, sqlite };

// "postgresql", "sqlite".
std::string_view to_string(Dialect dialect);

// SQLite takes its write lock at the first write (deferred) or at once (immediate); PostgreSQL has no such
// choice.
enum class BeginMode { deferred, immediate };

class Connection {
  public:
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Dialect dialect() const = 0;
    // 150004 for PostgreSQL 15.4, 3040001 for SQLite 3.40.1.
    virtual int server_version() const = 0;
    // "15.4 (Debian 15.4-1)", "3.40.1".
    virtual std::string server_version_text() const = 0;
    // Where it leads, for people: the URL with the password hidden.
    virtual const std::string& name() const = 0;

    // Runs one statement and reads all its rows. Parameters are "$1" on PostgreSQL, "?" on SQLite, and travel
    // apart from the text; statements with parameters are kept prepared. Throws DatabaseError or one of its
    // kin.
    virtual Result execute(std::string_view sql, std::span<const Value> parameters) = 0;
    Result execute(std::string_view sql) { return execute(sql, {}); }
    // One statement for many rows of parameters: prepared once. Gives the sum of the rows touched.
    virtual std::int64_t execute_many(std::string_view sql, std::span<const Parameters> rows) = 0;
    // A text of several statements, as it is; results are dropped. On PostgreSQL an implicit transaction
    // holds them together where none is open.
    virtual void execute_text(std::string_view sql) = 0;

    // Whether post() may send the statement without waiting: one whose result nobody looks at, inside an open
    // transaction, which a failure anywhere in it undoes as a whole.
    virtual bool can_post(std::string_view, std::span<const Value>) const { return false; }
    // Sends a statement for which can_post() is true; its answer is looked at when it has come. Every other
    // function here first waits for what was posted (settle). Throws LateError where an earlier one has
    // failed.
    virtual void post(std::string_view sql, std::span<const Value> parameters, Posted then);
    // `act` happens once all that was posted before has succeeded: now, if nothing is under way; never, if
    // something fails.
    virtual void after_posted(std::function<void()> act) { act(); }
    // Waits for all that was posted. Throws LateError for the first that failed; none of the others counts
    // then.
    virtual void settle() {}

    virtual void begin(BeginMode mode = BeginMode::deferred) = 0;
    virtual void commit() = 0;
    // Never throws: where the connection is gone, the server has rolled back by itself.
    virtual void rollback() noexcept = 0;
    // What a script's rollback means where the transaction may be the run's. The reference's driver for
    // SQLite begins none before the first change of rows: what came before that stays, and so does the run's
    // transaction.
    virtual void rollback_work() noexcept { rollback(); }
    // As the server knows it: true after a BEGIN in a text, too.
    virtual bool in_transaction() const = 0;
    // The transaction has failed and takes nothing but a rollback (PostgreSQL).
    virtual bool in_failed_transaction() const { return false; }

    virtual void savepoint(std::string_view name);
    virtual void release_savepoint(std::string_view name);
    virtual void rollback_to_savepoint(std::string_view name);

    // Stops the statement in work; may be called from another thread.
    virtual void cancel() noexcept = 0;
    // The connection is gone and stays so.
    virtual bool lost() const = 0;

    // "name", quoted for this dialect whatever it contains.
    static std::string quote_identifier(std::string_view name);
    // 'text', for statements that take no parameters.
    static std::string quote_literal(std::string_view text);

    // NOTICE and WARNING of the server, one line each. None: they are dropped, as the reference's driver
    // does.
    std::function<void(std::string_view severity, std::string_view message)> on_notice;

  protected:
    Connection() = default;
};

// A transaction that rolls back unless it was committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection, BeginMode mode = BeginMode::deferred)
        : connection_(&connection) {
        connection.begin(mode);
    }
    ~Transaction() { rollback(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit() {
        Connection* connection = std::exchange(connection_, nullptr);
        if (connection) connection->commit();
    }
    void rollback() noexcept {
        if (Connection* connection = std::exchange(connection_, nullptr)) connection->rollback();
    }

  private:
    Connection* connection_;
};

} // namespace limbeck::database
