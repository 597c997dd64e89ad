// The compiler of expressions and statements: one pass over the tree that appends to one text.
//
// What is inside a part (a SELECT's columns, an operator's operands) decides how it is written; that is
// Context, the reference's keyword arguments. Dialects differ in single methods, which are in
// postgresql_expressions.cpp and sqlite_expressions.cpp.
#pragma once

#include "schema/table.hpp"
#include "sql/compiler.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace limbeck::sql {

struct Context {
    bool within_columns = false; // among a SELECT's columns: labels are written with AS
    bool within_label = false;   // inside such a label already
    bool include_table = true;   // table.column, not column
    bool use_schema = true;
    bool literal = false;         // values are written into the text
    bool literal_execute = false; // values are written into the text once it is sent
    bool in_operator = false;
    bool eager_grouping = false;
    bool asfrom = false; // as a row source: FROM, a subquery, a CTE
    bool lateral = false;
    bool cast_applied = false;
    bool insert_into = false; // the SELECT of an INSERT
    int compound_index = -1;  // which SELECT of a UNION
    bool bare_binds = false;  // inside what a type's bind_expression() made
    // The CTE whose text is being written.
    const schema::Cte* inside_cte = nullptr;
    // ORDER BY of a label: its name alone.
    const schema::Expression* label_only = nullptr;
};

class ExpressionCompiler {
  public:
    ExpressionCompiler(const Dialect& dialect, Rendering rendering, const GivenValues* given = nullptr)
        : dialect_(dialect), rendering_(rendering), given_(given) {}

    Statement run(const schema::Expression& expression, const Context& context);

  private:
    using Expression = schema::Expression;
    using ExpressionPtr = schema::ExpressionPtr;
    using Froms = std::set<const Expression*>;

    // One statement being written, inside which others may stand.
    struct Entry {
        Froms correlate, asfrom;
        const Expression* selectable = nullptr;
        // The columns that labels in ORDER BY may name, and what the SELECT reads from, whose columns it may
        // name, too.
        const std::vector<ExpressionPtr>* columns = nullptr;
        const std::vector<const Expression*>* froms = nullptr;
        // A set operation whose rows are the statement's own.
        bool outermost_compound = false;
    };
    // What a column of a SELECT is called: made up where `name` is empty, written where it need not be if
    // `required`.
    struct ColumnLabel {
        std::string name;
        bool required = false;
    };
    // Where a parameter stands in the text.
    struct Marker {
        std::size_t offset;
        std::size_t parameter;
    };
    struct CteText {
        const schema::Cte* cte;
        std::string text;
        std::vector<Marker> markers;
    };

    // --- elements (expression_compiler.cpp)
    void write(const Expression& e, const Context& c);
    void write_text(const schema::Text& e, const Context& c);
    void write_column(const schema::ColumnRef& e, const Context& c);
    void write_list(const schema::ExpressionList& e, const Context& c);
    void write_items(const std::vector<ExpressionPtr>& items, std::string_view separator, const Context& c);
    void write_conjunction(const std::vector<ExpressionPtr>& conditions, const Context& c);
    void write_unary(const schema::Unary& e, const Context& c);
    void write_label(const schema::Label& e, const Context& c);
    void write_cast(const Expression& element, const schema::TypePtr& type, const Context& c);
    void write_case(const schema::Case& e, const Context& c);
    void write_function(const schema::Function& e, const Context& c);
    void write_arguments(const schema::Function& e, const Context& c);
    void write_over(const schema::Over& e, const Context& c);
    void write_frame(std::string_view word, const schema::FrameRange& range, const Context& c);
    void write_next_value(const schema::NextValue& e);
    void write_custom(const schema::CustomExpression& e, const Context& c);

    // --- operators (operator_compiler.cpp)
    void write_binary(const schema::Binary& e, const Context& c);
    void write_generic(const schema::Binary& e, std::string_view op, const Context& c, bool eager = false);
    void write_like(const schema::Binary& e, const Context& c);
    void write_contains(const schema::Binary& e, const Context& c);
    void write_lowered(const Expression& e, const Context& c);
    void write_escape(const schema::Binary& e);
    void write_regexp(const schema::Binary& e, const Context& c);
    void write_json(const schema::Binary& e, const Context& c);
    void write_operand(const Expression& e, Context c);

