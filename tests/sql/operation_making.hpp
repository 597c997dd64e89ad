// Operations in few words, for the tests that compare them with the reference's.
#pragma once

#include "sql/recorded.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limbeck::test {

using schema::ConstraintKind;
using schema::ConstraintPtr;
using schema::Name;
using schema::Operation;
using schema::ServerDefault;
using schema::TypeKind;
using schema::Value;

using Ops = std::vector<Operation>;

inline schema::ForeignKey reference(const std::string& target) {
    schema::ForeignKey key;
    schema::parse_target(key, target);
    return key;
}

inline ConstraintPtr constraint(ConstraintKind kind, std::vector<Name> columns,
                                std::optional<Name> name = {}) {
    auto made = std::make_shared<schema::Constraint>(kind);
    made->columns = std::move(columns);
    made->name = std::move(name);
    return made;
}

inline ConstraintPtr check(const std::string& text, std::optional<Name> name = {}) {
    auto made = constraint(ConstraintKind::check, {}, std::move(name));
    made->sqltext = schema::text(text);
    return made;
}

inline ConstraintPtr foreign_key(std::vector<Name> columns, const std::string& table,
                                 std::vector<Name> referred, std::optional<Name> name = {},
                                 std::optional<Name> schema = {}) {
    auto made = constraint(ConstraintKind::foreign_key, std::move(columns), std::move(name));
    made->referred_table = Name(table);
    made->referred_schema = std::move(schema);
    made->referred_columns = std::move(referred);
    return made;
}

inline schema::IndexPtr index(std::optional<Name> name, std::vector<std::string> columns,
                              bool unique = false) {
    auto made = std::make_shared<schema::Index>();
    made->name = std::move(name);
    for (std::string& column : columns) made->elements.push_back({std::move(column), nullptr});
    made->unique = unique;
    return made;
}

// An Enum that is a text with a CHECK everywhere.
inline schema::TypePtr checked_enum(std::vector<std::string> labels, const std::string& name) {
    auto made = schema::make_type(TypeKind::enum_);
    made->labels = std::move(labels);
    made->name = Name(name);
    made->native_enum = false;
    made->create_constraint = true;
    return made;
}

inline schema::TablePtr bare(const std::string& name, std::optional<Name> schema = {},
                             bool with_conventions = false) {
    auto table = std::make_shared<schema::Table>();
    table->name = Name(name);
    table->schema = std::move(schema);
    if (with_conventions) table->metadata = conventions();
    return table;
}

inline schema::TablePtr with_columns(const schema::TablePtr& table, const std::vector<std::string>& names) {
    for (const std::string& name : names) table->append(define(name, schema::null_type()));
    return table;
}

inline Operation add(const std::string& table, const schema::ColumnPtr& made) {
    schema::AddColumn op;
    op.table = Name(table);
    op.column = made;
    return op;
}

inline schema::AlterColumn alter(const std::string& table, const std::string& name) {
    schema::AlterColumn op;
    op.table = Name(table);
    op.column = Name(name);
    return op;
}

// The operations of a new constraint on a table with these columns.
inline Operation create(const std::string& table, const std::vector<std::string>& columns,
                        const ConstraintPtr& made, std::optional<Name> schema = {},
                        bool with_conventions = false) {
    schema::TablePtr target = with_columns(bare(table, std::move(schema), with_conventions), columns);
    target->append(made);
    return schema::CreateConstraint{target, made};
}

inline Operation create(const schema::IndexPtr& made, const std::string& table,
                        std::optional<Name> schema = {}, bool with_conventions = false) {
    schema::TablePtr target = bare(table, std::move(schema), with_conventions);
    target->append(made);
    schema::CreateIndex op;
    op.table = target;
    op.index = made;
    return op;
}

inline Operation drop(const std::string& name, const std::string& table, const std::string& kind,
                      std::optional<Name> schema = {}) {
    schema::DropConstraint op;
    op.table = bare(table, std::move(schema));
    op.name = Name(name);
    op.type = kind;
    return op;
}

} // namespace limbeck::test
