#include "sqlalchemy/table_items.hpp"

#include "python/object.hpp"
#include "sqlalchemy/schema_items.hpp"

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Value;

namespace {

python::DictTable* items_of(const Value& set) {
    return set.exists() ? &python::cast<python::Set>(set).table : nullptr;
}

void take_constraint(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    const schema::ConstraintPtr& constraint = python::state<ConstraintState>(item).constraint;
    std::erase_if(table.constraint_objects, [&](const Value& held) { return held.is(item); });
    std::erase(table.table->constraints, constraint);
}

void take_index(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    const schema::IndexPtr& index = python::state<IndexState>(item).index;
    std::erase_if(table.index_objects, [&](const Value& held) { return held.is(item); });
    std::erase(table.table->indexes, index);
}

void put_constraint(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    const schema::ConstraintPtr& constraint = python::state<ConstraintState>(item).constraint;
    if (constraint->kind == schema::ConstraintKind::primary_key) return;
    table.constraint_objects.push_back(item);
    table.table->constraints.push_back(constraint);
}

void put_index(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    table.index_objects.push_back(item);
    table.table->indexes.push_back(python::state<IndexState>(item).index);
}

using Change = void (*)(const Value& table, const Value& item);

Value make_items(const Value& table, std::vector<Value> items, Change take, Change put) {
    auto function = [](std::string_view declaration, Change change) {
        return python::make_function(declaration, [change](Call& call) {
            change(call[0], call[1]);
            return Value::none();
        });
    };
    return python::call(python::native_attribute("_limbeck_tables", "TableItems"),
                        {table, python::make_list(std::move(items)), function("take(table, item)", take),
                         function("put(table, item)", put)});
}

} // namespace

Value constraint_set(const Value& table) {
    auto& state = python::state<TableState>(table);
    if (!state.constraint_set.exists()) {
        state.primary_key = constraint_object(table, state.table->primary_key);
        std::vector<Value> items = {state.primary_key};
        items.insert(items.end(), state.constraint_objects.begin(), state.constraint_objects.end());
        state.constraint_set = make_items(table, std::move(items), take_constraint, put_constraint);
    }
    return state.constraint_set;
}

Value index_set(const Value& table) {
    auto& state = python::state<TableState>(table);
    if (!state.index_set.exists())
        state.index_set = make_items(table, state.index_objects, take_index, put_index);
    return state.index_set;
}

void note_item(const Value& set, const Value& item) {
    if (python::DictTable* items = items_of(set)) items->set(item, Value::none());
}

void forget_item(const Value& set, const Value& item) {
    if (python::DictTable* items = items_of(set)) items->erase(item);
}

} // namespace limbeck::sqlalchemy
