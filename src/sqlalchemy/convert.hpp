// Where a script's values and the trees of schema/ meet: what hangs on the instances that scripts hold, and
// the ways between the two.
//
// One Python object is one node: asking twice for `table.c.x` gives the same object and so the same node, as
// anonymous names hang on a node's address. Every conversion raises Python's exceptions
// (python/exceptions.hpp) with the reference's sentences, and UnresolvedError for a value of an unresolved
// import.
#pragma once

#include "python/binding.hpp"
#include "schema/build.hpp"
#include "schema/operation.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::sqlalchemy {

// ---- what hangs on instances

// Of every type (`sa.Integer()`).
struct TypeState final : python::NativeState {
    schema::TypePtr type;
    // The instance it hangs on, so that the same type leads to the same object again.
    python::Object* instance = nullptr;
    // Whether attributes of the instance may change the type itself: one that C++ made is shared.
    bool own = false;
    // Types that scripts define: whether what their class says is in `type` already.
    bool complete = false;
    explicit TypeState(schema::TypePtr t) : type(std::move(t)) {}
    ~TypeState() override;
};

// Of everything that stands in expressions and statements: columns, functions, text(), select(), tables, …
struct ClauseState : python::NativeState {
    schema::ExpressionPtr expression;
    explicit ClauseState(schema::ExpressionPtr e) : expression(std::move(e)) {}
};

// Of a sa.Column: `expression` is the ColumnRef of `column`; `table` the Table object once it is attached.
struct ColumnState final : ClauseState {
    schema::ColumnPtr column;
    python::Value table;
    // What the script gave or reads back as objects: None or Nothing where there is none.
    python::Value type, default_, onupdate, server_default, server_onupdate, identity, computed, info, doc;
    std::vector<python::Value> foreign_keys, constraints;
    // Constraints and indexes that attach themselves once all their columns have a table.
    std::vector<python::Value> waiting;
    ColumnState(schema::ExpressionPtr e, schema::ColumnPtr c)
        : ClauseState(std::move(e)), column(std::move(c)) {}
    ~ColumnState() override;
};

// Of a sa.Table and a sa.table(): `expression` is the table itself.
struct TableState final : ClauseState {
    schema::TablePtr table;
    python::Value metadata; // the MetaData object, None where it has none
    python::Value columns;  // the collection behind `.c`: key to Column object
    // The Column objects in order, and the objects made for its constraints and indexes.
    std::vector<python::Value> column_objects, constraint_objects, index_objects;
    // The sets that a script has been given of the last two, Nothing until it asks (table_items.cpp).
    python::Value constraint_set, index_set;
    python::Value primary_key, info;
    explicit TableState(schema::TablePtr t) : ClauseState(t), table(std::move(t)) {}
    ~TableState() override;
};

struct MetaDataState final : python::NativeState {
    std::shared_ptr<schema::MetaData> metadata;
    python::Value tables; // a dict: full name to Table object
    python::Value info, naming_convention, bind;
    // Sequences and types that belong to it: made and dropped with it.
    std::vector<python::Value> sequences, types;
};

struct ConstraintState final : python::NativeState {
    schema::ConstraintPtr constraint;
    python::Value table; // the Table object once it is attached
    python::Value info;
    // Elements given as Column objects, by place (Nothing: given by name); a foreign key's targets too.
    std::vector<python::Value> columns, referred_columns;
    // The ForeignKey objects of a foreign key.
    std::vector<python::Value> elements;
    ~ConstraintState() override;
};

struct IndexState final : python::NativeState {
    schema::IndexPtr index;
    // Elements given as column objects or expressions whose table is known later.
    std::vector<python::Value> elements;
    python::Value table, info;
    ~IndexState() override;
};

// ---- values

// A plain Python value as data: numbers, texts, dates, lists, enum members, …; what schema/ has no kind for
// is Opaque, its `object` keeping the Python object.
schema::Value to_value(const python::Value& value);
// What stands for an object of which schema/ knows nothing more.
schema::Opaque to_opaque(const python::Value& value);
// And back: a datetime becomes a datetime.datetime, a Uuid an uuid.UUID, an Opaque the object it holds.
python::Value from_value(const schema::Value& value);
// A text, or a quoted_name with its wish to be quoted or not.
schema::Name to_name(const python::Value& value);
// The same, nothing for None and for what was not given.
std::optional<schema::Name> to_optional_name(const python::Value& value);

// ---- types

// An instance of a type, or its class (`sa.Integer`): both are accepted wherever a type is. ArgumentError for
// anything else. The same Python instance gives the same Type.
schema::TypePtr to_type(const python::Value& value);
// nullptr where the value is no type.
schema::TypePtr to_type_if(const python::Value& value);
// The object scripts see for a type, of the class that stands for its kind.
python::Value wrap(const schema::TypePtr& type);

// ---- expressions

// The node behind an object: a clause element, or one that has __clause_element__(). nullptr for others.
schema::ExpressionPtr to_expression_if(const python::Value& value);
// A clause element; a plain value becomes a literal of its own type (None: NULL, True and False likewise).
schema::ExpressionPtr to_expression(const python::Value& value);
// The other side of an operator: an expression, or the plain value.
schema::Operand to_operand(const python::Value& value);
// Where SQL text stands: a str becomes text(…), as op.execute() and server_default=text do. ArgumentError for
// what is neither.
schema::ExpressionPtr to_text_or_expression(const python::Value& value);
// The object scripts see for a node, of the class that stands for its kind; for a ColumnRef of a table that
// scripts hold, use the table's own collection instead.
python::Value wrap(const schema::ExpressionPtr& expression);

// ---- schema items

// The column of a sa.Column object; ArgumentError for anything else.
schema::ColumnPtr to_column(const python::Value& value);
// The table of a sa.Table, sa.table() or an object with __table__.
schema::TablePtr to_table(const python::Value& value);
schema::TablePtr to_table_if(const python::Value& value);
// server_default= and existing_server_default=: a text, an expression, a FetchedValue, Identity or Computed
// where those are columns' business too.
struct DefaultArgument {
    schema::ServerDefault text_or_expression;
    std::optional<schema::Identity> identity;
    std::optional<schema::Computed> computed;
};
DefaultArgument to_server_default(const python::Value& value);
schema::ConstraintPtr to_constraint_if(const python::Value& value);
schema::IndexPtr to_index_if(const python::Value& value);
// Dialect arguments (`postgresql_where=`, `sqlite_…`, `mysql_…`) among keyword arguments: expressions stay
// expressions. TypeError with the reference's sentence for a keyword that is none.
schema::Options to_options(const python::Dict& keywords, std::string_view class_name);
// The Table object for a table that C++ made (reflection, an operation's result).
python::Value wrap(const schema::TablePtr& table, const python::Value& metadata);

} // namespace limbeck::sqlalchemy
