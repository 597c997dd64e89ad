// The inspector's answers as the lists and dicts that the reference gives.
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/engine_native.hpp"
#include "sqlalchemy/inspector.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::Dict;
using python::make_str;
using python::Value;

// A dict under construction, in order.
class DictBuilder {
  public:
    DictBuilder& set(std::string_view key, Value value) {
        python::cast<Dict>(dict_).set(key, std::move(value));
        return *this;
    }
    DictBuilder& text(std::string_view key, const std::optional<std::string>& value) {
        return set(key, value ? make_str(*value) : Value::none());
    }
    // Only where there is one.
    DictBuilder& text_if(std::string_view key, const std::optional<std::string>& value) {
        return value ? set(key, make_str(*value)) : *this;
    }
    Value take() { return std::move(dict_); }

  private:
    Value dict_ = python::make_dict();
};

Value list_of(const std::vector<std::string>& texts) {
    return python::make_list(python::make_strs(texts));
}

template <class Items, class Make> Value mapped(const Items& items, Make make) {
    std::vector<Value> out;
    for (const auto& item : items) out.push_back(make(item));
    return python::make_list(std::move(out));
}

Value dict_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
    DictBuilder dict;
    for (const auto& [key, value] : pairs) dict.set(key, make_str(value));
    return dict.take();
}

Value identity_dict(const schema::Identity& identity) {
    DictBuilder dict;
    auto number = [&](std::string_view key, const std::optional<std::int64_t>& value) {
        if (value) dict.set(key, Value::integer(*value));
    };
    dict.set("always", Value::boolean(identity.always));
    number("start", identity.options.start);
    number("increment", identity.options.increment);
    number("minvalue", identity.options.minvalue);
    number("maxvalue", identity.options.maxvalue);
    number("cache", identity.options.cache);
    if (identity.options.cycle) dict.set("cycle", Value::boolean(*identity.options.cycle));
    return dict.take();
}

Value column_dict(const ReflectedColumn& column, bool is_postgresql) {
    DictBuilder dict;
    dict.set("name", make_str(column.name)).set("type", wrap(column.type));
    dict.set("nullable", Value::boolean(column.nullable)).text("default", column.default_sql);
    if (is_postgresql) {
        dict.set("autoincrement", Value::boolean(column.autoincrement)).text("comment", column.comment);
    } else {
        dict.set("primary_key", Value::integer(column.primary_key));
    }
    if (column.computed)
        dict.set("computed", DictBuilder()
                                 .set("sqltext", make_str(column.computed->sql))
                                 .set("persisted", Value::boolean(column.computed->persisted))
                                 .take());
    if (column.identity) dict.set("identity", identity_dict(*column.identity));
    return dict.take();
}

Value primary_key_dict(const ReflectedPrimaryKey& key, bool is_postgresql) {
    DictBuilder dict;
    if (!is_postgresql && key.columns.empty())
        return dict.text("name", key.name).set("constrained_columns", list_of(key.columns)).take();
    if (!is_postgresql)
        return dict.set("constrained_columns", list_of(key.columns)).text("name", key.name).take();
    dict.set("constrained_columns", list_of(key.columns)).text("name", key.name);
    Value options = DictBuilder().set("postgresql_include", list_of(key.include)).take();
    return dict.text("comment", key.comment).set("dialect_options", options).take();
}

Value foreign_key_dict(const ReflectedForeignKey& key, bool is_postgresql) {
    DictBuilder options;
    if (is_postgresql) options.text_if("onupdate", key.onupdate);
    options.text_if("ondelete", key.ondelete);
    if (!is_postgresql) options.text_if("onupdate", key.onupdate);
    if (is_postgresql) options.text_if("initially", key.initially);
    if (key.deferrable) options.set("deferrable", Value::boolean(*key.deferrable));
    if (!is_postgresql) options.text_if("initially", key.initially);
    options.text_if("match", key.match);
    DictBuilder dict;
    dict.text("name", key.name).set("constrained_columns", list_of(key.columns));
    dict.text("referred_schema", key.referred_schema).set("referred_table", make_str(key.referred_table));
    dict.set("referred_columns", list_of(key.referred_columns)).set("options", options.take());
    if (is_postgresql) dict.text("comment", key.comment);
    return dict.take();
}

Value unique_dict(const ReflectedUnique& unique, bool is_postgresql) {
    DictBuilder dict;
    if (!is_postgresql)
        return dict.text("name", unique.name).set("column_names", list_of(unique.columns)).take();
    dict.set("column_names", list_of(unique.columns)).text("name", unique.name);
    dict.text("comment", unique.comment);
    DictBuilder options;
    options.set("postgresql_include", list_of(unique.include));
    options.set("postgresql_nulls_not_distinct", Value::boolean(unique.nulls_not_distinct));
    return dict.set("dialect_options", options.take()).take();
}

Value check_dict(const ReflectedCheck& check, bool is_postgresql) {
    DictBuilder dict;
    if (!is_postgresql) return dict.set("sqltext", make_str(check.sql)).text("name", check.name).take();
    dict.text("name", check.name).set("sqltext", make_str(check.sql)).text("comment", check.comment);
    DictBuilder options;
    if (check.not_valid) options.set("not_valid", Value::boolean(true));
    if (check.no_inherit) options.set("no_inherit", Value::boolean(true));
    Value made = options.take();
    return python::truth(made) ? dict.set("dialect_options", made).take() : dict.take();
}

