#include "sql/dialect.hpp"

namespace limbeck::sql {

Dialect postgresql_dialect() {
    return {};
}

Dialect sqlite_dialect() {
    Dialect dialect;
    dialect.backend = Backend::sqlite;
    dialect.paramstyle = Paramstyle::qmark;
    dialect.driver = Driver::pysqlite;
    dialect.backslash_escapes = false;
    dialect.max_identifier_length = 9999;
    return dialect;
}

Dialect generic_dialect() {
    Dialect dialect;
    dialect.backend = Backend::generic;
    dialect.paramstyle = Paramstyle::named;
    dialect.backslash_escapes = false;
    dialect.max_identifier_length = 9999;
    return dialect;
}

Dialect dialect_for(std::string_view backend, std::string_view driver) {
    if (backend == "sqlite") return sqlite_dialect();
    Dialect dialect = postgresql_dialect();
    if (driver == "asyncpg") {
        dialect.driver = Driver::asyncpg;
        dialect.paramstyle = Paramstyle::numeric_dollar;
    } else if (driver == "psycopg" || driver == "psycopg_async") {
        dialect.driver = Driver::psycopg;
    } else if (driver == "pg8000") {
        dialect.driver = Driver::pg8000;
        dialect.paramstyle = Paramstyle::format;
    }
    return dialect;
}

} // namespace limbeck::sql
