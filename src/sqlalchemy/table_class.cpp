// sa.Table.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/table_items.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

constexpr std::string_view construct_declaration =
    "__new__(cls, name, metadata=None, *args, schema=None, quote=None, quote_schema=None, "
    "autoload_with=None, "
    "autoload=None, autoload_replace=True, keep_existing=False, extend_existing=False, resolve_fks=True, "
    "include_columns=None, implicit_returning=True, comment=None, info=None, listeners=None, prefixes=None, "
    "must_exist=False, mustexist=False, _extend_on=None, _no_init=True, useexisting=False, **kw)";
namespace argument {
enum : std::size_t {
    type,
    name,
    metadata,
    items,
    schema,
    quote,
    quote_schema,
    autoload_with,
    autoload,
    autoload_replace,
    keep_existing,
    extend_existing,
    resolve_fks,
    include_columns,
    implicit_returning,
    comment,
    info,
    listeners,
    prefixes,
    must_exist,
    mustexist,
    extend_on,
    no_init,
    useexisting,
    dialect,
};
}

std::optional<schema::Name> schema_of(Call& call, const MetaDataState& metadata) {
    const Value& given = call[argument::schema];
    if (given.is_none()) return metadata.metadata->schema;
    if (!python::is_str(given)) {
        if (python::is_unresolved(given)) python::raise_unresolved(given, "use it as a table's schema");
        return std::nullopt; // BLANK_SCHEMA
    }
    schema::Name name = to_name(given);
    if (call.has(argument::quote_schema))
        name.quote = call.truth(argument::quote_schema) ? schema::Quote::always : schema::Quote::never;
    return name;
}

std::vector<std::string> texts_of(const Value& values) {
    std::vector<std::string> found;
    python::for_each(values, [&](const Value& item) { found.push_back(python::to_str(item)); });
    return found;
}

std::vector<std::pair<std::string, Value>> listeners_of(const Value& listeners) {
    std::vector<std::pair<std::string, Value>> found;
    if (!listeners.is_none())
        python::for_each(listeners, [&](const Value& pair) {
            std::vector<Value> parts = python::to_vector(pair);
            if (parts.size() == 2) found.emplace_back(python::as_text(parts[0]), parts[1]);
        });
    return found;
}

// Options, columns from the database, then what the script gives, which goes before them.
void fill(Call& call, const Value& table, bool existing) {
    auto& state = python::state<TableState>(table);
    if (call.has(argument::comment)) state.table->comment = optional_text(call[argument::comment]);
    if (call.has(argument::info)) state.info = call[argument::info];
    if (call.has(argument::prefixes)) state.table->prefixes = texts_of(call[argument::prefixes]);
    schema::Options options = to_options(call.keywords(argument::dialect), "Table");
    for (schema::Option& option : options.items) state.table->options.items.push_back(std::move(option));

    Value bind = call[argument::autoload_with];
    auto& metadata = python::state<MetaDataState>(state.metadata);
    if (bind.is_none() && call.has(argument::autoload) && call.truth(argument::autoload)) {
        bind = or_none(metadata.bind);
        if (bind.is_none())
            throw schema::ArgumentError("autoload=True needs autoload_with=, a connection or an engine");
    }
    if (!bind.is_none()) {
        ReflectArguments reflect;
        if (call.has(argument::include_columns))
            reflect.include_columns = texts_of(call[argument::include_columns]);
        if (existing && !call.truth(argument::autoload_replace))
            for (const Value& column : state.column_objects)
                reflect.exclude_columns.push_back(python::state<ColumnState>(column).column->name.text);
        reflect.resolve_foreign_keys = call.truth(argument::resolve_fks);
        reflect.listeners = listeners_of(call[argument::listeners]);
        reflect_table(table, bind, reflect);
    }
    bool replace = existing || !bind.is_none() || call.truth(argument::keep_existing) ||
                   call.truth(argument::extend_existing);
    for (const Value& item : call.rest(argument::items)) {
        attach_item(table, item, replace);
    }
    resolve_foreign_keys(table);
}

