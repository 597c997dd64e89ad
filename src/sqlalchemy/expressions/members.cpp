#include "sqlalchemy/expressions/functions.hpp"
#include "sqlalchemy/expressions/populate.hpp"

namespace limbeck::sqlalchemy {

Populate members_of(Element element) {
    switch (element) {
    case Element::Operators:
        return populate_operators;
    case Element::ColumnOperators:
        return populate_column_operators;
    case Element::ClauseElement:
        return populate_clause_element;
    case Element::Executable:
        return populate_executable;
    case Element::ColumnElement:
        return populate_column_element;
    case Element::NamedColumn:
        return populate_named_column;
    case Element::ColumnClause:
        return populate_column_clause;
    case Element::Label:
        return populate_label;
    case Element::BindParameter:
        return populate_bind_parameter;
    case Element::TextClause:
        return populate_text_clause;
    case Element::ClauseList:
    case Element::ExpressionClauseList:
        return populate_clause_list;
    case Element::BinaryExpression:
        return populate_binary_expression;
    case Element::UnaryExpression:
        return populate_unary_expression;
    case Element::FunctionElement:
        return populate_function_element;
    case Element::Function:
        return populate_function;
    case Element::GenericFunction:
        return populate_generic_function;
    case Element::FunctionGenerator:
        return populate_function_generator;
    case Element::ColumnCollection:
        return populate_column_collection;
    case Element::Compiled:
        return populate_compiled;
    case Element::quoted_name:
        return populate_quoted_name;
    case Element::TruncatedLabel:
    case Element::conv:
        return populate_conv;
    case Element::TableClause:
        return populate_table_clause;
    case Element::FromClause:
        return populate_from_clause;
    case Element::AliasedReturnsRows:
        return populate_aliased;
    case Element::Join:
        return populate_join;
    case Element::CTE:
        return populate_cte;
    case Element::Values:
        return populate_values;
    case Element::TableValuedAlias:
        return populate_table_valued;
    case Element::HasCTE:
        return populate_has_cte;
    case Element::SelectBase:
        return populate_select_base;
    case Element::GenerativeSelect:
        return populate_generative_select;
    case Element::Select:
        return populate_select;
    case Element::TextualSelect:
        return populate_textual_select;
    case Element::FunctionFilter:
    case Element::WithinGroup:
        return populate_over;
    case Element::ScalarSelect:
        return populate_scalar_select;
    case Element::Exists:
        return populate_exists;
    case Element::UpdateBase:
        return populate_update_base;
    case Element::ValuesBase:
        return populate_values_base;
    case Element::Insert:
        return populate_insert;
    case Element::Update:
        return populate_update;
    case Element::Delete:
        return populate_delete;
    case Element::PostgresqlInsert:
    case Element::SqliteInsert:
        return populate_conflict_insert;
    case Element::array:
        return populate_array_clause;
    case Element::aggregate_order_by:
        return populate_aggregate_order_by;
    default:
        return nullptr;
    }
}

} // namespace limbeck::sqlalchemy
