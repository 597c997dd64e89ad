// sa.MetaData.
#include "sqlalchemy/known_tables.hpp"
#include "sqlalchemy/schema_items.hpp"
#include "sqlalchemy/table_order.hpp"

#include "schema/errors.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Call;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

// A class given as a key stands for the convention of its kind.
std::string convention_key(const Value& key) {
    if (python::is_str(key)) return python::as_text(key);
    static const std::pair<std::string_view, std::string_view> classes[] = {{"ForeignKeyConstraint", "fk"},
                                                                            {"PrimaryKeyConstraint", "pk"},
                                                                            {"Index", "ix"},
                                                                            {"CheckConstraint", "ck"},
                                                                            {"UniqueConstraint", "uq"}};
    if (python::Class* type = python::as_class(key))
        for (const auto& [name, prefix] : classes)
            if (python::class_name(type) == name) return std::string(prefix);
    return python::to_str(key);
}

void set_conventions(MetaDataState& state, const Value& conventions) {
    if (conventions.is_none()) return;
    if (python::is_unresolved(conventions))
        python::raise_unresolved(conventions, "use it as a naming convention");
    if (!python::truth(conventions)) return;
    schema::MetaData& metadata = *state.metadata;
    metadata.conventions.clear();
    metadata.tokens.clear();
    python::for_each_item(conventions, [&](const Value& key, const Value& value) {
        std::string name = convention_key(key);
        if (python::is_str(value)) {
            metadata.conventions[name] = python::as_text(value);
        } else if (python::is_unresolved(value)) {
            python::raise_unresolved(value, "use it as a naming convention");
        } else if (python::is_callable(value)) {
            metadata.tokens[name] = [value](const schema::Constraint* constraint, const schema::Index* index,
                                            const schema::Table& table) {
                auto& held = const_cast<schema::Table&>(table);
                Value table_value = object_of(held.script);
                if (!table_value.exists())
                    throw schema::InvalidRequestError(fmt::format(
                        "A naming convention's function needs the Table object of '{}'", table.name.text));
                Value item;
                for (const schema::ConstraintPtr& candidate : table.constraints)
                    if (candidate.get() == constraint) item = constraint_object(table_value, candidate);
                for (const schema::IndexPtr& candidate : table.indexes)
                    if (candidate.get() == index) item = index_object(table_value, candidate);
                if (!item.exists() && constraint) item = object_of(constraint->script);
                if (!item.exists() && index) item = object_of(index->script);
                return python::to_str(python::call(value, {or_none(item), table_value}));
            };
        }
    });
    state.naming_convention = conventions;
}

// Those given, else all of them in the order in which they were made.
std::vector<Value> given_tables(const Value& tables, const Value& metadata) {
    if (!tables.is_none()) return python::to_vector(tables);
    require_all_tables(metadata);
    std::vector<Value> all;
    python::for_each_item(python::state<MetaDataState>(metadata).tables,
                          [&](const Value&, const Value& table) { all.push_back(table); });
    return all;
}

Value bind_of(Call& call, std::size_t at) {
    if (call.has(at)) return call[at];
    return or_none(call.state<MetaDataState>().bind);
}

void reflect(Call& call) {
    auto& state = call.state<MetaDataState>();
    Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {bind_of(call, 1)});
    Value schema_name = call.has(2) ? call[2] : name_value(state.metadata->schema);
    std::vector<Value> available =
        python::to_vector(python::call_method(inspector, "get_table_names", {schema_name}));
    if (call.truth(3))
        for (const Value& view :
             python::to_vector(python::call_method(inspector, "get_view_names", {schema_name})))
            available.push_back(view);
    auto is_loaded = [&](const Value& name) {
        std::string key = python::as_text(name);
        if (!schema_name.is_none()) key = python::as_text(schema_name) + "." + key;
        return python::cast<python::Dict>(state.tables).find(key) != nullptr;
    };
    bool extend = call.truth(5);
    std::vector<Value> load;
    if (call.has(4) && !python::is_callable(call[4])) {
        std::string missing;
        for (const Value& name : python::to_vector(call[4])) {
            bool there = std::any_of(available.begin(), available.end(),
                                     [&](const Value& other) { return python::equal(name, other); });
            if (!there)
                missing += (missing.empty() ? "" : ", ") + python::as_text(name);
            else if (extend || !is_loaded(name))
                load.push_back(name);
        }
        if (!missing.empty())
            throw schema::InvalidRequestError(fmt::format(
                "Could not reflect: requested table(s) not available in {}{}: ({})",
                python::to_repr(python::get_attribute(inspector, "engine")),
                schema_name.is_none() ? "" : " schema '" + python::as_text(schema_name) + "'", missing));
    } else {
        for (const Value& name : available) {
            if (!extend && is_loaded(name)) continue;
            if (call.has(4) && !python::truth(python::call(call[4], {name, call.self()}))) continue;
            load.push_back(name);
        }
    }
    for (const Value& name : load) {
        std::vector<python::KeywordArgument> keywords = {
            {python::intern("autoload_with"), inspector},
            {python::intern("extend_existing"), Value::boolean(extend)},
            {python::intern("resolve_fks"), call[7]},
        };
        if (!schema_name.is_none()) keywords.push_back({python::intern("schema"), schema_name});
        Value arguments[] = {name, call.self()};
        python::call(python::class_value(schema_class("Table")), arguments, keywords);
    }
}

