// The SQL expression tree. Nodes are immutable once built; schema/build.hpp makes them as the reference's
// constructors do (parentheses, types, the operator that fits the operands), sql/expression_compiler.hpp
// writes them.
#pragma once

#include "schema/name.hpp"
#include "schema/operators.hpp"
#include "schema/type.hpp"
#include "schema/value.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::schema {

enum class ExpressionKind : std::uint8_t {
    text,
    column,
    bind,
    null,
    true_,
    false_,
    list,
    unary,
    binary,
    grouping,
    label,
    cast,
    type_coerce,
    case_,
    extract,
    function,
    over,
    within_group,
    filter,
    slice,
    array,
    aggregate_order_by,
    collation,
    table_valued_column,
    scalar_select,
    exists,
    next_value,
    default_value,
    label_reference,
    custom,
    // What rows come from.
    table,
    alias,
    subquery,
    cte,
    lateral,
    table_sample,
    join,
    values,
    table_valued,
    textual_select,
    // Statements.
    select,
    compound_select,
    insert,
    update,
    delete_,
    ddl, // DDL("…"), CreateTable(t), CreateSequence(…) given to execute(): see schema/operation.hpp
};

struct Expression;
struct FromClause;
struct Column;
struct Sequence;
using ExpressionPtr = std::shared_ptr<const Expression>;
using FromPtr = std::shared_ptr<const FromClause>;
using ColumnPtr = std::shared_ptr<Column>;

struct Expression : std::enable_shared_from_this<Expression> {
    const ExpressionKind kind;
    TypePtr type; // never null

    explicit Expression(ExpressionKind k, TypePtr t = null_type()) : kind(k), type(std::move(t)) {}
    Expression(const Expression&) = default;
    virtual ~Expression() = default;
};

// The node as what its kind says it is.
template <class T> const T& as(const Expression& e) {
    return static_cast<const T&>(e);
}
template <class T> const T* get_if(const Expression& e) {
    return dynamic_cast<const T*>(&e);
}
template <class T> std::shared_ptr<const T> pointer_as(const ExpressionPtr& e) {
    return std::dynamic_pointer_cast<const T>(e);
}

struct Bind : Expression {
    // The name in the statement. A `unique` one is numbered by the compiler: "id" becomes "id_1".
    Name key;
    bool unique = false;
    Value value;
    bool has_value = true;
    bool required = false;  // bindparam("x") without a value
    bool expanding = false; // the list of an IN; `value` is a List
    bool literal_execute = false;
    // inline_literal(): written into the statement in every form.
    bool always_literal = false;
    // in_() of an empty list and the like: the operator around it.
    Operator expand_op = Operator::none;

    Bind() : Expression(ExpressionKind::bind) {}
};

// text("… :name …").
struct Text : Expression {
    std::string text;
    // Binds given by bindparams(); every other `:name` becomes one without a value.
    std::vector<std::shared_ptr<const Bind>> binds;

    explicit Text(std::string t) : Expression(ExpressionKind::text), text(std::move(t)) {}
};

// A column, of a table or free; literal_column("…") is one whose text is written as it is.
struct ColumnRef : Expression {
    FromPtr from; // null for column("x")
    Name name;
    std::string key;
    bool literal = false;
    ColumnPtr column; // where it is a schema Column
    // Of a subquery's column that has no name: what it is there, whose number the compiler knows.
    ExpressionPtr nameless;

    ColumnRef() : Expression(ExpressionKind::column) {}
};

struct Null : Expression {
    Null() : Expression(ExpressionKind::null) {}
};
struct True : Expression {
    True() : Expression(ExpressionKind::true_, boolean_type()) {}
};
struct False : Expression {
    False() : Expression(ExpressionKind::false_, boolean_type()) {}
};

// and_(…), or_(…), tuple_(…), a chain of `+`, plain lists of arguments.
struct ExpressionList : Expression {
    Operator op = Operator::comma;
    std::vector<ExpressionPtr> items;
    bool group = true; // parenthesised where a stronger operator is around it
    bool is_tuple = false;

    ExpressionList() : Expression(ExpressionKind::list) {}
};

struct Unary : Expression {
    ExpressionPtr element;
    Operator op = Operator::none;       // before the element
    Operator modifier = Operator::none; // behind it
    std::string custom_text;
    bool wraps_column = false; // ASC of a label: its name is enough

    Unary() : Expression(ExpressionKind::unary) {}
};