Value construct(Call& call) {
    Value metadata_value = call[argument::metadata];
    auto* metadata = python::state_if<MetaDataState>(metadata_value);
    if (!metadata) {
        if (python::is_unresolved(metadata_value)) {
            // A MetaData that is not here cannot be looked into: the table gets one of its own.
            metadata_value = python::call(python::class_value(schema_class("MetaData")));
            metadata = python::state_if<MetaDataState>(metadata_value);
        } else if (metadata_value.is_none()) {
            python::raise(python::Exc::TypeError,
                          "Table() takes at least two positional-only arguments 'name' and 'metadata'");
        } else {
            python::raise(python::Exc::AttributeError, fmt::format("'{}' object has no attribute 'schema'",
                                                                   python::type_name(metadata_value)));
        }
    }
    bool keep = call.truth(argument::keep_existing);
    bool extend = call.truth(argument::extend_existing) || call.truth(argument::useexisting);
    if (keep && extend)
        throw schema::ArgumentError("keep_existing and extend_existing are mutually exclusive.");
    schema::Name name = to_name(call[argument::name]);
    if (call.has(argument::quote))
        name.quote = call.truth(argument::quote) ? schema::Quote::always : schema::Quote::never;
    std::optional<schema::Name> schema_name = schema_of(call, *metadata);
    std::string key = schema_name ? schema_name->text + "." + name.text : name.text;
    auto& tables = python::cast<python::Dict>(metadata->tables);
    if (const Value* present = tables.find(key)) {
        if (!keep && !extend && !call.rest(argument::items).empty())
            throw schema::InvalidRequestError(fmt::format(
                "Table '{}' is already defined for this MetaData instance.  Specify "
                "'extend_existing=True' to redefine options and columns on an existing Table object.",
                key));
        Value table = *present;
        if (extend) fill(call, table, true);
        return table;
    }
    if (call.truth(argument::must_exist) || call.truth(argument::mustexist))
        throw schema::InvalidRequestError(fmt::format("Table '{}' not defined", key));

    Value table = python::make_instance(python::as_class(call[argument::type]));
    auto made = std::make_shared<schema::Table>();
    made->name = name;
    made->schema = schema_name;
    made->metadata = metadata->metadata;
    made->script.object = table.object();
    auto& state = python::attach_state<TableState>(table, made);
    state.metadata = metadata_value;
    state.columns = make_column_collection();
    tables.set(key, table);
    try {
        fill(call, table, false);
    } catch (...) {
        python::call_method(metadata->tables, "pop", {make_str(std::string_view(key)), Value::none()});
        throw;
    }
    return table;
}

Value set_of(const std::vector<Value>& items) {
    Value made = python::make_set();
    for (const Value& item : items) python::call_method(made, "add", {item});
    return made;
}

Value primary_key_of(const Value& self) {
    auto& state = python::state<TableState>(self);
    Value found = constraint_object(self, state.table->primary_key);
    state.primary_key = found;
    return found;
}

// `table.constraints -= …` assigns what it has changed.
Value replace_items(const Value& set, const Value& items) {
    if (items.is(set)) return Value::none();
    python::call_method(set, "intersection_update", {items});
    return python::call_method(set, "update", {items});
}

void copy_constraint_to(const Value& table, const Value& constraint) {
    python::KeywordArgument target{python::intern("target_table"), table};
    attach_constraint(table,
                      python::call(python::get_attribute(constraint, "_copy"), {}, std::span(&target, 1)));
}

