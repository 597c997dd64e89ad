// A connection to an SQLite file by the library that limbeck carries with it.
#pragma once

#include <memory>
#include <string>

#include "database/connection.hpp"

namespace limbeck::database {

struct SqliteParameters {
    // A path, ":memory:", or a "file:" URI with its query.
    std::string file;
    bool uri = false;
    // Shown in messages; the file where empty.
    std::string name;
    // How long a statement waits for another's lock before it fails with LockedError, in seconds.
    double busy_timeout = 5;
    // Never create the file where it is missing.
    bool existing_only = false;
    bool read_only = false;
};

// Throws ConnectionError where the file cannot be opened or is not a database.
std::unique_ptr<Connection> connect_sqlite(const SqliteParameters& parameters);

} // namespace limbeck::database