void metadata_members(ClassBuilder& type) {
    type.constant("__visit_name__", make_str("metadata"));
    auto state = [](Call& call) -> MetaDataState& { return call.state<MetaDataState>(); };
    type.method(
        "__init__(self, schema=None, quote_schema=None, naming_convention=None, info=None, bind=None, "
        "reflect=False)",
        [](Call& call) {
            auto& made = call.attach<MetaDataState>();
            made.metadata = std::make_shared<schema::MetaData>();
            made.tables = python::make_dict();
            made.info = call[4];
            made.bind = call[5];
            if (python::is_str(call[1])) {
                made.metadata->schema = to_name(call[1]);
                if (call.has(2))
                    made.metadata->schema->quote =
                        call.truth(2) ? schema::Quote::always : schema::Quote::never;
            } else if (python::is_unresolved(call[1])) {
                python::raise_unresolved(call[1], "use it as a schema");
            } else if (!call[1].is_none()) {
                made.bind = call[1]; // MetaData(engine) of old
            }
            set_conventions(made, call[3]);
            remember_origin(call.self());
            return Value::none();
        });
    type.property("tables", [=](Call& call) { return known_tables(call.self(), state(call).tables); });
    type.property(
        "schema", [=](Call& call) { return name_value(state(call).metadata->schema); },
        [=](Call& call) {
            state(call).metadata->schema = to_optional_name(call[1]);
            return Value::none();
        });
    type.property(
        "naming_convention",
        [=](Call& call) {
            if (state(call).naming_convention.exists()) return state(call).naming_convention;
            return python::native_attribute("sqlalchemy.sql.schema", "DEFAULT_NAMING_CONVENTION");
        },
        [=](Call& call) {
            set_conventions(state(call), call[1]);
            return Value::none();
        });
    type.property(
        "info", [=](Call& call) { return info_value(state(call).info); },
        [=](Call& call) {
            state(call).info = call[1];
            return Value::none();
        });
    type.property(
        "bind", [=](Call& call) { return or_none(state(call).bind); },
        [=](Call& call) {
            state(call).bind = call[1];
            return Value::none();
        });
    type.property("sorted_tables", [](Call& call) {
        require_all_tables(call.self());
        return python::make_list(sorted_tables(call.self()));
    });
    type.method("create_all(self, bind=None, tables=None, checkfirst=True)", [=](Call& call) {
        create_tables(bind_of(call, 1), given_tables(call[2], call.self()), call.truth(3), call.self());
        return Value::none();
    });
    type.method("drop_all(self, bind=None, tables=None, checkfirst=True)", [=](Call& call) {
        drop_tables(bind_of(call, 1), given_tables(call[2], call.self()), call.truth(3), call.self());
        return Value::none();
    });
    type.method("reflect(self, bind=None, schema=None, views=False, only=None, extend_existing=False, "
                "autoload_replace=True, resolve_fks=True, **dialect_kwargs)",
                [](Call& call) {
                    reflect(call);
                    return Value::none();
                });
    type.method("clear(self)", [=](Call& call) {
        python::call_method(state(call).tables, "clear");
        return Value::none();
    });
    type.method("remove(self, table)", [=](Call& call) {
        python::call_method(state(call).tables, "pop",
                            {python::get_attribute(call[1], "key"), Value::none()});
        return Value::none();
    });
    type.method("__contains__(self, table_or_key)", [=](Call& call) {
        Value key = python::is_str(call[1]) ? call[1] : python::get_attribute(call[1], "key");
        return Value::boolean(python::contains(known_tables(call.self(), state(call).tables), key));
    });
    type.method("__repr__(self)", [](Call&) { return make_str("MetaData()"); });
}

} // namespace

std::vector<Value> sorted_tables(const Value& metadata) {
    std::vector<std::pair<std::string, Value>> named;
    python::for_each_item(
        python::state<MetaDataState>(metadata).tables,
        [&](const Value& key, const Value& table) { named.emplace_back(python::as_text(key), table); });
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Value> tables;
    for (const auto& [key, table] : named) tables.push_back(table);
    return table_order(tables).tables;
}

void define_metadata(python::ModuleBuilder& module) {
    python::Class* base = python::as_class(python::get_attribute(module.value(), "HasSchemaAttr"));
    module.define_class("MetaData", {base}, metadata_members);
}

} // namespace limbeck::sqlalchemy
