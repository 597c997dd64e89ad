#include "database/connect.hpp"

#include "database/postgres_connection.hpp"
#include "database/sqlite_connection.hpp"
#include "project/database_url.hpp"

#include <filesystem>

namespace limbeck::database {

namespace {

std::unique_ptr<Connection> open_postgres(const project::DatabaseUrl& url) {
    PostgresParameters parameters;
    parameters.keywords = url.libpq_parameters();
    parameters.name = url.render();
    parameters.password = url.password.value_or("");
    return connect_postgres(parameters);
}

std::unique_ptr<Connection> open_sqlite(const project::DatabaseUrl& url, const ConnectOptions& options) {
    project::SqliteTarget target = url.sqlite_target();
    SqliteParameters parameters;
    parameters.file = target.path;
    parameters.uri = target.uri;
    parameters.name = url.render();
    parameters.busy_timeout = options.busy_timeout.value_or(target.timeout);
    // A look at a database that is not there finds an empty one, and leaves it so.
    if (options.read_only && !target.uri && !target.in_memory() && !std::filesystem::exists(target.path))
        parameters.file = ":memory:";
    return connect_sqlite(parameters);
}

} // namespace

std::unique_ptr<Connection> connect(const project::DatabaseUrl& url, const ConnectOptions& options) {
    return url.backend() == project::Backend::postgresql ? open_postgres(url) : open_sqlite(url, options);
}

} // namespace limbeck::database