Value copy_table(const Value& self, const Value& metadata, const Value& schema_given, const Value& name) {
    auto& state = python::state<TableState>(self);
    const schema::Table& from = *state.table;
    auto& to = python::state<MetaDataState>(metadata);
    std::optional<schema::Name> schema_name = from.schema;
    if (python::is_str(schema_given))
        schema_name = to_name(schema_given);
    else if (schema_given.is_none())
        schema_name = to.metadata->schema;
    if (!schema_name) schema_name = to.metadata->schema;
    std::string new_name = name.is_none() ? from.name.text : python::as_text(name);
    std::string key = schema_name ? schema_name->text + "." + new_name : new_name;
    auto& tables = python::cast<python::Dict>(to.tables);
    if (const Value* present = tables.find(key)) return *present;

    Value table = python::make_instance(python::class_of(self));
    auto made = std::make_shared<schema::Table>();
    made->name = from.name;
    made->name.text = new_name;
    made->schema = schema_name;
    made->metadata = to.metadata;
    made->comment = from.comment;
    made->prefixes = from.prefixes;
    made->options = from.options;
    made->script.object = table.object();
    auto& copied = python::attach_state<TableState>(table, made);
    copied.metadata = metadata;
    copied.columns = make_column_collection();
    tables.set(key, table);
    for (const Value& column : state.column_objects) {
        Value item = python::call_method(column, "_copy");
        // Columns' keys that become constraints when they are attached: those of the column itself.
        attach_item(table, item, false);
    }
    if (!from.primary_key->implicit)
        copy_constraint_to(table, primary_key_of(self));
    else if (from.primary_key->name)
        made->primary_key->name = from.primary_key->name;
    auto is_made_by_column = [](const schema::Constraint& constraint, const schema::Table& owner) {
        if (constraint.type_bound) return true;
        if (constraint.columns.size() != 1) return false;
        const schema::Column* column = owner.find(constraint.columns.front().text);
        if (!column) return false;
        if (constraint.kind == schema::ConstraintKind::unique)
            return column->unique.value_or(false) && !column->index.value_or(false);
        return constraint.kind == schema::ConstraintKind::foreign_key && !column->foreign_keys.empty();
    };
    for (const Value& object : state.constraint_objects) {
        auto& constraint = *python::state<ConstraintState>(object).constraint;
        if (is_made_by_column(constraint, from)) continue;
        copy_constraint_to(table, object);
    }
    for (const Value& object : state.index_objects) {
        auto& index = *python::state<IndexState>(object).index;
        if (index.type_bound) continue;
        if (index.elements.size() == 1 && !index.elements.front().column.empty()) {
            const schema::Column* column = from.find(index.elements.front().column);
            if (column && column->index.value_or(false) && index.options.items.empty()) continue;
        }
        auto copy = std::make_shared<schema::Index>(index);
        copy->table = nullptr;
        made->append(copy);
        copied.index_objects.push_back(index_object(table, copy));
    }
    if (schema_name && from.schema != schema_name)
        for (const schema::ConstraintPtr& constraint : made->constraints)
            if (constraint->kind == schema::ConstraintKind::foreign_key &&
                constraint->referred_schema == from.schema) {
                constraint->referred_schema = schema_name;
                // The texts of its ForeignKey objects follow.
                auto* held = python::state_if<ConstraintState>(object_of(constraint->script));
                if (!held) continue;
                for (const Value& element : held->elements) {
                    auto& pointer = python::state<ForeignKeyState>(element);
                    pointer.key.schema = schema_name;
                    pointer.key.target = fmt::format("{}.{}.{}", schema_name->text, pointer.key.table.text,
                                                     pointer.key.column.text);
                    pointer.target = Value();
                }
            }
    return table;
}

