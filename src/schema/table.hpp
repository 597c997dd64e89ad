// A table: a schema's, with everything CREATE TABLE writes, or a light one (sa.table()) that statements only
// name.
//
// Attaching is where the reference does its work, and so it is here: a column's `unique`, `index` and foreign
// keys become constraints, its type may bring a CHECK, the primary key is gathered, naming conventions give
// names.
#pragma once

#include "schema/constraint.hpp"
#include "schema/metadata.hpp"
#include "schema/selectable.hpp"

namespace limbeck::schema {

struct Table : FromClause {
    Name name;
    std::optional<Name> schema;
    bool light = false; // sa.table(): no DDL, no defaults
    std::vector<ColumnPtr> columns;
    ConstraintPtr primary_key; // always there but on a light one
    // In the order of attaching; sorted_constraints() has the order of CREATE TABLE.
    std::vector<ConstraintPtr> constraints;
    std::vector<IndexPtr> indexes;
    std::optional<std::string> comment;
    std::vector<std::string> prefixes;
    Options options;
    std::shared_ptr<const MetaData> metadata; // may be null
    ScriptObject script;

    Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    const Column* find(std::string_view key) const;
    ColumnPtr find_pointer(std::string_view key) const;
    // A column of the same key is replaced. Throws where the column belongs to another table.
    void append(ColumnPtr column);
    void append(ConstraintPtr constraint);
    void append(IndexPtr index);
    std::vector<ConstraintPtr> sorted_constraints() const;
    // The column whose values the database counts up by itself, or null.
    const Column* autoincrement_column() const;
    // "schema.name".
    std::string full_name() const;
};
using TablePtr = std::shared_ptr<Table>;

// The column as an expression of its table.
std::shared_ptr<const ColumnRef> column_ref(const std::shared_ptr<const Table>& table,
                                            const ColumnPtr& column);
// All columns of a table as expressions.
std::vector<std::shared_ptr<const ColumnRef>> columns_of(const std::shared_ptr<const Table>& table);

// "schema.table.column" split as ForeignKey does; `metadata_schema` is the schema of tables that name none.
void parse_target(ForeignKey& key, std::string_view target, const std::optional<Name>& metadata_schema = {});

} // namespace limbeck::schema
