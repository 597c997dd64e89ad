// The table that says where a database stands: its name, the texts that make and change it, and how it is
// read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.hpp"
#include "migrate/progress_mark.hpp"

namespace limbeck::migrate {

// The name and shape as context.configure() gives them.
struct VersionTableOptions {
    std::string name = "alembic_version";
    std::optional<std::string> schema;
    bool primary_key = true;
};

// Ids are stored in VARCHAR(32): PostgreSQL refuses longer ones, SQLite does not care.
inline constexpr int version_id_limit = 32;

// What is in the table, read in one go.
struct VersionState {
    bool table_exists = false;
    // The rows as the database gives them.
    std::vector<std::string> heads;
    // PostgreSQL: how many characters an id may have in the table as it is, or as it would be made; 0: any
    // number.
    int id_limit = 0;
    // PostgreSQL: the schema that the table is in or would be made in.
    std::string schema;
    // A revision that has run in part (progress_mark.hpp).
    std::optional<ProgressMark> mark;
    // PostgreSQL: the table's comment, without the mark.
    std::string comment;
};

class VersionTable {
  public:
    VersionTable(database::Dialect dialect, VersionTableOptions options);

    const std::string& name() const { return options_.name; }
    const std::optional<std::string>& schema() const { return options_.schema; }

    // The reference's texts, without the semicolon, the same online and offline.
    std::string create_sql() const;
    std::string insert_sql(std::string_view id) const;
    std::string update_sql(std::string_view from, std::string_view to) const;
    std::string delete_sql(std::string_view id) const;
    std::string delete_all_sql() const;
    std::string select_sql() const;

    // A missing table is no error: it has no heads.
    VersionState read(database::Connection& connection) const;

    // As it stands in statements: s."Ver".
    std::string quoted_name() const;
    // SQLite: the table that holds a ProgressMark, where there is one.
    std::string quoted_mark_name() const;

  private:
    void look_up_postgres(database::Connection& connection, VersionState& state) const;
    void look_up_sqlite(database::Connection& connection, VersionState& state) const;

    database::Dialect dialect_;
    VersionTableOptions options_;
};

} // namespace limbeck::migrate