// What a script says of the schemas that keys refer to must be what is done anyway.
void check_referred(const Value& self, const Value& metadata, const Value& schema_given,
                    const Value& referred) {
    const schema::Table& table = *python::state<TableState>(self).table;
    Value own = name_value(table.schema), target = own;
    if (python::is_str(schema_given)) target = schema_given;
    if (schema_given.is_none()) target = name_value(python::state<MetaDataState>(metadata).metadata->schema);
    for (const Value& constraint : python::state<TableState>(self).constraint_objects) {
        Value elements = python::find_attribute(constraint, "elements");
        if (!elements.exists()) continue;
        std::vector<Value> keys = python::to_vector(elements);
        if (keys.empty()) continue;
        std::string name = python::to_str(python::get_attribute(keys.front(), "target_fullname"));
        std::size_t end = name.rfind('.', name.rfind('.') - 1);
        Value referred_schema = end == name.npos ? Value::none() : make_str(name.substr(0, end));
        Value usual = python::equal(referred_schema, own) ? target : referred_schema;
        Value wanted = python::call(referred, {self, target, constraint, referred_schema});
        if (!wanted.is_none() && !python::equal(wanted, usual))
            python::raise(python::Exc::NotImplementedError,
                          "to_metadata() with a referred_schema_fn that moves a key to another schema");
    }
}

Value copy_method(Call& call) {
    if (call.has(3)) check_referred(call.self(), call[1], call[2], call[3]);
    return copy_table(call.self(), call[1], call[2], call[4]);
}

void table_members(ClassBuilder& type) {
    type.constant("__visit_name__", make_str("table"));
    type.static_method(construct_declaration, construct);
    type.method("__init__(self, *args, **kw)", [](Call&) { return Value::none(); });
    auto state = [](Call& call) -> TableState& { return call.state<TableState>(); };
    type.property(
        "name", [=](Call& call) { return name_value(state(call).table->name); },
        [=](Call& call) {
            state(call).table->name = to_name(call[1]);
            return Value::none();
        });
    type.property(
        "schema", [=](Call& call) { return name_value(state(call).table->schema); },
        [=](Call& call) {
            state(call).table->schema = to_optional_name(call[1]);
            return Value::none();
        });
    for (std::string_view name : {"fullname", "key"})
        type.property(name, [=](Call& call) { return make_str(state(call).table->full_name()); });
    type.property("description",
                  [=](Call& call) { return make_str(std::string_view(state(call).table->name.text)); });
    for (const char* name : {"c", "columns"})
        type.property(name, [=](Call& call) { return state(call).columns; });
    type.property("metadata", [=](Call& call) { return or_none(state(call).metadata); });
    type.property("bind", [=](Call& call) { return python::get_attribute(state(call).metadata, "bind"); });
    type.property(
        "constraints", [](Call& call) { return constraint_set(call.self()); },
        [](Call& call) { return replace_items(constraint_set(call.self()), call[1]); });
    type.property("primary_key", [](Call& call) { return primary_key_of(call.self()); });
    type.property("_sorted_constraints", [=](Call& call) {
        std::vector<Value> items;
        for (const schema::ConstraintPtr& constraint : state(call).table->sorted_constraints())
            items.push_back(constraint_object(call.self(), constraint));
        return python::make_list(std::move(items));
    });
    type.property(
        "indexes", [](Call& call) { return index_set(call.self()); },
        [](Call& call) { return replace_items(index_set(call.self()), call[1]); });
    type.property("foreign_keys", [=](Call& call) {
        std::vector<Value> items;
        for (const Value& column : state(call).column_objects)
            for (const Value& key : python::state<ColumnState>(column).foreign_keys) items.push_back(key);
        return set_of(items);
    });
    type.property("foreign_key_constraints", [=](Call& call) {
        std::vector<Value> items;
        for (const Value& column : state(call).column_objects)
            for (const Value& key : python::state<ColumnState>(column).foreign_keys)
                if (const Value& made = python::state<ForeignKeyState>(key).constraint; made.exists())
                    items.push_back(made);
        return set_of(items);
    });
    type.property(
        "comment", [=](Call& call) { return text_value(state(call).table->comment); },
        [=](Call& call) {
            state(call).table->comment = optional_text(call[1]);
            return Value::none();
        });
    type.property(
        "info", [=](Call& call) { return info_value(state(call).info); },
        [=](Call& call) {
            state(call).info = call[1];
            return Value::none();
        });
    type.property("dialect_kwargs", [=](Call& call) { return options_value(state(call).table->options); });
    type.property("kwargs", [=](Call& call) { return options_value(state(call).table->options); });
    type.property("_prefixes", [=](Call& call) {
        return python::make_list(python::make_strs(state(call).table->prefixes));
    });
    type.property("autoincrement_column", [=](Call& call) {
        const schema::Column* column = state(call).table->autoincrement_column();
        if (!column) return Value::none();
        return column_object(call.self(), state(call).table->find_pointer(column->key_or_name()));
    });
    type.constant("implicit_returning", Value::boolean(true));

    type.method("append_column(self, column, *, replace_existing=False)", [](Call& call) {
        attach_item(call.self(), call[1], call.truth(2));
        return Value::none();
    });
    type.method("append_constraint(self, constraint)", [](Call& call) {
        attach_item(call.self(), call[1], false);
        return Value::none();
    });
    type.method("add_is_dependent_on(self, table)", [](Call&) { return Value::none(); });
    type.method("create(self, bind=None, checkfirst=False)", [](Call& call) {
        create_tables(call.has(1) ? call[1] : python::get_attribute(call.self(), "bind"), {call.self()},
                      call.truth(2), Value());
        return Value::none();
    });
    type.method("drop(self, bind=None, checkfirst=False)", [](Call& call) {
        drop_tables(call.has(1) ? call[1] : python::get_attribute(call.self(), "bind"), {call.self()},
                    call.truth(2), Value());
        return Value::none();
    });
    type.method("exists(self, bind=None)", [](Call& call) {
        Value bind = call.has(1) ? call[1] : python::get_attribute(call.self(), "bind");
        return Value::boolean(table_exists(bind, call.self()));
    });
    type.method("to_metadata(self, metadata, schema=..., referred_schema_fn=None, name=None)", copy_method);
    type.method("tometadata(self, metadata, schema=..., referred_schema_fn=None, name=None)", copy_method);
    type.method("__str__(self)", [=](Call& call) { return make_str(state(call).table->full_name()); });
    type.method("__repr__(self)", [=](Call& call) {
        std::string out = "Table(" + schema::repr(std::string_view(state(call).table->name.text));
        out += ", " + python::to_repr(state(call).metadata);
        for (const Value& column : state(call).column_objects) out += ", " + python::to_repr(column);
        out += ", schema=" + python::to_repr(name_value(state(call).table->schema));
        return make_str(out + ")");
    });
}

} // namespace

