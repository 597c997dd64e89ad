// A PostgreSQL database of a test's own, asked and dumped past limbeck.
#pragma once

#include <string>

namespace limbeck::tests {

class PostgresServer;

class TestDatabase {
  public:
    // A new, empty one on the shared server.
    TestDatabase();
    explicit TestDatabase(PostgresServer& server);

    const std::string& url() const { return url_; }
    // psql's answer, a line a row, cells between "|". A failure fails the test.
    std::string query(const std::string& sql) const;
    // The first line that psql complains with; empty where the statement succeeds.
    std::string complaint(const std::string& sql) const;
    // Runs a script as psql does from a file, stopping at the first error.
    void run_script(const std::string& script) const;
    // pg_dump's script, schema and rows, without what differs from one moment to the next: its session key,
    // and each time stamp, which stands as <time>.
    std::string dump() const;

    // Where the two dumps first differ, both lines; empty where they do not.
    static std::string difference(const std::string& dump, const std::string& other);

  private:
    PostgresServer& server_;
    std::string url_;
};

} // namespace limbeck::tests
