// A dialect: what sets PostgreSQL's text apart from SQLite's, and how a driver wants its parameters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limbeck::sql {

// `generic` is what str(expression) shows: SQL of no database in particular.
enum class Backend : std::uint8_t { postgresql, sqlite, generic };

// How a bound parameter stands in the text.
enum class Paramstyle : std::uint8_t {
    pyformat,       // %(name)s: psycopg2, psycopg
    named,          // :name
    qmark,          // ?
    format,         // %s
    numeric,        // :1
    numeric_dollar, // $1
};

// Which drivers write a parameter's type behind it ($1::INTEGER).
enum class Driver : std::uint8_t { psycopg2, psycopg, asyncpg, pg8000, pysqlite };

struct Dialect {
    Backend backend = Backend::postgresql;
    Paramstyle paramstyle = Paramstyle::pyformat;
    Driver driver = Driver::psycopg2;
    // PostgreSQL: backslashes in texts are doubled until a connection says that they need not be.
    bool backslash_escapes = true;
    bool jsonb_subscripting = true;
    bool native_datetime = false; // SQLite
    std::size_t max_identifier_length = 63;

    std::string_view name() const {
        return backend == Backend::postgresql ? "postgresql" : backend == Backend::sqlite ? "sqlite" : "default";
    }
    bool is_postgresql() const { return backend == Backend::postgresql; }
    bool is_sqlite() const { return backend == Backend::sqlite; }
    bool is_generic() const { return backend == Backend::generic; }
    // The driver formats with percent signs, so that one in the text is written twice.
    bool double_percents() const {
        return paramstyle == Paramstyle::pyformat || paramstyle == Paramstyle::format;
    }
};

// The dialect of the default driver, as `create_engine("postgresql://")` has it before it connects.
Dialect postgresql_dialect();
Dialect sqlite_dialect();
Dialect generic_dialect();
// "psycopg2", "asyncpg", "aiosqlite", … with that driver's own paramstyle.
Dialect dialect_for(std::string_view backend, std::string_view driver);

} // namespace limbeck::sql