Value wrap(const schema::TablePtr& table, const Value& metadata) {
    if (Value found = object_of(table->script); found.exists()) return found;
    Value made = python::make_instance(schema_class("Table"));
    auto& state = python::attach_state<TableState>(made, table);
    table->script.object = made.object();
    state.metadata = metadata.exists() && !metadata.is_none()
                         ? metadata
                         : python::call(python::class_value(schema_class("MetaData")));
    state.columns = make_column_collection();
    for (const schema::ColumnPtr& column : table->columns) {
        Value object = column_object(made, column);
        state.column_objects.push_back(object);
        collection(state.columns).set(column->key_or_name(), object);
    }
    for (const schema::ConstraintPtr& constraint : table->constraints)
        state.constraint_objects.push_back(constraint_object(made, constraint));
    for (const schema::IndexPtr& index : table->indexes)
        state.index_objects.push_back(index_object(made, index));
    if (auto* held = python::state_if<MetaDataState>(state.metadata))
        python::cast<python::Dict>(held->tables).set(table->full_name(), made);
    return made;
}

void define_tables(python::ModuleBuilder& module) {
    module.lazy("Table", [] {
        ClassBuilder type =
            python::make_class("Table", {schema_class("HasSchemaAttr"), element_class(Element::TableClause)},
                               "sqlalchemy.sql.schema");
        table_members(type);
        return type.value();
    });
}

} // namespace limbeck::sqlalchemy