struct Binary : Expression {
    ExpressionPtr left, right;
    Operator op = Operator::none;
    Operator negate = Operator::none;
    // Custom operators.
    std::string custom_text;
    int custom_precedence = 0;
    bool custom_comparison = false;
    bool eager_grouping = false;
    bool natural_self_precedent = false;
    bool symmetric = false; // BETWEEN SYMMETRIC
    std::string negate_text;
    // `escape=`, `flags=`, `autoescape=`, `postgresql_regconfig=`.
    std::optional<std::string> escape, flags, regconfig;

    Binary() : Expression(ExpressionKind::binary) {}
};

struct Grouping : Expression {
    ExpressionPtr element;
    Grouping() : Expression(ExpressionKind::grouping) {}
};

struct Label : Expression {
    // Nothing: an anonymous one, numbered by the compiler ("anon_1").
    std::optional<Name> name;
    ExpressionPtr element;
    Label() : Expression(ExpressionKind::label) {}
};

struct Cast : Expression {
    ExpressionPtr element;
    bool try_cast = false;
    Cast() : Expression(ExpressionKind::cast) {}
};

struct TypeCoerce : Expression {
    ExpressionPtr element;
    TypeCoerce() : Expression(ExpressionKind::type_coerce) {}
};

struct Case : Expression {
    ExpressionPtr value; // null: a searched CASE
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> whens;
    ExpressionPtr else_;
    Case() : Expression(ExpressionKind::case_) {}
};

struct Extract : Expression {
    std::string field;
    ExpressionPtr element;
    Extract() : Expression(ExpressionKind::extract) {}
};

struct Function : Expression {
    std::vector<Name> packages; // func.pg_catalog.lower: {"pg_catalog"}
    Name name;
    std::vector<ExpressionPtr> arguments;
    bool parenthesised = true; // current_timestamp has none
    // A function that SQLAlchemy knows by class: it is written as the dialect calls it.
    bool generic = false;
    bool with_ordinality = false;
    Function() : Expression(ExpressionKind::function) {}
};

// One end of a window frame: nothing is UNBOUNDED, 0 the current row, below zero PRECEDING.
struct FrameRange {
    std::optional<std::int64_t> lower, upper;
};

struct Over : Expression {
    ExpressionPtr element;
    std::vector<ExpressionPtr> partition_by, order_by;
    std::optional<FrameRange> range, rows, groups;
    Over() : Expression(ExpressionKind::over) {}
};

struct WithinGroup : Expression {
    ExpressionPtr element;
    std::vector<ExpressionPtr> order_by;
    WithinGroup() : Expression(ExpressionKind::within_group) {}
};

struct FunctionFilter : Expression {
    ExpressionPtr element, criterion;
    FunctionFilter() : Expression(ExpressionKind::filter) {}
};

struct Slice : Expression {
    ExpressionPtr start, stop, step;
    Slice() : Expression(ExpressionKind::slice) {}
};

// postgresql.array([…]).
struct Array : Expression {
    std::vector<ExpressionPtr> items;
    Array() : Expression(ExpressionKind::array) {}
};

struct AggregateOrderBy : Expression {
    ExpressionPtr element;
    std::vector<ExpressionPtr> order_by;
    AggregateOrderBy() : Expression(ExpressionKind::aggregate_order_by) {}
};

struct Collation : Expression {
    Name name;
    Collation() : Expression(ExpressionKind::collation) {}
};

// func.f().table_valued() as a column: the alias's own name.
struct TableValuedColumn : Expression {
    FromPtr from;
    TableValuedColumn() : Expression(ExpressionKind::table_valued_column) {}
};

// A SELECT as one value, and exists().
struct ScalarSelect : Expression {
    ExpressionPtr select;
    ScalarSelect() : Expression(ExpressionKind::scalar_select) {}
};
struct Exists : Expression {
    ExpressionPtr select; // a Select, or any other statement of rows
    bool negated = false;
    Exists() : Expression(ExpressionKind::exists, boolean_type()) {}
};

// order_by("name"), group_by("name"): a label or column of the SELECT around it, by name.
struct LabelReference : Expression {
    std::string name;
    explicit LabelReference(std::string n)
        : Expression(ExpressionKind::label_reference), name(std::move(n)) {}
};

struct NextValue : Expression {
    std::shared_ptr<const Sequence> sequence;
    NextValue() : Expression(ExpressionKind::next_value) {}
};

// A construct that the script compiles itself (@compiles): it gets the dialect's name and a way to write a
// part.
struct CustomExpression : Expression {
    using Process = std::function<std::string(const Expression&)>;
    std::function<std::string(std::string_view dialect, const Process& process)> compile;
    std::vector<FromPtr> froms;
    // The expressions inside that bring row sources of their own.
    std::vector<ExpressionPtr> parts;
    CustomExpression() : Expression(ExpressionKind::custom) {}
};

} // namespace limbeck::schema
