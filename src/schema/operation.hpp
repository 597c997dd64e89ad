// What a script asks for, one struct per directive of `alembic.op`. sql/operations.hpp turns them into
// statements.
#pragma once

#include "schema/table.hpp"

#include <variant>

namespace limbeck::schema {

using OptionalName = std::optional<Name>;

struct AddColumn {
    Name table;
    OptionalName schema;
    ColumnPtr column;
    std::optional<bool> if_not_exists, inline_references, inline_primary_key;
    std::shared_ptr<const MetaData> metadata; // its naming conventions; may be null
    OptionalName insert_before, insert_after; // batch mode
};

// A change of server_default: none asked for, removed, or set.
enum class Change : std::uint8_t { keep, drop, set };

struct AlterColumn {
    Name table;
    OptionalName schema;
    Name column;
    std::optional<bool> nullable;
    Change default_change = Change::keep;
    ServerDefault server_default;
    std::optional<Identity> identity;
    std::optional<Computed> computed;
    OptionalName new_name;
    TypePtr type; // null: kept
    Change comment_change = Change::keep;
    std::string comment;
    std::optional<bool> autoincrement;

    TypePtr existing_type;
    std::optional<bool> existing_nullable;
    ServerDefault existing_server_default;
    // `existing_server_default=None` was said, which is not the same as nothing being said.
    bool existing_default_is_none = false;
    std::optional<Identity> existing_identity;
    std::optional<Computed> existing_computed;
    std::optional<std::string> existing_comment;
    std::optional<bool> existing_autoincrement;
    Options options; // postgresql_using, mysql_…
    std::shared_ptr<const MetaData> metadata;
    OptionalName insert_before, insert_after; // batch mode
};

struct DropColumn {
    Name table;
    OptionalName schema;
    Name column;
    std::optional<bool> if_exists;
    Options options; // mssql_…
};

struct CreateTable {
    // The finished table: columns, constraints and indexes attached.
    TablePtr table;
    std::optional<bool> if_not_exists;
};

struct DropTable {
    TablePtr table; // name, schema, options; columns only where the script gives a Table
    std::optional<bool> if_exists;
};

struct RenameTable {
    Name table, new_name;
    OptionalName schema;
};

struct CreateIndex {
    TablePtr table; // with the columns that the index names
    IndexPtr index;
    std::optional<bool> if_not_exists;
};

struct DropIndex {
    TablePtr table; // null: the script named none
    IndexPtr index; // name and options
    std::optional<bool> if_exists;
};

// create_primary_key, create_foreign_key, create_unique_constraint, create_check_constraint and
// create_exclude_constraint.
struct CreateConstraint {
    TablePtr table;
    ConstraintPtr constraint;
};

struct DropConstraint {
    TablePtr table; // name and schema; naming conventions
    OptionalName name;
    // "foreignkey", "primary", "unique", "check", or empty.
    std::string type;
    std::optional<bool> if_exists, cascade;
};

struct TableComment {
    Name table;
    OptionalName schema;
    std::optional<std::string> comment; // nothing: drop_table_comment
    std::optional<std::string> existing_comment;
};

struct BulkInsert {
    FromPtr table;
    // One list per row, in the row's order: column keys with values or SQL.
    std::vector<std::vector<Assignment>> rows;
    bool multiinsert = true;
};

struct Execute {
    ExpressionPtr statement; // a string is a Text
};

// Statements that have constructs of their own: CreateSequence, DDL("…"), CreateSchema, …
struct CreateSequence {
    std::shared_ptr<const Sequence> sequence;
    bool if_not_exists = false;
};
struct DropSequence {
    std::shared_ptr<const Sequence> sequence;
    bool if_exists = false;
};
struct CreateSchema {
    Name name;
    bool if_not_exists = false;
};
struct DropSchema {
    Name name;
    bool if_exists = false, cascade = false;
};
// CREATE TYPE and DROP TYPE, CREATE DOMAIN and DROP DOMAIN.
struct CreateType {
    TypePtr type;
};
struct DropType {
    TypePtr type;
};
// DDL("… %(table)s …"): a template of Python's, with `%%` for a percent sign.
struct RawDdl {
    std::string statement;
    std::vector<std::pair<std::string, std::string>> context;
    TablePtr target;
};

using Operation =
    std::variant<AddColumn, AlterColumn, DropColumn, CreateTable, DropTable, RenameTable, CreateIndex,
                 DropIndex, CreateConstraint, DropConstraint, TableComment, BulkInsert, Execute,
                 CreateSequence, DropSequence, CreateSchema, DropSchema, CreateType, DropType, RawDdl>;

// What batch_alter_table() was told, for a backend that makes the table anew.
struct Batch {
    Name table;
    OptionalName schema;
    enum class Recreate : std::uint8_t { automatic, always, never } recreate = Recreate::automatic;
    TablePtr copy_from;
    std::vector<ColumnPtr> table_columns;
    std::vector<ConstraintPtr> table_constraints;
    Options table_options;
    std::shared_ptr<const MetaData> naming;
    std::vector<std::vector<std::string>> partial_reordering;
    std::vector<Operation> operations;
};

} // namespace limbeck::schema
