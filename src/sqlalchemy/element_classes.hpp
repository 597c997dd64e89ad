// The classes of SQL expressions and statements as scripts see them: sqlalchemy.sql.elements and its
// neighbours. Each is made when it is first asked for, once per interpreter.
//
// Other rooms derive theirs from these: a sa.Column is a ColumnClause, a sa.Table a TableClause, DDL is an
// ExecutableDDL over Executable and ClauseElement. Every instance carries a ClauseState (convert.hpp).
#pragma once

#include "python/binding.hpp"
#include "schema/expression.hpp"

namespace limbeck::sqlalchemy {

// X(enumerator, name, module below sqlalchemy, bases…)
// clang-format off
#define LIMBECK_ELEMENTS(X) \
    X(Operators, "Operators", "sql.operators") \
    X(ColumnOperators, "ColumnOperators", "sql.operators", E::Operators) \
    X(custom_op, "custom_op", "sql.operators") \
    X(Visitable, "Visitable", "sql.visitors") \
    X(CompilerElement, "CompilerElement", "sql.elements", E::Visitable) \
    X(ClauseElement, "ClauseElement", "sql.elements", E::CompilerElement) \
    X(Executable, "Executable", "sql.base") \
    X(SQLCoreOperations, "SQLCoreOperations", "sql.elements", E::ColumnOperators) \
    X(SQLColumnExpression, "SQLColumnExpression", "sql.elements", E::SQLCoreOperations) \
    X(ColumnElement, "ColumnElement", "sql.elements", E::SQLColumnExpression, E::ClauseElement) \
    X(Comparator, "Comparator", "sql.type_api", E::ColumnElement) \
    X(KeyedColumnElement, "KeyedColumnElement", "sql.elements", E::ColumnElement) \
    X(NamedColumn, "NamedColumn", "sql.elements", E::KeyedColumnElement) \
    X(ColumnClause, "ColumnClause", "sql.elements", E::NamedColumn) \
    X(Label, "Label", "sql.elements", E::NamedColumn) \
    X(TableValuedColumn, "TableValuedColumn", "sql.elements", E::NamedColumn) \
    X(BindParameter, "BindParameter", "sql.elements", E::KeyedColumnElement) \
    X(TextClause, "TextClause", "sql.elements", E::Executable, E::ClauseElement) \
    X(Null, "Null", "sql.elements", E::ColumnElement) \
    X(True_, "True_", "sql.elements", E::ColumnElement) \
    X(False_, "False_", "sql.elements", E::ColumnElement) \
    X(ClauseList, "ClauseList", "sql.elements", E::ClauseElement) \
    X(OperatorExpression, "OperatorExpression", "sql.elements", E::ColumnElement) \
    X(ExpressionClauseList, "ExpressionClauseList", "sql.elements", E::OperatorExpression) \
    X(BooleanClauseList, "BooleanClauseList", "sql.elements", E::ExpressionClauseList) \
    X(BinaryExpression, "BinaryExpression", "sql.elements", E::OperatorExpression) \
    X(UnaryExpression, "UnaryExpression", "sql.elements", E::ColumnElement) \
    X(CollectionAggregate, "CollectionAggregate", "sql.elements", E::UnaryExpression) \
    X(WrapsColumnExpression, "WrapsColumnExpression", "sql.elements", E::ColumnElement) \
    X(AsBoolean, "AsBoolean", "sql.elements", E::WrapsColumnExpression, E::UnaryExpression) \
    X(Tuple, "Tuple", "sql.elements", E::ClauseList, E::ColumnElement) \
    X(Case, "Case", "sql.elements", E::ColumnElement) \
    X(Cast, "Cast", "sql.elements", E::WrapsColumnExpression) \
    X(TryCast, "TryCast", "sql.elements", E::Cast) \
    X(TypeCoerce, "TypeCoerce", "sql.elements", E::WrapsColumnExpression) \
    X(Extract, "Extract", "sql.elements", E::ColumnElement) \
    X(Slice, "Slice", "sql.elements", E::ColumnElement) \
    X(GroupedElement, "GroupedElement", "sql.elements", E::ClauseElement) \
    X(Grouping, "Grouping", "sql.elements", E::GroupedElement, E::ColumnElement) \
    X(Over, "Over", "sql.elements", E::ColumnElement) \
    X(WithinGroup, "WithinGroup", "sql.elements", E::ColumnElement) \
    X(FunctionFilter, "FunctionFilter", "sql.elements", E::ColumnElement) \
    X(CollationClause, "CollationClause", "sql.elements", E::ColumnElement) \
    X(TextualLabelReference, "_textual_label_reference", "sql.elements", E::ColumnElement) \
    X(ReturnsRows, "ReturnsRows", "sql.selectable", E::ClauseElement) \
    X(Selectable, "Selectable", "sql.selectable", E::ReturnsRows) \
    X(FromClause, "FromClause", "sql.selectable", E::Selectable) \
    X(NamedFromClause, "NamedFromClause", "sql.selectable", E::FromClause) \
    X(TableClause, "TableClause", "sql.selectable", E::NamedFromClause) \
    X(Join, "Join", "sql.selectable", E::FromClause) \
    X(AliasedReturnsRows, "AliasedReturnsRows", "sql.selectable", E::NamedFromClause) \
    X(Alias, "Alias", "sql.selectable", E::AliasedReturnsRows) \
    X(Lateral, "Lateral", "sql.selectable", E::AliasedReturnsRows) \
    X(TableSample, "TableSample", "sql.selectable", E::AliasedReturnsRows) \
    X(TableValuedAlias, "TableValuedAlias", "sql.selectable", E::Alias) \
    X(Subquery, "Subquery", "sql.selectable", E::AliasedReturnsRows) \
    X(HasCTE, "HasCTE", "sql.selectable", E::ReturnsRows) \
    X(CTE, "CTE", "sql.selectable", E::AliasedReturnsRows) \
    X(Values, "Values", "sql.selectable", E::NamedFromClause) \
    X(ScalarValues, "ScalarValues", "sql.selectable", E::GroupedElement, E::ColumnElement) \
    X(SelectBase, "SelectBase", "sql.selectable", E::HasCTE, E::Executable) \
    X(GenerativeSelect, "GenerativeSelect", "sql.selectable", E::SelectBase) \
    X(Select, "Select", "sql.selectable", E::GenerativeSelect) \
    X(CompoundSelect, "CompoundSelect", "sql.selectable", E::GenerativeSelect) \
    X(TextualSelect, "TextualSelect", "sql.selectable", E::SelectBase) \
    X(ScalarSelect, "ScalarSelect", "sql.selectable", E::GroupedElement, E::ColumnElement) \
    X(Exists, "Exists", "sql.selectable", E::UnaryExpression) \
    X(FunctionElement, "FunctionElement", "sql.functions", E::Executable, E::ColumnElement, E::FromClause) \
    X(Function, "Function", "sql.functions", E::FunctionElement) \
    X(GenericFunction, "GenericFunction", "sql.functions", E::Function) \
    X(NextValue, "next_value", "sql.functions", E::GenericFunction) \
    X(FunctionGenerator, "_FunctionGenerator", "sql.functions") \
    X(UpdateBase, "UpdateBase", "sql.dml", E::HasCTE, E::Executable) \
    X(ValuesBase, "ValuesBase", "sql.dml", E::UpdateBase) \
    X(Insert, "Insert", "sql.dml", E::ValuesBase) \
    X(Update, "Update", "sql.dml", E::ValuesBase) \
    X(Delete, "Delete", "sql.dml", E::UpdateBase) \
    X(PostgresqlInsert, "Insert", "dialects.postgresql.dml", E::Insert) \
    X(SqliteInsert, "Insert", "dialects.sqlite.dml", E::Insert) \
    X(array, "array", "dialects.postgresql.array", E::ExpressionClauseList) \
    X(aggregate_order_by, "aggregate_order_by", "dialects.postgresql.ext", E::ColumnElement) \
    X(ColumnCollection, "ColumnCollection", "sql.base") \
    X(ReadOnlyColumnCollection, "ReadOnlyColumnCollection", "sql.base", E::ColumnCollection) \
    X(Compiled, "Compiled", "engine.interfaces") \
    X(SQLCompiler, "SQLCompiler", "sql.compiler", E::Compiled) \
    X(quoted_name, "quoted_name", "sql.elements") \
    X(TruncatedLabel, "_truncated_label", "sql.elements", E::quoted_name) \
    X(conv, "conv", "sql.elements", E::TruncatedLabel)
// clang-format on

enum class Element : std::uint8_t {
#define LIMBECK_X(enumerator, ...) enumerator,
    LIMBECK_ELEMENTS(LIMBECK_X)
#undef LIMBECK_X
        Count
};

python::Class* element_class(Element element);
// By the name it has in the reference ("BinaryExpression"); nullptr for names that are none of these.
python::Class* element_class(std::string_view name);
bool is_element(const python::Value& value, Element element);

// An instance of one of these classes (or of one that derives from it) around a node.
python::Value make_element(python::Class* type, schema::ExpressionPtr node);
python::Value make_element(Element element, schema::ExpressionPtr node);

} // namespace limbeck::sqlalchemy