Value sorting_dict(const ReflectedIndex& index) {
    DictBuilder dict;
    for (const auto& [column, words] : index.sorting)
        dict.set(column, python::make_tuple(python::make_strs(words)));
    return dict.take();
}

Value index_dict(const ReflectedIndex& index, bool is_postgresql) {
    DictBuilder dict, options;
    dict.set("name", make_str(index.name));
    Value columns = mapped(index.columns, [](const std::optional<std::string>& column) {
        return column ? make_str(*column) : Value::none();
    });
    if (is_postgresql) dict.set("unique", Value::boolean(index.unique));
    dict.set("column_names", columns);
    if (!is_postgresql) dict.set("unique", Value::integer(index.unique ? 1 : 0));
    if (!index.expressions.empty()) dict.set("expressions", list_of(index.expressions));
    if (!index.sorting.empty()) dict.set("column_sorting", sorting_dict(index));
    if (index.duplicates_constraint) dict.text("duplicates_constraint", index.duplicates_constraint);
    if (is_postgresql) {
        dict.set("include_columns", list_of(index.include));
        if (!index.operator_classes.empty()) options.set("postgresql_ops", dict_of(index.operator_classes));
        if (!index.with.empty()) options.set("postgresql_with", dict_of(index.with));
        if (!index.using_.empty() && index.using_ != "btree")
            options.set("postgresql_using", make_str(index.using_));
        if (index.where) options.set("postgresql_where", make_str(*index.where));
        options.set("postgresql_include", list_of(index.include));
        if (index.nulls_not_distinct) options.set("postgresql_nulls_not_distinct", Value::boolean(true));
    } else if (index.where) {
        options.set("sqlite_where", wrap(std::make_shared<schema::Text>(*index.where)));
    }
    return dict.set("dialect_options", options.take()).take();
}

Value enum_dict(const ReflectedEnum& each) {
    DictBuilder dict;
    dict.set("name", make_str(each.name)).set("schema", make_str(each.schema));
    return dict.set("visible", Value::boolean(each.visible)).set("labels", list_of(each.labels)).take();
}

struct Looking {
    std::unique_ptr<Inspector> inspector;
    std::string name;
    Inspector::Schema schema;
    bool is_postgresql;

    // call: (connection, [name,] schema)
    explicit Looking(Call& call, bool has_name = true) {
        database::Connection& connection = to_connection(call[0]);
        inspector = make_inspector(connection);
        is_postgresql = connection.dialect() == database::Dialect::postgresql;
        std::size_t schema_at = has_name ? 2 : 1;
        if (has_name) name = call.text(1);
        if (call.has(schema_at)) schema = call.text(schema_at);
    }
};

} // namespace

void add_inspector_functions(python::ModuleBuilder& module) {
    module.function("default_schema(connection)", [](Call& call) {
        return make_str(make_inspector(to_connection(call[0]))->default_schema());
    });
    module.function("schema_names(connection)", [](Call& call) {
        return list_of(make_inspector(to_connection(call[0]))->schema_names());
    });
    module.function("table_names(connection, schema)", [](Call& call) {
        Looking at(call, false);
        return list_of(at.inspector->table_names(at.schema));
    });
    module.function("view_names(connection, schema)", [](Call& call) {
        Looking at(call, false);
        return list_of(at.inspector->view_names(at.schema));
    });
    module.function("sequence_names(connection, schema)", [](Call& call) {
        Looking at(call, false);
        return list_of(at.inspector->sequence_names(at.schema));
    });
    module.function("enums(connection, schema)", [](Call& call) {
        Looking at(call, false);
        return mapped(at.inspector->enums(at.schema), enum_dict);
    });
    module.function("has_table(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return Value::boolean(at.inspector->has_table(at.name, at.schema));
    });
    module.function("has_sequence(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return Value::boolean(at.inspector->has_sequence(at.name, at.schema));
    });
    module.function("view_definition(connection, name, schema)", [](Call& call) {
        Looking at(call);
        std::optional<std::string> text = at.inspector->view_definition(at.name, at.schema);
        return text ? make_str(*text) : Value::none();
    });
    module.function("table_comment(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return DictBuilder().text("text", at.inspector->table_comment(at.name, at.schema)).take();
    });
    module.function("columns(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return mapped(at.inspector->columns(at.name, at.schema),
                      [&](const auto& item) { return column_dict(item, at.is_postgresql); });
    });
    module.function("pk_constraint(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return primary_key_dict(at.inspector->primary_key(at.name, at.schema), at.is_postgresql);
    });
    module.function("foreign_keys(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return mapped(at.inspector->foreign_keys(at.name, at.schema),
                      [&](const auto& item) { return foreign_key_dict(item, at.is_postgresql); });
    });
    module.function("unique_constraints(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return mapped(at.inspector->unique_constraints(at.name, at.schema),
                      [&](const auto& item) { return unique_dict(item, at.is_postgresql); });
    });
    module.function("check_constraints(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return mapped(at.inspector->check_constraints(at.name, at.schema),
                      [&](const auto& item) { return check_dict(item, at.is_postgresql); });
    });
    module.function("indexes(connection, name, schema)", [](Call& call) {
        Looking at(call);
        return mapped(at.inspector->indexes(at.name, at.schema),
                      [&](const auto& item) { return index_dict(item, at.is_postgresql); });
    });
}

} // namespace limbeck::sqlalchemy
