// Database URLs as SQLAlchemy writes them, and what they mean to libpq and to SQLite.
//
//     postgresql+asyncpg://app:p%40ss@db:5432/app?ssl=require
//     postgresql://app@/app?host=db1:5432&host=db2:5433
//     sqlite:///relative.db   sqlite:////absolute.db   sqlite://   sqlite:///file:x.db?mode=ro&uri=true
//
// A password is in no error and no log: errors show the URL with *** in its place, or not at all.
#pragma once

#include "support/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::project {

enum class Backend { postgresql, sqlite };

// How an SQLite database is opened.
struct SqliteTarget {
    // A file name (absolute), ":memory:", or, with `uri`, a "file:" URI for SQLite itself to read.
    std::string path;
    bool uri = false;
    // How long to wait for a lock, in seconds; the driver's default is 5.
    double timeout = 5.0;

    bool in_memory() const;
};

class DatabaseUrl {
  public:
    // The parts, percent escapes resolved. What the text does not have is empty.
    std::string drivername; // "postgresql+asyncpg"
    std::optional<std::string> username;
    std::optional<std::string> password;
    std::optional<std::string> host;
    std::optional<int> port;
    std::optional<std::string> database;
    // Names in order of first appearance, each with all its values.
    std::vector<std::pair<std::string, std::vector<std::string>>> query;

    // Throws ConfigError ("Could not parse SQLAlchemy URL from given URL string"; another sentence for a port
    // that is no number). Any scheme parses.
    static DatabaseUrl parse(std::string_view text);

    // As SQLAlchemy's render_as_string.
    std::string render(bool hide_password = true) const;
    // For messages: like render(), but what could be the rest of a password whose "@" was not escaped is
    // hidden too, and so are passwords among the query arguments.
    std::string display() const;
    // What stands before and after "+" in the driver name.
    std::string backend_name() const;
    std::string driver() const;

    // Throws ConfigError for a database that limbeck does not speak to, with a list of those it does.
    Backend backend() const;
    // The name of SQLAlchemy's dialect: "postgresql", "sqlite".
    std::string dialect() const;
    const std::vector<std::string>* query_values(std::string_view name) const;

    // Keywords and values for libpq's PQconnectdbParams; empty for what libpq's own sources (PGHOST, .pgpass,
    // services) decide. Arguments of other drivers are translated (asyncpg's ssl to sslmode) or dropped where
    // they are about that driver alone. Throws ConfigError for one that is neither, naming it.
    std::vector<std::pair<std::string, std::string>> libpq_parameters() const;
    // Throws ConfigError for a URL with a user, a host or a port ("Invalid SQLite URL: …").
    SqliteTarget sqlite_target() const;
};

} // namespace limbeck::project
