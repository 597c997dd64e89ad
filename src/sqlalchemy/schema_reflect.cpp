// `Table(…, autoload_with=bind)`: the table's objects from what the database says.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/reflect.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::make_str;
using python::Value;

namespace {

// What a listener of `column_reflect` sees, and may change.
Value column_info(const ReflectedColumn& column) {
    Value info = python::make_dict();
    auto& dict = python::cast<python::Dict>(info);
    dict.set("name", make_str(std::string_view(column.name)));
    dict.set("type", wrap(column.type));
    dict.set("nullable", Value::boolean(column.nullable));
    dict.set("default", text_value(column.default_sql));
    dict.set("comment", text_value(column.comment));
    dict.set("primary_key", Value::integer(column.primary_key));
    return info;
}

std::string apply_info(const Value& info, ReflectedColumn& column) {
    auto& dict = python::cast<python::Dict>(info);
    auto get = [&](std::string_view key) {
        const Value* found = dict.find(key);
        return found ? *found : Value::none();
    };
    column.name = python::as_text(get("name"));
    column.type = to_type(get("type"));
    column.nullable = python::truth(get("nullable"));
    Value default_value = get("default");
    if (default_value.is_none())
        column.default_sql.reset();
    else if (python::is_str(default_value))
        column.default_sql = python::as_text(default_value);
    Value key = get("key");
    return key.is_none() ? std::string() : python::as_text(key);
}

// Objects for what is there now.
void take_objects(const Value& table_value) {
    auto& state = python::state<TableState>(table_value);
    state.column_objects.clear();
    CollectionState& columns = collection(state.columns);
    for (const schema::ColumnPtr& column : state.table->columns) {
        Value object = column_object(table_value, column);
        state.column_objects.push_back(object);
        columns.set(column->key_or_name(), object);
    }
    state.index_set = state.constraint_set = Value();
    state.index_objects.clear();
    for (const schema::IndexPtr& index : state.table->indexes)
        state.index_objects.push_back(index_object(table_value, index));
    state.constraint_objects.clear();
    for (const schema::ConstraintPtr& constraint : state.table->constraints) {
        Value object = constraint_object(table_value, constraint);
        state.constraint_objects.push_back(object);
        auto& held = python::state<ConstraintState>(object);
        if (constraint->kind != schema::ConstraintKind::foreign_key || !held.elements.empty()) continue;
        for (std::size_t i = 0; i < constraint->columns.size(); ++i) {
            Value element = python::make_instance(schema_class("ForeignKey"));
            auto& key = python::attach_state<ForeignKeyState>(element);
            key.key.schema = constraint->referred_schema;
            key.key.table = constraint->referred_table;
            if (i < constraint->referred_columns.size()) key.key.column = constraint->referred_columns[i];
            key.key.target = fmt::format("{}{}.{}", key.key.schema ? key.key.schema->text + "." : "",
                                         key.key.table.text, key.key.column.text);
            key.key.name = constraint->name;
            key.key.onupdate = constraint->onupdate;
            key.key.ondelete = constraint->ondelete;
            key.key.deferrable = constraint->deferrable;
            key.key.initially = constraint->initially;
            key.key.match = constraint->match;
            key.key.link_to_name = true;
            key.constraint = object;
            if (schema::ColumnPtr column = state.table->find_pointer(constraint->columns[i].text)) {
                key.parent = column_object(table_value, column);
                python::state<ColumnState>(key.parent).foreign_keys.push_back(element);
            }
            held.elements.push_back(element);
        }
    }
}

// The tables that its foreign keys name are loaded, too.
void load_referred(const Value& table_value, const Value& bind) {
    auto& state = python::state<TableState>(table_value);
    std::vector<std::pair<std::string, Value>> wanted;
    for (const schema::ConstraintPtr& constraint : state.table->constraints) {
        if (constraint->kind != schema::ConstraintKind::foreign_key) continue;
        std::string key = constraint->referred_schema
                              ? constraint->referred_schema->text + "." + constraint->referred_table.text
                              : constraint->referred_table.text;
        auto& metadata = python::state<MetaDataState>(state.metadata);
        if (python::cast<python::Dict>(metadata.tables).find(key)) continue;
        std::vector<python::KeywordArgument> keywords = {{python::intern("autoload_with"), bind}};
        if (constraint->referred_schema)
            keywords.push_back({python::intern("schema"), name_value(constraint->referred_schema)});
        Value arguments[] = {name_value(constraint->referred_table), state.metadata};
        python::call(python::class_value(schema_class("Table")), arguments, keywords);
    }
}

// The connection behind an engine, a connection or an inspector.
template <class Body> void with_connection(const Value& bind, Body body) {
    if (python::is_unresolved(bind)) python::raise_unresolved(bind, "reflect a table");
    if (database::Connection* connection = connection_if(bind)) return body(*connection, bind);
    if (Value inner = python::find_attribute(bind, "bind"); inner.exists() && !inner.is_none())
        return with_connection(inner, body);
    Value engine = python::native_attribute("sqlalchemy.engine.base", "Engine");
    if (python::is_instance(bind, python::as_class(engine)) ||
        (python::find_attribute(bind, "connect").exists() &&
         !python::find_attribute(bind, "execute").exists())) {
        Value connection = python::call_method(bind, "connect");
        try {
            body(to_connection(connection), connection);
        } catch (const python::Raised&) {
            python::call_method(connection, "close");
            throw;
        }
        python::call_method(connection, "close");
        return;
    }
    // What has no database, as --sql's connection, is told so.
    python::call(python::native_attribute("sqlalchemy", "inspect"), {bind});
    body(to_connection(bind), bind);
}

} // namespace

void reflect_table(const Value& table_value, const Value& bind, const ReflectArguments& arguments) {
    with_connection(bind, [&](database::Connection& connection, const Value& connection_value) {
        auto& state = python::state<TableState>(table_value);
        std::unique_ptr<Inspector> inspector = make_inspector(connection);
        ReflectOptions options;
        options.include_columns = arguments.include_columns;
        options.exclude_columns = arguments.exclude_columns;
        std::vector<Value> listeners;
        for (const auto& [event, function] : arguments.listeners)
            if (event == "column_reflect") listeners.push_back(function);
        for (const Value& function :
             python::to_vector(python::call(python::native_attribute("sqlalchemy.event", "_listeners"),
                                            {state.metadata, make_str("column_reflect"), table_value})))
            listeners.push_back(function);
        if (!listeners.empty())
            options.column = [&](ReflectedColumn& column) {
                Value info = column_info(column);
                Value looking =
                    python::call(python::native_attribute("sqlalchemy", "inspect"), {connection_value});
                for (const Value& function : listeners) python::call(function, {looking, table_value, info});
                return apply_info(info, column);
            };
        try {
            reflect_into(*state.table, *inspector, options);
        } catch (const NoSuchTableError& error) {
            raise_exc("NoSuchTableError", error.message());
        }
        take_objects(table_value);
        if (arguments.resolve_foreign_keys) load_referred(table_value, connection_value);
    });
}

} // namespace limbeck::sqlalchemy
