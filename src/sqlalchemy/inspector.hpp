// What a database says of its tables: SQLAlchemy's Inspector, with its order, its names and its omissions.
//
// Batch mode builds its copy of a table from this, `autoload_with=` fills a Table from it, and scripts ask it
// through `sa.inspect(bind)`.
#pragma once

#include "schema/table.hpp"
#include "support/error.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limbeck::database {
class Connection;
}

namespace limbeck::sqlalchemy {

// "NoSuchTableError: name" for a table that is not there.
class NoSuchTableError : public Error {
  public:
    using Error::Error;
};

struct ReflectedColumn {
    std::string name;
    schema::TypePtr type;
    bool nullable = true;
    // The default's SQL, as the database has it.
    std::optional<std::string> default_sql;
    // SQLite: the place in the primary key, from 1; 0 outside it.
    int primary_key = 0;
    std::optional<std::string> comment;
    // PostgreSQL: "auto" where a sequence feeds the column.
    bool autoincrement = false;
    std::optional<schema::Identity> identity;
    // A generated column: its expression, and whether it is stored.
    struct Generated {
        std::string sql;
        bool persisted = false;
    };
    std::optional<Generated> computed;
};

struct ReflectedPrimaryKey {
    std::optional<std::string> name;
    std::vector<std::string> columns;
    std::optional<std::string> comment;
    std::vector<std::string> include;
};

struct ReflectedForeignKey {
    std::optional<std::string> name;
    std::vector<std::string> columns;
    std::optional<std::string> referred_schema;
    std::string referred_table;
    std::vector<std::string> referred_columns;
    std::optional<std::string> onupdate, ondelete, initially, match;
    std::optional<bool> deferrable;
    std::optional<std::string> comment;
};

struct ReflectedUnique {
    std::optional<std::string> name;
    std::vector<std::string> columns;
    std::optional<std::string> comment;
    bool nulls_not_distinct = false;
    // PostgreSQL: INCLUDE columns.
    std::vector<std::string> include = {};
};

struct ReflectedCheck {
    std::optional<std::string> name;
    std::string sql;
    std::optional<std::string> comment;
    bool no_inherit = false;
    bool not_valid = false;
};

struct ReflectedIndex {
    std::string name;
    // One per element; nothing where the element is an expression.
    std::vector<std::optional<std::string>> columns;
    // The texts of all elements, where at least one is an expression; else empty.
    std::vector<std::string> expressions;
    bool unique = false;
    // The predicate of a partial index.
    std::optional<std::string> where;
    // PostgreSQL: the access method where it is not btree, INCLUDE columns, WITH options, operator classes.
    std::string using_;
    std::vector<std::string> include;
    std::vector<std::pair<std::string, std::string>> with, operator_classes;
    // Per column: "desc", "nulls_first", "nulls_last".
    std::vector<std::pair<std::string, std::vector<std::string>>> sorting;
    bool nulls_not_distinct = false;
    // The unique constraint that made it.
    std::optional<std::string> duplicates_constraint;
};

struct ReflectedEnum {
    std::string name;
    std::string schema;
    bool visible = true;
    std::vector<std::string> labels;
};

class Inspector {
  public:
    using Schema = std::optional<std::string>;

    virtual ~Inspector() = default;

    virtual std::string_view dialect_name() const = 0;
    virtual std::string default_schema() = 0;
    virtual std::vector<std::string> schema_names() = 0;
    virtual std::vector<std::string> table_names(const Schema& schema = {}) = 0;
    virtual std::vector<std::string> view_names(const Schema& schema = {}) = 0;
    // Tables and views.
    virtual bool has_table(const std::string& table, const Schema& schema = {}) = 0;

    // Each throws NoSuchTableError for a table that is not there.
    virtual std::vector<ReflectedColumn> columns(const std::string& table, const Schema& schema = {}) = 0;
    virtual ReflectedPrimaryKey primary_key(const std::string& table, const Schema& schema = {}) = 0;
    virtual std::vector<ReflectedForeignKey> foreign_keys(const std::string& table,
                                                          const Schema& schema = {}) = 0;
    virtual std::vector<ReflectedUnique> unique_constraints(const std::string& table,
                                                            const Schema& schema = {}) = 0;
    virtual std::vector<ReflectedCheck> check_constraints(const std::string& table,
                                                          const Schema& schema = {}) = 0;
    virtual std::vector<ReflectedIndex> indexes(const std::string& table, const Schema& schema = {}) = 0;
    virtual std::optional<std::string> table_comment(const std::string& table, const Schema& schema = {}) = 0;
    virtual std::vector<ReflectedEnum> enums(const Schema& schema = {}) = 0;
    virtual bool has_sequence(const std::string& name, const Schema& schema = {}) = 0;
    virtual std::vector<std::string> sequence_names(const Schema& schema = {}) = 0;
    virtual std::optional<std::string> view_definition(const std::string& view,
                                                       const Schema& schema = {}) = 0;
};

// For the connection's dialect. Nothing is kept between calls: a migration changes what it looks at.
std::unique_ptr<Inspector> make_inspector(database::Connection& connection);
std::unique_ptr<Inspector> make_sqlite_inspector(database::Connection& connection);
std::unique_ptr<Inspector> make_postgresql_inspector(database::Connection& connection);

} // namespace limbeck::sqlalchemy
