// Making expression nodes as the reference's constructors and operators do: an operand that binds weaker
// stands in parentheses, a plain value becomes a bound parameter of the other side's type, `+` of texts is
// `||`, NOT of a comparison is the opposite comparison.
#pragma once

#include "schema/selectable.hpp"
#include "schema/table.hpp"

namespace limbeck::schema {

// --- leaves
// ---------------------------------------------------------------------------------------------------

// A value as a bound parameter without a name of its own ("param_1"). Its type is `type`, or the value's own.
ExpressionPtr literal(Value value, TypePtr type = nullptr);
// A value beside `other` under an operator: named after the column there, of the type it has or asks for.
ExpressionPtr bind_for(const Expression& other, Operator op, Value value, TypePtr type = nullptr);
std::shared_ptr<Bind> bindparam(Name key, std::optional<Value> value = {}, TypePtr type = nullptr,
                                bool unique = false, bool expanding = false);
// op.inline_literal().
ExpressionPtr inline_literal(Value value, TypePtr type = nullptr);
std::shared_ptr<const ColumnRef> column(Name name, TypePtr type = nullptr, bool literal = false,
                                        FromPtr from = {});
std::shared_ptr<const ColumnRef> literal_column(std::string text, TypePtr type = nullptr);
std::shared_ptr<const Text> text(std::string sql);
// sa.table("name", columns…).
TablePtr light_table(Name name, const std::vector<std::shared_ptr<const ColumnRef>>& columns = {},
                     std::optional<Name> schema = {});

// --- operators
// ------------------------------------------------------------------------------------------------

struct OperatorArguments {
    std::optional<std::string> escape, flags, regconfig;
    bool autoescape = false;
    // Custom operators.
    std::string custom_text;
    int precedence = 0;
    bool is_comparison = false;
    bool eager_grouping = false;
    TypePtr return_type;
    // PostgreSQL's own operators: a chain of them needs no parentheses.
    bool natural_self_precedent = false;
};

// The other side of an operator: an expression, or a plain value.
struct Operand {
    ExpressionPtr expression;
    Value value;
    Operand(ExpressionPtr e) : expression(std::move(e)) {}
    template <class T> Operand(std::shared_ptr<const T> e) : expression(std::move(e)) {}
    template <class T> Operand(std::shared_ptr<T> e) : expression(std::move(e)) {}
    Operand(Value v) : value(std::move(v)) {}
    Operand(const char* v) : value(v) {}
    Operand(int v) : value(v) {}
};

// left OP right. With `reverse` the value stands on the left: `5 - column`. Throws Error with the reference's
// sentence where the operator does not take such an operand.
ExpressionPtr operate(Operator op, const ExpressionPtr& left, const Operand& right,
                      const OperatorArguments& = {}, bool reverse = false);
// in_() and not_in(): a list of values and expressions, or a SELECT.
ExpressionPtr in(const ExpressionPtr& left, const std::vector<Operand>& values, bool negated = false);
ExpressionPtr in(const ExpressionPtr& left, const ExpressionPtr& selectable, bool negated = false);
ExpressionPtr between(const ExpressionPtr& element, const Operand& low, const Operand& high,
                      bool negated = false);
ExpressionPtr regexp_replace(const ExpressionPtr& element, const Operand& pattern, const Operand& replacement,
                             std::optional<std::string> flags = {});
// Negative, bitwise not, asc, desc, nulls first and last, distinct.
ExpressionPtr unary(Operator op, const ExpressionPtr& element);
ExpressionPtr negate(const ExpressionPtr& element); // NOT
ExpressionPtr any_of(const ExpressionPtr& element);
ExpressionPtr all_of(const ExpressionPtr& element);
ExpressionPtr and_of(const std::vector<ExpressionPtr>& items);
ExpressionPtr or_of(const std::vector<ExpressionPtr>& items);
ExpressionPtr collate(const ExpressionPtr& element, const Name& collation);
ExpressionPtr getitem(const ExpressionPtr& element, const Operand& index);
ExpressionPtr slice(const ExpressionPtr& element, const Operand& start, const Operand& stop);

// --- constructs
// -----------------------------------------------------------------------------------------------

ExpressionPtr cast(const Operand& element, TypePtr type, bool try_cast = false);
ExpressionPtr type_coerce(const Operand& element, TypePtr type);
// case((condition, result), …, else_=…); with `value` the short form.
ExpressionPtr case_of(const std::vector<std::pair<Operand, Operand>>& whens,
                      const std::optional<Operand>& else_ = {}, const ExpressionPtr& value = nullptr);
// func.name(…), func.package.name(…). The type is the function's where it has one, else `type`.
ExpressionPtr function(const std::string& name, const std::vector<Operand>& arguments = {},
                       TypePtr type = nullptr, const std::vector<Name>& packages = {});
ExpressionPtr label(std::optional<Name> name, const ExpressionPtr& element);
ExpressionPtr tuple_of(const std::vector<Operand>& items, const std::vector<TypePtr>& types = {});
ExpressionPtr array_of(const std::vector<Operand>& items, TypePtr item_type = nullptr);
ExpressionPtr extract(std::string field, const ExpressionPtr& element);
ExpressionPtr exists(const ExpressionPtr& select);
ExpressionPtr scalar_subquery(const ExpressionPtr& select);
ExpressionPtr aggregate_order_by(const ExpressionPtr& element, const std::vector<ExpressionPtr>& order_by);
ExpressionPtr over(const ExpressionPtr& element, const std::vector<ExpressionPtr>& partition_by,
                   const std::vector<ExpressionPtr>& order_by);
ExpressionPtr within_group(const ExpressionPtr& element, const std::vector<ExpressionPtr>& order_by);
ExpressionPtr filter(const ExpressionPtr& element, const std::vector<ExpressionPtr>& criteria);
FromPtr alias(const FromPtr& element, std::optional<Name> name = {});
FromPtr subquery(const ExpressionPtr& select, std::optional<Name> name = {}, bool lateral = false);
std::shared_ptr<const Cte> cte(const ExpressionPtr& statement, std::optional<Name> name = {},
                               bool recursive = false);
// Without `on`, the foreign keys between the two decide. Throws where there is none or more than one way.
FromPtr join(const FromPtr& left, const FromPtr& right, ExpressionPtr on = nullptr, bool outer = false,
             bool full = false);
ExpressionPtr compound(SetOperator op, const std::vector<ExpressionPtr>& selects);

// The expression as it stands inside an operator: in parentheses where it binds weaker.
ExpressionPtr self_group(const ExpressionPtr& element, Operator against = Operator::none,
                         int against_precedence = -1);

// The conditions of a WHERE as one AND puts them: true() left out, false() alone where it is there, each in
// parentheses where it must be.
std::vector<ExpressionPtr> conjunction(Operator op, const std::vector<ExpressionPtr>& conditions);

} // namespace limbeck::schema
