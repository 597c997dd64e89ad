// A PostgreSQL server of the tests' own: made in a fresh folder, reached by its socket alone, gone with the
// process.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "database/postgres_connection.hpp"

namespace limbeck::tests {

class PostgresServer {
  public:
    // Started at the first call, ended with the test program. Throws std::runtime_error, which says what is
    // missing, where there is no PostgreSQL to start.
    static PostgresServer& shared();

    // A server of its own, for tests that end it.
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // A new, empty database; its name.
    std::string create_database();
    // "postgresql://postgres@/NAME?host=FOLDER". The role "locked" needs the password "secret-word";
    // "postgres" none.
    std::string url(const std::string& database, const std::string& user = "postgres",
                    const std::string& password = "") const;
    database::PostgresParameters parameters(const std::string& database, const std::string& user = "postgres",
                                            const std::string& password = "") const;
    // For programs that know no URLs: PGHOST, PGPORT, PGUSER, PGDATABASE.
    std::vector<std::pair<std::string, std::string>> environment(const std::string& database) const;
    // The folder of the socket.
    const std::filesystem::path& socket_folder() const { return folder_; }
    // "psql", "pg_dump": the server's own.
    std::filesystem::path program(const std::string& name) const;

    // Ends it at once, as a crash would.
    void crash();
    bool running() const { return pid_ > 0; }

  private:
    void make_cluster();
    void start();
    void stop() noexcept;
    // Runs as the user who may run a server; gives the process.
    pid_t spawn(const std::vector<std::string>& arguments, const std::filesystem::path& output) const;
    std::string log() const;

    std::filesystem::path programs_;
    std::filesystem::path folder_;
    pid_t pid_ = -1;
    int databases_ = 0;
};

} // namespace limbeck::tests
