// Constraints of a table.
#pragma once

#include "schema/column.hpp"

#include <map>
#include <string>

namespace limbeck::schema {

enum class ConstraintKind : std::uint8_t { primary_key, foreign_key, unique, check, exclude, generic };

// "PrimaryKeyConstraint" and its kin; "Constraint" for the generic one.
std::string_view class_name(ConstraintKind kind);

// What one element of an EXCLUDE is: an expression or a column, and the operator it is compared with.
struct ExcludeElement {
    ExpressionPtr expression;
    std::string name; // of the column, for `ops=`
    std::string op;
};

struct Constraint {
    ConstraintKind kind = ConstraintKind::generic;
    // Nothing: not named.
    std::optional<Name> name;
    // The name is the convention's alone, decided when the text is written: constraints of Boolean and Enum
    // types.
    bool none_name = false;
    std::optional<bool> deferrable;
    std::optional<std::string> initially;
    std::optional<std::string> comment;
    Options options;

    // Keys or names of columns: primary key, unique, foreign key's own side.
    std::vector<Name> columns;

    // Foreign key: one target per column.
    std::optional<Name> referred_schema;
    Name referred_table;
    std::vector<Name> referred_columns;
    std::optional<std::string> onupdate, ondelete, match;
    bool use_alter = false;

    // Check.
    ExpressionPtr sqltext;
    // Made by a Boolean or Enum with create_constraint: left out where the dialect has the type.
    TypePtr type_bound;
    ColumnPtr type_bound_column;
    bool column_level = false;

    // AddConstraint and DropConstraint write it: CREATE TABLE does not.
    bool apart = false;

    // Exclude.
    std::string using_ = "gist";
    std::vector<ExcludeElement> elements;
    ExpressionPtr where;
    std::vector<std::pair<std::string, std::string>> ops;

    // Primary key: gathered from the columns' flags, not given by the script.
    bool implicit = false;

    // The order in which constraints were made: that is the order in which CREATE TABLE lists them.
    std::uint64_t creation_order;
    const Table* table = nullptr; // not owned
    ScriptObject script;

    explicit Constraint(ConstraintKind k = ConstraintKind::generic);
};
using ConstraintPtr = std::shared_ptr<Constraint>;

// A constraint of the same arguments, made now.
ConstraintPtr copy(const Constraint& constraint);

// An element of an Index: a column by name, or an expression.
struct IndexElement {
    std::string column; // empty: `expression` it is
    ExpressionPtr expression;
    // What `postgresql_ops` calls an expression that has no name of its own.
    std::string key;
};

struct Index {
    std::optional<Name> name;
    std::vector<IndexElement> elements;
    bool unique = false;
    Options options;
    const Table* table = nullptr; // not owned
    // A column's type has brought it, and a column of the same type elsewhere brings another.
    bool type_bound = false;
    // By dialect: why a new table cannot have it there.
    std::map<std::string, std::string, std::less<>> refusals;
    ScriptObject script;
};
using IndexPtr = std::shared_ptr<Index>;

} // namespace limbeck::schema
