// What rows come from (tables are in schema/table.hpp), and the statements that read and write them.
#pragma once

#include "schema/expression.hpp"

#include <map>
#include <set>

namespace limbeck::schema {

struct FromClause : Expression {
    using Expression::Expression;
};

// alias(), subquery(), lateral(), tablesample() of something; the name may be the compiler's ("anon_1").
struct Alias : FromClause {
    ExpressionPtr element;
    std::optional<Name> name;
    // tablesample()
    ExpressionPtr sampling;
    ExpressionPtr seed;

    // kind: alias, subquery, lateral or table_sample.
    explicit Alias(ExpressionKind k) : FromClause(k) {}
};

struct Cte : FromClause {
    ExpressionPtr element;
    std::optional<Name> name;
    bool recursive = false;
    bool nesting = false;
    // PostgreSQL: MATERIALIZED, NOT MATERIALIZED. Text, dialect or "*".
    std::vector<std::pair<std::string, std::string>> prefixes, suffixes;
    // The first half of a recursive one, which its second half refers to.
    std::shared_ptr<const Cte> restates;
    Cte() : FromClause(ExpressionKind::cte) {}
};

struct Join : FromClause {
    FromPtr left, right;
    ExpressionPtr on; // never null: schema/build.hpp finds it where the script left it out
    bool outer = false, full = false;
    Join() : FromClause(ExpressionKind::join) {}
};

// values(column("a"), …).data([…]).
struct Values : FromClause {
    std::vector<std::shared_ptr<const ColumnRef>> columns;
    std::vector<std::vector<std::vector<ExpressionPtr>>> data; // one list of rows per data() call
    std::optional<Name> name;
    bool literal_binds = false;
    bool lateral = false;
    Values() : FromClause(ExpressionKind::values) {}
};

// func.f(…).table_valued("a", "b"), .alias(), .render_derived().
struct TableValued : FromClause {
    ExpressionPtr element;
    std::optional<Name> name;
    std::vector<std::shared_ptr<const ColumnRef>> columns;
    bool derived = false, derived_types = false;
    bool lateral = false;
    // joins_implicitly, and func.f().column_valued(): written without its columns.
    bool joins_implicitly = false;
    // The function by itself in FROM: without a name.
    bool bare = false;
    TableValued() : FromClause(ExpressionKind::table_valued) {}
};

// text("SELECT …").columns(…).
struct TextualSelect : Expression {
    std::shared_ptr<const Text> element;
    std::vector<ExpressionPtr> columns;
    std::vector<std::shared_ptr<const Cte>> ctes;
    TextualSelect() : Expression(ExpressionKind::textual_select) {}
};

struct ForUpdate {
    bool nowait = false, read = false, skip_locked = false, key_share = false;
    std::vector<ExpressionPtr> of; // tables and columns
};

// What Select and CompoundSelect share.
struct SelectBase : Expression {
    using Expression::Expression;
    std::vector<ExpressionPtr> order_by, group_by;
    ExpressionPtr limit, offset, fetch;
    bool fetch_percent = false, fetch_with_ties = false;
    std::optional<ForUpdate> for_update;
    std::vector<std::shared_ptr<const Cte>> independent_ctes; // add_cte()
    std::vector<const Expression*> ctes_here;                 // those of them with nest_here
    bool table_labels = false; // columns are named "table_column": LABEL_STYLE_TABLENAME_PLUS_COL
};

struct Hint {
    FromPtr from;
    std::string text, dialect; // dialect "*": every one
};

struct Select : SelectBase {
    std::vector<ExpressionPtr> columns; // column expressions; a FromClause stands for all its columns
    std::vector<ExpressionPtr> froms;   // select_from() and join()
    std::vector<ExpressionPtr> where, having;
    bool distinct = false;
    std::vector<ExpressionPtr> distinct_on;
    // Nothing: automatic. Else only these are left to the enclosing statement.
    std::optional<std::vector<FromPtr>> correlate;
    std::optional<std::vector<FromPtr>> correlate_except;
    std::vector<std::pair<std::string, std::string>> prefixes, suffixes; // text, dialect or "*"
    std::vector<ExpressionPtr> prefix_expressions;
    std::vector<Hint> hints;
    Select() : SelectBase(ExpressionKind::select) {}
};

enum class SetOperator : std::uint8_t { union_, union_all, except, except_all, intersect, intersect_all };

struct CompoundSelect : SelectBase {
    SetOperator op = SetOperator::union_;
    std::vector<ExpressionPtr> selects; // grouped where they must be
    CompoundSelect() : SelectBase(ExpressionKind::compound_select) {}
};

// The target column of a value: by key, or the column itself.
struct Assignment {
    std::string key;
    std::shared_ptr<const ColumnRef> column; // may be null: `key` names it
    // A part of a column as the target of an UPDATE (`c["a"]`): written as it is. Null for whole columns.
    ExpressionPtr target;
    // One of the two: a value becomes a bound parameter of the column's type and name.
    ExpressionPtr expression;
    Value value;
};

// PostgreSQL's and SQLite's insert().on_conflict_do_nothing() and …_do_update().
struct OnConflict {
    bool update = false;
    std::optional<Name> constraint;
    std::optional<std::vector<ExpressionPtr>> elements; // columns, or Text for names and text()
    ExpressionPtr elements_where;
    std::vector<Assignment> set;
    ExpressionPtr update_where;
};

struct Dml : Expression {
    using Expression::Expression;
    FromPtr table;
    std::vector<ExpressionPtr> returning;
    bool has_returning = false;
    std::vector<std::shared_ptr<const Cte>> independent_ctes;
    std::vector<const Expression*> ctes_here;
    std::vector<std::pair<std::string, std::string>> prefixes;
    std::vector<Hint> hints;
    // The names of the parameters of an execution: columns that get a bound parameter without a value.
    std::optional<std::vector<std::string>> parameter_keys;
};

struct Insert : Dml {
    std::vector<Assignment> values;
    bool has_values = false; // values() was called, be it with nothing
    std::vector<std::vector<Assignment>> multi_values;
    // insert().from_select(names, select)
    std::vector<std::string> select_names;
    ExpressionPtr select;
    bool include_defaults = true;
    bool is_inline = false;
    std::optional<OnConflict> on_conflict;
    Insert() : Dml(ExpressionKind::insert) {}
};

struct Update : Dml {
    std::vector<Assignment> values;
    std::vector<Assignment> ordered_values; // in the order given, not the table's
    bool has_values = false;                // values() was called, be it with nothing
    std::vector<ExpressionPtr> where;
    Update() : Dml(ExpressionKind::update) {}
};

struct Delete : Dml {
    std::vector<ExpressionPtr> where;
    Delete() : Dml(ExpressionKind::delete_) {}
};

// "table_column", or "schema_table_column": the name of a column where columns carry their table's.
// Nothing where its row source has no name.
std::optional<std::string> table_label(const ColumnRef& column);
// The column that cast(column, …) and type_coerce(column, …) are called after; null for anything else.
const ColumnRef* named_by(const Expression& e);

// A statement's columns, those of its row sources one by one; without bare texts, which nothing can name.
std::vector<ExpressionPtr> spread_columns(const std::vector<ExpressionPtr>& columns);

// Columns are the same where their table and name are.
bool is_same_column(const Expression& a, const Expression& b);

// The keys of a statement's columns, one after the other: a key that another column has already gets a
// number.
class ColumnKeys {
  public:
    // `labels`: columns carry their table's name.
    std::string next(const Expression& column, bool labels = false);

  private:
    std::set<std::string> first_;
    std::vector<std::pair<const Expression*, std::string>> numbered_;
    std::map<std::string, int> counters_;
};

// The columns of a thing that rows come from, as its `.c` gives them: of a table its columns, of a subquery
// the columns of its SELECT, each referring to `from`.
std::vector<std::shared_ptr<const ColumnRef>> columns_of(const FromPtr& from);

} // namespace limbeck::schema
