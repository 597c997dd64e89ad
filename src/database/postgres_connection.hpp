// A connection to PostgreSQL by libpq, which is loaded when the first one is made (libpq_library.hpp).
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "database/connection.hpp"

namespace limbeck::database {

// libpq's keywords and values ("host", "port", "user", "password", "dbname", "application_name", …). What is
// not given comes from libpq's own sources: PGHOST and its kin, services, .pgpass.
struct PostgresParameters {
    std::vector<std::pair<std::string, std::string>> keywords;
    // Shown instead of the keywords: the URL, its password hidden.
    std::string name;
    // Never shown; texts from the server that happen to contain it are masked.
    std::string password;
};

// Throws ConnectionError where the server cannot be reached or refuses, Error where libpq is not installed.
std::unique_ptr<Connection> connect_postgres(const PostgresParameters& parameters);

} // namespace limbeck::database
