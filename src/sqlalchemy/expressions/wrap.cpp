// The object that scripts see for a node.
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/schema_items.hpp"

namespace limbeck::sqlalchemy {

namespace {

using Kind = schema::ExpressionKind;
using schema::Operator;

Element list_class(const schema::ExpressionList& list) {
    if (list.is_tuple) return Element::Tuple;
    if (list.op == Operator::and_ || list.op == Operator::or_) return Element::BooleanClauseList;
    return list.op == Operator::comma ? Element::ClauseList : Element::ExpressionClauseList;
}

Element unary_class(const schema::Unary& unary) {
    if (unary.op == Operator::any || unary.op == Operator::all) return Element::CollectionAggregate;
    if (unary.op == Operator::is_true || unary.op == Operator::is_false) return Element::AsBoolean;
    return Element::UnaryExpression;
}

Element class_of(const schema::Expression& node) {
    switch (node.kind) {
    case Kind::text:
        return Element::TextClause;
    case Kind::column:
        return Element::ColumnClause;
    case Kind::bind:
        return Element::BindParameter;
    case Kind::null:
        return Element::Null;
    case Kind::true_:
        return Element::True_;
    case Kind::false_:
        return Element::False_;
    case Kind::list:
        return list_class(schema::as<schema::ExpressionList>(node));
    case Kind::unary:
        return unary_class(schema::as<schema::Unary>(node));
    case Kind::binary:
        return Element::BinaryExpression;
    case Kind::grouping:
        return Element::Grouping;
    case Kind::label:
        return Element::Label;
    case Kind::cast:
        return schema::as<schema::Cast>(node).try_cast ? Element::TryCast : Element::Cast;
    case Kind::type_coerce:
        return Element::TypeCoerce;
    case Kind::case_:
        return Element::Case;
    case Kind::extract:
        return Element::Extract;
    case Kind::function:
        return Element::Function;
    case Kind::over:
        return Element::Over;
    case Kind::within_group:
        return Element::WithinGroup;
    case Kind::filter:
        return Element::FunctionFilter;
    case Kind::slice:
        return Element::Slice;
    case Kind::array:
        return Element::array;
    case Kind::aggregate_order_by:
        return Element::aggregate_order_by;
    case Kind::collation:
        return Element::CollationClause;
    case Kind::table_valued_column:
        return Element::TableValuedColumn;
    case Kind::scalar_select:
        return Element::ScalarSelect;
    case Kind::exists:
        return Element::Exists;
    case Kind::next_value:
        return Element::NextValue;
    case Kind::label_reference:
        return Element::TextualLabelReference;
    case Kind::table:
        return Element::TableClause;
    case Kind::alias:
        return Element::Alias;
    case Kind::subquery:
        return Element::Subquery;
    case Kind::cte:
        return Element::CTE;
    case Kind::lateral:
        return Element::Lateral;
    case Kind::table_sample:
        return Element::TableSample;
    case Kind::join:
        return Element::Join;
    case Kind::values:
        return Element::Values;
    case Kind::table_valued:
        return Element::TableValuedAlias;
    case Kind::textual_select:
        return Element::TextualSelect;
    case Kind::select:
        return Element::Select;
    case Kind::compound_select:
        return Element::CompoundSelect;
    case Kind::insert:
        return Element::Insert;
    case Kind::update:
        return Element::Update;
    case Kind::delete_:
        return Element::Delete;
    case Kind::custom:
    case Kind::default_value:
        return Element::ColumnElement;
    case Kind::ddl:
        return Element::ClauseElement;
    }
    return Element::ClauseElement;
}

// Tables and their columns have one object each, which the script made.
python::Value known_object(const schema::Expression& node) {
    const schema::ScriptObject* script = nullptr;
    if (auto* ref = schema::get_if<schema::ColumnRef>(node)) {
        auto* table = ref->column && ref->from ? schema::get_if<schema::Table>(*ref->from) : nullptr;
        if (table && !table->light) script = &ref->column->script;
    } else if (auto* table = schema::get_if<schema::Table>(node)) {
        script = &table->script;
    }
    return script && script->object ? python::Value(static_cast<python::Object*>(script->object))
                                    : python::Value();
}

// A column of an alias or subquery that comes from a sa.Column is a sa.Column, too.
python::Value make_proxy(const schema::ExpressionPtr& expression, const schema::ColumnRef& ref) {
    auto column = std::make_shared<schema::Column>();
    column->name = ref.name;
    column->key = ref.key;
    column->type = ref.type;
    python::Value made =
        python::make_instance_with<ColumnState>(schema_class("Column"), expression, std::move(column));
    auto& state = python::state<ColumnState>(made);
    state.type = wrap(ref.type);
    state.table = wrap(schema::ExpressionPtr(ref.from));
    return made;
}

} // namespace

bool is_rows(const schema::Expression& node) {
    return node.kind == Kind::select || node.kind == Kind::compound_select ||
           node.kind == Kind::textual_select;
}

python::Value make_element(python::Class* type, schema::ExpressionPtr node) {
    if (auto table = std::dynamic_pointer_cast<const schema::Table>(node)) {
        auto own = std::const_pointer_cast<schema::Table>(table);
        python::Value made = python::make_instance_with<TableState>(type, own);
        auto& state = python::state<TableState>(made);
        state.metadata = python::Value::none();
        state.columns = make_column_collection();
        for (const auto& column : schema::columns_of(table)) {
            state.column_objects.push_back(wrap(schema::ExpressionPtr(column)));
            collection(state.columns).set(column->key, state.column_objects.back());
        }
        return made;
    }
    if (dynamic_cast<const schema::FromClause*>(node.get()) || is_rows(*node))
        return python::make_instance_with<SelectableState>(type, std::move(node));
    if (dynamic_cast<const schema::Dml*>(node.get()))
        return python::make_instance_with<DmlState>(type, std::move(node));
    return python::make_instance_with<ClauseState>(type, std::move(node));
}

python::Value make_element(Element element, schema::ExpressionPtr node) {
    return make_element(element_class(element), std::move(node));
}

python::Value wrap(const schema::ExpressionPtr& expression) {
    if (!expression) return python::Value::none();
    if (python::Value known = known_object(*expression); known.exists()) return known;
    auto* ref = schema::get_if<schema::ColumnRef>(*expression);
    bool of_column = ref && ref->column && ref->column->script.object;
    if (of_column && ref->from && ref->from->kind != Kind::table) return make_proxy(expression, *ref);
    return make_element(class_of(*expression), expression);
}

} // namespace limbeck::sqlalchemy
