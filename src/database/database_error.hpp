// What a database said no to, in its own words and with all it told us. No password ever appears in one.
#pragma once

#include <string>
#include <string_view>

#include "support/error.hpp"

namespace limbeck::database {

// What a server reports about a failed statement; each part may be empty.
struct Report {
    // SQLSTATE ("42P01") on PostgreSQL, the symbol of the extended code ("SQLITE_CONSTRAINT_UNIQUE") on
    // SQLite.
    std::string code;
    // One line, the server's words.
    std::string message;
    std::string detail;
    std::string hint;
    // "SQL function …": where inside the server it happened.
    std::string context;
    // What the culprit belongs to.
    std::string schema_name, table_name, column_name, constraint_name;
    // All of it as the reference's driver shows it, in several lines.
    std::string driver_text;
    // The statement as it was sent.
    std::string statement;
    // Offset in bytes of the culprit within the statement; npos where unknown.
    std::size_t position = std::string::npos;
};

class DatabaseError : public Error {
  public:
    explicit DatabaseError(Report report);

    const Report& report() const { return report_; }
    const std::string& code() const { return report_.code; }
    const std::string& statement() const { return report_.statement; }

    // Sets the place: the file, and the line in it where the culprit stands. `start` is where byte `at` of
    // the statement stands; it is the place itself where the database named no position. The source line
    // comes along.
    DatabaseError& locate(const Place& start, std::size_t at = 0);

  private:
    Report report_;
};

// No connection could be made, or the server went away in the middle of one.
class ConnectionError : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

// Another holds a lock that this statement needs: SQLite's "database is locked", PostgreSQL's lock_timeout.
class LockedError : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

} // namespace limbeck::database
