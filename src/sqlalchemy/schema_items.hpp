// What the files of the schema room share: its classes, and how its objects find each other.
#pragma once

#include "sqlalchemy/convert.hpp"

namespace limbeck::sql {
struct Dialect;
}

namespace limbeck::sqlalchemy {

// Of a sa.ForeignKey.
struct ForeignKeyState final : python::NativeState {
    schema::ForeignKey key;
    python::Value target;     // the Column object it was given, Nothing for a text
    python::Value parent;     // the Column object it belongs to
    python::Value constraint; // the ForeignKeyConstraint it became or came from
    python::Value info;
};

// A class of sqlalchemy.sql.schema.
python::Class* schema_class(std::string_view name);
bool is_schema_item(const python::Value& value, std::string_view class_name);
// An exception of sqlalchemy.exc.
[[noreturn]] void raise_exc(std::string_view class_name, std::string message);
// None for Nothing.
python::Value or_none(const python::Value& value);
// A text or None, for attributes that are plain texts.
std::optional<std::string> optional_text(const python::Value& value);
std::optional<bool> optional_truth(const python::Value& value);
python::Value text_value(const std::optional<std::string>& text);
python::Value name_value(const std::optional<schema::Name>& name);
python::Value truth_value(const std::optional<bool>& flag);
python::Value options_value(const schema::Options& options);
// The dict behind an object's `info`, made at its first use.
python::Value info_value(python::Value& slot);

// The objects of nodes; Nothing where no script holds one.
python::Value object_of(const schema::ScriptObject& script);
// The objects of nodes that may have been made in C++: made where there is none yet.
python::Value column_object(const python::Value& table, const schema::ColumnPtr& column);
python::Value constraint_object(const python::Value& table, const schema::ConstraintPtr& constraint);
python::Value index_object(const python::Value& table, const schema::IndexPtr& index);

// Table._init_items for one item: a Column, constraint, index, or anything else that knows a table.
// `replace`: a column of the same key is replaced, else DuplicateColumnError.
void attach_item(const python::Value& table, const python::Value& item, bool replace);
void attach_constraint(const python::Value& table, const python::Value& constraint);
void attach_index(const python::Value& table, const python::Value& index);
// Attaches it where all its columns have the same table already, else when the last of them gets one.
void attach_when_ready(const python::Value& item, const std::vector<python::Value>& columns);
// What ForeignKey() and ForeignKeyConstraint() are given: a text or a column.
void set_target(ForeignKeyState& state, const python::Value& given);
// The Column objects in an expression.
void collect_columns(const schema::Expression& node, std::vector<python::Value>& found);
// Gives foreign keys their targets where the MetaData has the tables.
void resolve_foreign_keys(const python::Value& table);
// The same before CREATE TABLE: NoReferencedTableError where one that the statement has is not known.
void require_foreign_keys(const python::Value& table, const sql::Dialect& dialect);

// What Column() was given of defaults.
schema::Sequence read_sequence(const python::Value& sequence);
schema::Identity read_identity(const python::Value& identity);
schema::Computed read_computed(const python::Value& computed);
schema::ClientDefault read_client_default(const python::Value& column_default);

// What the reference's repr() prints of a column or constraint's parts.
std::string repr_items(const std::vector<python::Value>& items);

// Fills a table from the database behind `bind`, an engine, connection or inspector.
struct ReflectArguments {
    std::optional<std::vector<std::string>> include_columns;
    std::vector<std::string> exclude_columns;
    bool resolve_foreign_keys = true;
    std::vector<std::pair<std::string, python::Value>> listeners;
};
void reflect_table(const python::Value& table, const python::Value& bind, const ReflectArguments& arguments);

// What Table.create(), MetaData.create_all() and their kin send through a bind.
void create_tables(const python::Value& bind, const std::vector<python::Value>& tables, bool checkfirst,
                   const python::Value& metadata);
void drop_tables(const python::Value& bind, const std::vector<python::Value>& tables, bool checkfirst,
                 const python::Value& metadata);
bool table_exists(const python::Value& bind, const python::Value& table);
// In the order in which they can be created: the tables that others refer to come first.
std::vector<python::Value> sorted_tables(const python::Value& metadata);

// The parts of the room.
void define_defaults(python::ModuleBuilder& module);
void define_columns(python::ModuleBuilder& module);
void define_constraints(python::ModuleBuilder& module);
void define_foreign_keys(python::ModuleBuilder& module);
void define_indexes(python::ModuleBuilder& module);
void define_tables(python::ModuleBuilder& module);
void define_metadata(python::ModuleBuilder& module);
void define_ddl(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
