// The connection as scripts hold it: what `op.get_bind()`, `engine.connect()` and `connectable.connect()`
// give.
//
// Its class is sqlalchemy.engine.Connection, written in Python (modules/sqlalchemy/engine/base.py); what
// hangs on an instance is the state here. All of them lead to database/connection.hpp; the bind of a
// migration is the very connection that the run works on, and shares its transaction.
#pragma once

#include "database/connection.hpp"
#include "python/binding.hpp"
#include "sql/dialect.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace limbeck::sqlalchemy {

struct ConnectionState final : python::NativeState {
    // Null where it is closed.
    database::Connection* connection = nullptr;
    // Where it is the script's own; else it belongs to the run.
    std::unique_ptr<database::Connection> owned;
    // As statements are written for it: psycopg2's or pysqlite's way, whatever driver the URL names.
    sql::Dialect dialect;
    // The driver that the URL names ("asyncpg"), for `dialect.driver`.
    std::string driver;
    // A transaction has been asked for: it begins with the next statement, on SQLite with the next that
    // writes, as the drivers do it.
    bool wants_transaction = false;
    // Offline: where statements go.
    std::function<void(std::string_view statement)> write;
    // Offline: values are written into the statements.
    bool literal_binds = false;

    // Begins what is wanted, before a statement of this text is sent.
    void before_statement(std::string_view text);
};

// The object for a connection of the run's.
python::Value wrap_connection(database::Connection& connection);
// Offline: every statement that is executed goes to `write` as an offline script has it, without its
// semicolon; execute() gives None.
python::Value make_mock_connection(const sql::Dialect& dialect, bool literal_binds,
                                   std::function<void(std::string_view statement)> write);

bool is_mock_connection(const python::Value& value);

// The connection behind a Connection object, or a wrapper that has one (a Session, an AsyncConnection, the
// DBAPI connection); nullptr for anything else and for a mock.
database::Connection* connection_if(const python::Value& value);
// The same, where there must be one: ArgumentError for anything else, ResourceClosedError where it is closed.
database::Connection& to_connection(const python::Value& value);

// As the driver of a connection has it: psycopg2 or pysqlite, its backslashes as the server wants them.
sql::Dialect dialect_of(database::Connection& connection);

} // namespace limbeck::sqlalchemy