    // --- parameters (bind_compiler.cpp)
    void write_bind(const schema::Bind& e, const Context& c);
    // What a type's bind_expression() has around each value of an IN list, `item` standing for the value.
    using Around = std::function<void(const std::function<void()>& item)>;
    void write_bare_bind(const schema::Bind& e, const Context& c, const Around& around = {});
    void write_literal_bind(const schema::Bind& e, const schema::Value& value, const Around& around);
    void write_expanding(const schema::Bind& e, const std::string& name, const schema::Value& value,
                         const Around& around);
    // `write_value` writes a value, or a part of a tuple, of the IN list; `number` is its own: "2", "2_1".
    using WriteValue = std::function<void(const schema::Value& value, const schema::TypePtr& type,
                                          const std::string& number)>;
    void write_items(const schema::Bind& e, const std::vector<schema::Value>& items, const Around& around,
                     const WriteValue& write_value);
    // What an execution gives for this name, or null.
    const schema::Value* given(const std::string& name) const;
    void write_empty_set(const schema::Bind& e);
    void write_marker(const std::string& name, const schema::Value& value, const schema::TypePtr& type,
                      bool has_value);
    void write_bind_cast(const schema::TypePtr& type);
    std::string bind_name(const schema::Bind& e);
    std::string anonymous(const void* identity, const std::string& derived, const char* kind);
    // The next number after a word.
    std::string numbered(const std::string& derived, const char* kind);
    std::string shortened_name(std::string name, const char* kind);
    void finish(Statement& statement);

    // --- row sources (from_compiler.cpp, cte_compiler.cpp), columns (select_columns.cpp) and SELECT
    // (select_compiler.cpp)
    void write_from(const Expression& from, const Context& c);
    void write_table(const schema::Table& table, const Context& c);
    void write_alias(const schema::Alias& alias, const Context& c);
    void write_join(const schema::Join& join, const Context& c);
    void write_values(const schema::Values& values, const Context& c);
    void write_values_rows(const schema::Values& values, const Context& c);
    void write_table_valued(const schema::TableValued& valued, const Context& c);
    void write_cte(const schema::Cte& cte, const Context& c, bool nest_here = false);
    // Those of add_cte(): written before anything refers to them, or to be found though nothing does.
    template <class T> void write_independent_ctes(const T& statement, const Context& c) {
        for (const auto& cte : statement.independent_ctes) {
            const auto& here = statement.ctes_here;
            write_cte(*cte, c, std::find(here.begin(), here.end(), cte.get()) != here.end());
        }
    }
    void write_select(const schema::Select& select, const Context& c);
    void write_compound(const schema::CompoundSelect& compound, const Context& c);
    void write_textual(const schema::TextualSelect& textual, const Context& c);
    // How columns are written: as the columns of a subquery, with their tables' names, as what their types'
    // column_expression() makes of them.
    struct ColumnStyle {
        bool asfrom = false, table_labels = false, expressions = false;
    };
    void write_columns(const std::vector<ExpressionPtr>& columns, const Context& c, const ColumnStyle& style);
    void write_select_column(const ExpressionPtr& column, const Context& c, const ColumnStyle& style,
                             const ColumnLabel& label);
    void write_order_by(const std::vector<ExpressionPtr>& items, const Context& c, std::string_view words,
                        bool labels);
    void write_limits(const schema::SelectBase& select, const Context& c);
    void write_for_update(const schema::ForUpdate& lock, const Context& c);
    void write_prefixes(const std::vector<std::pair<std::string, std::string>>& prefixes);
    void write_suffixes(const std::vector<std::pair<std::string, std::string>>& suffixes);
    std::vector<const Expression*> display_froms(const schema::Select& select, const Entry& entry,
                                                 const Context& c);
    std::vector<ExpressionPtr> expanded(const std::vector<ExpressionPtr>& columns);
    void insert_ctes(std::size_t at, bool toplevel, bool following = false);
    // The name of an alias, subquery or CTE; empty for what has none.
    std::string from_name(const Expression& from);
    std::string label_of(const Expression& column);
    // "id_1": of a column beside another one of its name.
    std::string repeated_name(const schema::ColumnRef& column);
    const Expression* find_label(const std::string& name);

