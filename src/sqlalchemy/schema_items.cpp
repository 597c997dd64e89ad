#include "sqlalchemy/schema_items.hpp"

#include "python/runtime.hpp"

#include "schema/errors.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Value;

namespace {

// Expressions in the constraints, indexes and defaults of a table hold that table. Nobody asks for them when
// the run has ended: the rings are opened then, so that all of it is freed.
bool run_has_ended() {
    return python::rt().shutting_down;
}

void drop_expressions(schema::Column& column) {
    column.constraints.clear();
    column.server_default = {};
    column.computed.reset();
    column.client_default.reset();
    column.onupdate.reset();
}

} // namespace

ColumnState::~ColumnState() {
    column->script.object = nullptr;
    if (run_has_ended()) drop_expressions(*column);
}
TableState::~TableState() {
    table->script.object = nullptr;
    if (!run_has_ended()) return;
    for (const schema::ColumnPtr& column : table->columns) drop_expressions(*column);
    table->constraints.clear();
    table->indexes.clear();
    table->primary_key.reset();
}
ConstraintState::~ConstraintState() {
    if (constraint) constraint->script.object = nullptr;
}
IndexState::~IndexState() {
    if (index) index->script.object = nullptr;
}

python::Class* schema_class(std::string_view name) {
    return python::as_class(python::native_attribute("sqlalchemy.sql.schema", name));
}

bool is_schema_item(const Value& value, std::string_view class_name) {
    return value.is_object() && python::is_instance(value, schema_class(class_name));
}

void raise_exc(std::string_view class_name, std::string message) {
    Value found = python::native_attribute("sqlalchemy.exc", class_name);
    if (python::Class* type = python::as_class(found)) python::raise(type, std::move(message));
    throw schema::InvalidRequestError(message);
}

Value or_none(const Value& value) {
    return value.exists() ? value : Value::none();
}

std::optional<std::string> optional_text(const Value& value) {
    if (!value.exists() || value.is_none()) return std::nullopt;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a text");
    return python::is_str(value) ? python::as_text(value) : python::to_str(value);
}

std::optional<bool> optional_truth(const Value& value) {
    if (!value.exists() || value.is_none()) return std::nullopt;
    return python::truth(value);
}

Value text_value(const std::optional<std::string>& text) {
    return text ? python::make_str(std::string_view(*text)) : Value::none();
}

Value name_value(const std::optional<schema::Name>& name) {
    return name ? python::make_str(std::string_view(name->text)) : Value::none();
}

Value truth_value(const std::optional<bool>& flag) {
    return flag ? Value::boolean(*flag) : Value::none();
}

Value options_value(const schema::Options& options) {
    Value made = python::make_dict();
    auto& dict = python::cast<python::Dict>(made);
    for (const schema::Option& option : options.items)
        dict.set(option.key, option.expression ? wrap(option.expression) : from_value(option.value));
    return made;
}

Value info_value(Value& slot) {
    if (!slot.exists() || slot.is_none()) slot = python::make_dict();
    return slot;
}

Value object_of(const schema::ScriptObject& script) {
    return script.object ? Value(static_cast<python::Object*>(script.object)) : Value();
}

std::string repr_items(const std::vector<Value>& items) {
    std::string out;
    for (const Value& item : items) {
        if (!out.empty()) out += ", ";
        out += python::to_repr(item);
    }
    return out;
}

// ---- the bridge

schema::ColumnPtr to_column(const Value& value) {
    if (auto* state = python::state_if<ColumnState>(value)) return state->column;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a column");
    if (Value element = python::find_attribute(value, "__clause_element__"); element.exists())
        return to_column(python::call(element));
    throw schema::ArgumentError(
        fmt::format("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {}",
                    python::to_repr(value)));
}

schema::TablePtr to_table_if(const Value& value) {
    if (auto* state = python::state_if<TableState>(value)) return state->table;
    if (!value.is_object() || python::is_unresolved(value) || python::is_str(value)) return nullptr;
    if (Value table = python::find_attribute(value, "__table__"); table.exists() && !table.is_none())
        return python::is_unresolved(table) ? nullptr : to_table_if(table);
    return nullptr;
}

schema::TablePtr to_table(const Value& value) {
    if (schema::TablePtr table = to_table_if(value)) return table;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a table");
    throw schema::ArgumentError(fmt::format("Table object expected, got {}", python::to_repr(value)));
}

schema::ConstraintPtr to_constraint_if(const Value& value) {
    auto* state = python::state_if<ConstraintState>(value);
    return state ? state->constraint : nullptr;
}

schema::IndexPtr to_index_if(const Value& value) {
    auto* state = python::state_if<IndexState>(value);
    return state ? state->index : nullptr;
}

} // namespace limbeck::sqlalchemy
