// sa.Index.
#include "sqlalchemy/ddl_conditions.hpp"
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Call;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

IndexState& attach_new_state(const Value& self, schema::IndexPtr index) {
    auto& state = python::attach_state<IndexState>(self);
    state.index = std::move(index);
    state.index->script.object = self.object();
    return state;
}

schema::IndexElement read_element(const Value& given) {
    schema::IndexElement element;
    if (python::is_str(given)) {
        element.column = python::as_text(given);
        return element;
    }
    if (python::is_unresolved(given)) python::raise_unresolved(given, "use it as an index's column");
    if (auto* column = python::state_if<ColumnState>(given)) {
        element.column = column->column->key_or_name();
        return element;
    }
    schema::ExpressionPtr expression = to_expression_if(given);
    if (!expression)
        throw schema::ArgumentError(
            fmt::format("String column name or column expression for DDL constraint expected, got {}.",
                        python::to_repr(given)));
    auto* ref = dynamic_cast<const schema::ColumnRef*>(expression.get());
    if (ref && ref->column)
        element.column = ref->column->key_or_name();
    else
        element.expression = expression;
    return element;
}

Value construct(Call& call) {
    IndexState& state = attach_new_state(call.self(), std::make_shared<schema::Index>());
    schema::Index& index = *state.index;
    index.name = to_optional_name(call[1]);
    if (index.name && call.has(4))
        index.name->quote = call.truth(4) ? schema::Quote::always : schema::Quote::never;
    index.unique = call.truth(3);
    state.info = call[5];
    index.options = to_options(call.keywords(8), "Index");
    std::vector<Value> columns;
    for (const Value& given : call.rest(2)) {
        // `Index("name", None, …)` of old.
        schema::IndexElement element = read_element(given);
        if (auto* column = python::state_if<ColumnState>(given)) {
            columns.push_back(given);
            (void)column;
        } else if (element.expression) {
            collect_columns(*element.expression, columns);
        }
        index.elements.push_back(std::move(element));
        state.elements.push_back(given);
    }
    if (call.has(6))
        attach_index(call[6], call.self());
    else
        attach_when_ready(call.self(), columns);
    return Value::none();
}

Value element_value(const IndexState& state, std::size_t i) {
    const schema::IndexElement& element = state.index->elements[i];
    if (auto* table = python::state_if<TableState>(state.table); table && !element.column.empty())
        if (schema::ColumnPtr column = table->table->find_pointer(element.column))
            return column_object(state.table, column);
    if (i < state.elements.size()) return state.elements[i];
    return element.expression ? wrap(element.expression) : make_str(std::string_view(element.column));
}

Value expression_values(const IndexState& state) {
    std::vector<Value> found;
    for (std::size_t i = 0; i < state.index->elements.size(); ++i) found.push_back(element_value(state, i));
    return python::make_list(std::move(found));
}

Value column_values(const IndexState& state) {
    Value made = make_column_collection();
    CollectionState& items = collection(made);
    for (std::size_t i = 0; i < state.index->elements.size(); ++i) {
        Value value = element_value(state, i);
        if (auto* column = python::state_if<ColumnState>(value)) {
            items.set(column->column->key_or_name(), value);
        } else if (state.index->elements[i].expression) {
            std::vector<Value> columns;
            collect_columns(*state.index->elements[i].expression, columns);
            for (const Value& found : columns)
                items.set(python::state<ColumnState>(found).column->key_or_name(), found);
        }
    }
    return made;
}

Value run(Call& call, std::string_view element, bool wanted_present) {
    const Value& bind = call[1];
    IndexState& state = call.state<IndexState>();
    if (call.truth(2)) {
        Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {bind});
        auto& table = python::state<TableState>(state.table);
        bool present = false;
        python::for_each(
            python::call_method(inspector, "get_indexes",
                                {name_value(table.table->name), name_value(table.table->schema)}),
            [&](const Value& found) {
                Value name = python::get_item(found, make_str("name"));
                present |= python::is_str(name) && state.index->name &&
                           python::as_text(name) == state.index->name->text;
            });
        if (present != wanted_present) return Value::none();
    }
    Value made = python::call(python::native_attribute("sqlalchemy.sql.ddl", element), {call.self()});
    python::call(python::native_attribute("sqlalchemy.sql.ddl", "_execute_on"), {bind, made});
    return element == "CreateIndex" ? call.self() : Value::none();
}

void index_members(ClassBuilder& type) {
    auto state = [](Call& call) -> IndexState& { return call.state<IndexState>(); };
    type.constant("__visit_name__", make_str("index"));
    type.method("__init__(self, name, *expressions, unique=False, quote=None, info=None, _table=None, "
                "_column_flag=False, **dialect_kw)",
                construct);
    type.property(
        "name", [=](Call& call) { return name_value(state(call).index->name); },
        [=](Call& call) {
            state(call).index->name = to_optional_name(call[1]);
            return Value::none();
        });
    type.property(
        "unique", [=](Call& call) { return Value::boolean(state(call).index->unique); },
        [=](Call& call) {
            state(call).index->unique = call.truth(1);
            return Value::none();
        });
    type.property("table", [=](Call& call) { return or_none(state(call).table); });
    type.property("parent", [=](Call& call) { return or_none(state(call).table); });
    type.property("info", [=](Call& call) { return info_value(state(call).info); });
    type.property("expressions", [=](Call& call) { return expression_values(state(call)); });
    type.property("columns", [=](Call& call) { return column_values(state(call)); });
    type.property("c", [=](Call& call) { return column_values(state(call)); });
    type.property("dialect_kwargs", [=](Call& call) { return options_value(state(call).index->options); });
    type.property("kwargs", [=](Call& call) { return options_value(state(call).index->options); });
    type.method("create(self, bind=None, checkfirst=False)",
                [](Call& call) { return run(call, "CreateIndex", false); });
    type.method("drop(self, bind=None, checkfirst=False)",
                [](Call& call) { return run(call, "DropIndex", true); });
    add_ddl_if(type);
    type.method("__repr__(self)", [=](Call& call) {
        std::string out = "Index(";
        const auto& name = state(call).index->name;
        out += name ? schema::repr(std::string_view(name->text)) : "None";
        python::for_each(expression_values(state(call)),
                         [&](const Value& item) { out += ", " + python::to_repr(item); });
        if (state(call).index->unique) out += ", unique=True";
        return make_str(out + ")");
    });
}

} // namespace

Value index_object(const Value& table, const schema::IndexPtr& index) {
    if (Value found = object_of(index->script); found.exists()) return found;
    Value made = python::make_instance(schema_class("Index"));
    attach_new_state(made, index).table = table;
    return made;
}

void define_indexes(python::ModuleBuilder& module) {
    python::Class* item = python::as_class(python::get_attribute(module.value(), "SchemaItem"));
    python::Class* mixin = python::as_class(python::get_attribute(module.value(), "ColumnCollectionMixin"));
    module.define_class("Index", {mixin, item}, index_members);
}

} // namespace limbeck::sqlalchemy
