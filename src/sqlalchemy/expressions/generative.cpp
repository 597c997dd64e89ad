#include "sqlalchemy/expressions/generative.hpp"

#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"

#include <algorithm>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Value;
using schema::ExpressionPtr;

bool is_entity(const Value& value) {
    if (py::as_class(value)) return py::find_attribute(value, "__mapper__").exists();
    return py::class_name(py::class_of(value)) == "AliasedClass";
}

Value again(const Value& self, ExpressionPtr node) {
    Value made = make_element(py::class_of(self), std::move(node));
    auto* before = py::state_if<SelectableState>(self);
    if (before && before->entities.exists()) py::state<SelectableState>(made).entities = before->entities;
    if (auto* known = py::state_if<DmlState>(self)) {
        auto& state = py::state<DmlState>(made);
        state.target = known->target;
        state.returned = known->returned;
        state.options = known->options;
    }
    return made;
}

void note_entities(const Value& select, const std::vector<Value>& given, bool added) {
    Value& entities = py::state<SelectableState>(select).entities;
    if (added && !entities.exists()) return; // rows stay rows
    std::vector<Value> all = added ? py::to_vector(entities) : std::vector<Value>{};
    all.insert(all.end(), given.begin(), given.end());
    bool any = std::any_of(all.begin(), all.end(), is_entity);
    entities = any ? py::make_tuple(std::move(all)) : Value();
}

void refuse_translation(const Value& options) {
    py::call(py::native_attribute("sqlalchemy.engine.base", "_refuse_translation"), {options});
}

std::string column_key(const schema::ColumnRef& column) {
    return column.key.empty() ? column.name.text : column.key;
}

namespace {

// "table_column": how the columns of a join are told apart.
std::string joined_key(const schema::ColumnRef& column) {
    std::string prefix;
    if (auto* table = dynamic_cast<const schema::Table*>(column.from.get())) prefix = table->name.text;
    if (auto* alias = dynamic_cast<const schema::Alias*>(column.from.get()); alias && alias->name)
        prefix = alias->name->text;
    if (auto* cte = dynamic_cast<const schema::Cte*>(column.from.get()); cte && cte->name)
        prefix = cte->name->text;
    return prefix.empty() ? column_key(column) : prefix + "_" + column_key(column);
}

} // namespace

Value make_collection(const schema::FromPtr& from) {
    Value made = make_column_collection();
    bool joined = from->kind == schema::ExpressionKind::join;
    for (const auto& column : schema::columns_of(from)) {
        std::string key = joined ? joined_key(*column) : column_key(*column);
        collection(made).items.emplace_back(std::move(key), wrap(ExpressionPtr(column)));
    }
    return made;
}

Value columns_collection(const Value& from) {
    if (auto* table = py::state_if<TableState>(from)) return table->columns;
    auto source = schema::pointer_as<schema::FromClause>(node_of(from));
    auto* state = py::state_if<SelectableState>(from);
    if (!source) py::raise_wrong_state(from, "");
    if (!state) return make_collection(source);
    if (!state->columns.exists()) state->columns = make_collection(source);
    return state->columns;
}

void add_words(Words& words, const std::vector<Value>& given, const Value& dialect) {
    std::string name = dialect.exists() && !dialect.is_none() ? py::to_str(dialect) : "*";
    for (const Value& word : given) {
        ExpressionPtr node = to_expression_if(word);
        auto* text = node ? schema::get_if<schema::Text>(*node) : nullptr;
        words.emplace_back(text ? text->text : py::to_str(word), name);
    }
}

ExpressionPtr make_join(const schema::FromPtr& left, const Value& right, const Value& on, bool outer,
                        bool full) {
    ExpressionPtr condition;
    if (on.exists() && !on.is_none()) condition = to_condition(on, "SQL expression for ON clause");
    return schema::join(left, to_from(right, true), condition, outer, full);
}

ExpressionPtr compound_of(schema::SetOperator op, const std::vector<Value>& selects) {
    std::vector<ExpressionPtr> nodes;
    for (const Value& select : selects) {
        ExpressionPtr node = to_expression_if(select);
        if (!node) raise_expected("SELECT construct for inclusion in a UNION or other set construct", select);
        nodes.push_back(node);
    }
    return schema::compound(op, nodes);
}

ExpressionPtr make_select(const std::vector<Value>& columns) {
    auto made = std::make_shared<schema::Select>();
    for (const Value& column : columns) made->columns.push_back(to_column_expression(column));
    return made;
}

ExpressionPtr make_cte(const ExpressionPtr& element, const Value& name, bool recursive, bool nesting) {
    auto made = std::make_shared<schema::Cte>(*schema::cte(element, to_optional_name(name), recursive));
    made->nesting = nesting;
    return made;
}

} // namespace limbeck::sqlalchemy