    // --- INSERT, UPDATE, DELETE (dml_compiler.cpp)
    struct Pair {
        const schema::Column* column; // null: a name the table does not know
        schema::Name name;
        ExpressionPtr expression;
        // An INSERT or UPDATE of nothing in particular: its parameters are parameters in every form.
        bool always_marker = false;
        // A part of the column as the target of an UPDATE; null for the column.
        ExpressionPtr target = nullptr;
    };
    void write_insert(const schema::Insert& insert, const Context& c);
    void write_update(const schema::Update& update, const Context& c);
    void write_delete(const schema::Delete& statement, const Context& c);
    // Begins a statement that works on its table and these row sources.
    void enter(const schema::Dml& statement, const std::vector<const Expression*>& froms);
    void write_returning(const std::vector<ExpressionPtr>& columns, const Context& c, bool toplevel);
    void write_on_conflict(const schema::Insert& insert, const Context& c);
    void write_conflict_target(const schema::OnConflict& conflict, const Context& c);
    ExpressionPtr assigned(const schema::Assignment& assignment, const std::string& key,
                           const schema::TypePtr& type, std::size_t row = static_cast<std::size_t>(-1));
    // The same, but a value's parameter has a name of its own.
    ExpressionPtr assigned_apart(const schema::Assignment& assignment, const std::string& key,
                                 const schema::TypePtr& type);
    // What a column without a value in `row` (null: of a SELECT) gets; `name` is the parameter's where it is
    // not the column's own.
    ExpressionPtr default_of(const schema::Column& column, const schema::ClientDefault& value,
                             const std::vector<schema::Assignment>* row, const std::string& name = {});
    // What a row is given, for defaults that ask for it.
    schema::ClientDefault::Parameters row_parameters(const std::vector<schema::Assignment>& values) const;
    std::vector<Pair> insert_pairs(const schema::Insert& insert);
    std::vector<Pair> update_pairs(const schema::Update& update);
    ExpressionPtr with_defaults(const schema::Insert& insert);
    std::vector<ExpressionPtr> implicit_returning(const schema::Insert& insert,
                                                  const std::vector<Pair>& pairs);
    std::vector<const Expression*> extra_froms(const schema::Dml& dml,
                                               const std::vector<ExpressionPtr>& where,
                                               const std::vector<schema::Assignment>& values);
    void write_extra_froms(std::string_view word, const std::vector<const Expression*>& froms,
                           const Context& c);
    ExpressionPtr keep(ExpressionPtr e) {
        kept_.push_back(e);
        return e;
    }

    const Dialect& dialect_;
    const Rendering rendering_;
    const GivenValues* given_;
    std::string out_;
    std::vector<Marker> markers_;
    std::vector<Parameter> parameters_;
    std::map<std::string, std::size_t> parameter_index_;
    std::unordered_map<const void*, std::string> names_;
    // Of columns beside others of their name, by row source, key and name.
    std::map<std::pair<const Expression*, std::string>, std::string> repeated_names_;
    std::map<std::string, int> counters_;
    std::map<std::string, int> truncated_counters_;
    std::map<std::string, const schema::Bind*> binds_;
    std::set<std::string> column_binds_; // names that VALUES and SET use
    std::vector<Entry> stack_;
    std::vector<CteText> ctes_;
    // Where a CTE stands: with the outermost statement (1), or that of a depth.
    using CtePlace = std::pair<std::size_t, std::string>;
    std::map<CtePlace, const schema::Cte*> cte_names_;
    std::map<const schema::Cte*, CtePlace> cte_places_;
    std::set<const schema::Cte*> nested_here_;
    // The parameter in a bind_expression() around the values of an IN list, and what stands in its place.
    const schema::Bind* hole_ = nullptr;
    std::function<void()> fill_;
    // Nodes made on the way; names go by address, so they must not be freed before the end.
    std::vector<ExpressionPtr> kept_;
    bool has_null_bind_ = false;
};

} // namespace limbeck::sql
