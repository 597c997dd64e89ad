// From a database URL to a connection.
#pragma once

#include <memory>
#include <optional>

#include "database/connection.hpp"

namespace limbeck::project {
class DatabaseUrl;
}

namespace limbeck::database {

struct ConnectOptions {
    // Reading only (current): a missing SQLite file is not created.
    bool read_only = false;
    // How long SQLite waits for another's lock, in seconds; the URL's "timeout" (5) where not given.
    std::optional<double> busy_timeout;
};

// Throws ConnectionError where there is no way in, ConfigError where the URL names what is not supported.
std::unique_ptr<Connection> connect(const project::DatabaseUrl& url, const ConnectOptions& options = {});

} // namespace limbeck::database
