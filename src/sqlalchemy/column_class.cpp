// sa.Column.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

// The parameters of Column(), in the order of the declaration below.
namespace argument {
enum : std::size_t {
    self,
    rest,
    name,
    type,
    autoincrement,
    default_,
    insert_default,
    doc,
    key,
    index,
    unique,
    info,
    nullable,
    onupdate,
    primary_key,
    server_default,
    server_onupdate,
    quote,
    system,
    comment,
    proxies,
    sentinel,
    omit,
    dialect,
};
}
constexpr std::string_view declaration =
    "__init__(self, *args, name=None, type_=None, autoincrement='auto', default=..., insert_default=..., "
    "doc=None, key=None, index=None, unique=None, info=None, nullable=..., onupdate=None, primary_key=False, "
    "server_default=None, server_onupdate=None, quote=None, system=False, comment=None, _proxies=None, "
    "insert_sentinel=False, _omit_from_statements=False, **dialect_kwargs)";

schema::ColumnRef& reference(ColumnState& state) {
    return const_cast<schema::ColumnRef&>(static_cast<const schema::ColumnRef&>(*state.expression));
}

// What stands in statements follows what the script has made of the column.
void refresh_reference(ColumnState& state) {
    schema::ColumnRef& ref = reference(state);
    ref.name = state.column->name;
    ref.key = state.column->key_or_name();
    ref.type = state.column->type;
}

ColumnState& attach_new_state(const Value& self, schema::ColumnPtr column) {
    auto ref = std::make_shared<schema::ColumnRef>();
    ref->column = column;
    auto& state = python::attach_state<ColumnState>(self, ref, column);
    column->script.object = self.object();
    refresh_reference(state);
    return state;
}

schema::Autoincrement to_autoincrement(const Value& value) {
    if (const std::string* text = python::text_if(value)) {
        if (*text == "auto") return schema::Autoincrement::automatic;
        if (*text == "ignore_fk") return schema::Autoincrement::ignore_fk;
        return schema::Autoincrement::automatic;
    }
    return python::truth(value) ? schema::Autoincrement::yes : schema::Autoincrement::no;
}

Value from_autoincrement(schema::Autoincrement value) {
    switch (value) {
    case schema::Autoincrement::yes:
        return Value::boolean(true);
    case schema::Autoincrement::no:
        return Value::boolean(false);
    case schema::Autoincrement::ignore_fk:
        return make_str("ignore_fk");
    case schema::Autoincrement::automatic:
        break;
    }
    return make_str("auto");
}

void set_type(ColumnState& state, const Value& type) {
    state.column->type = to_type(type);
    state.type = python::as_class(type) ? wrap(state.column->type) : type;
    refresh_reference(state);
}

void set_default(ColumnState& state, const Value& value) {
    state.column->sequence.reset();
    state.column->client_default.reset();
    state.default_ = value;
    if (!value.exists() || value.is_none()) return;
    if (is_schema_item(value, "Sequence")) {
        state.column->sequence = std::make_shared<schema::Sequence>(read_sequence(value));
    } else {
        if (!is_schema_item(value, "ColumnDefault"))
            state.default_ = python::call(python::class_value(schema_class("ColumnDefault")), {value});
        state.column->client_default = read_client_default(state.default_);
    }
}

void set_onupdate(ColumnState& state, const Value& value) {
    state.column->onupdate.reset();
    state.onupdate = value;
    if (!value.exists() || value.is_none() || is_schema_item(value, "Sequence")) return;
    if (!is_schema_item(value, "ColumnDefault"))
        state.onupdate =
            python::call(python::class_value(schema_class("ColumnDefault")), {value, Value::boolean(true)});
    state.column->onupdate = read_client_default(state.onupdate);
}

void set_server_default(ColumnState& state, const Value& value) {
    schema::Column& column = *state.column;
    column.server_default = {};
    column.identity.reset();
    column.computed.reset();
    state.identity = state.computed = Value::none();
    state.server_default = value;
    if (!value.exists() || value.is_none()) return;
    if (python::is_unresolved(value)) {
        // Known to be there; what it says is asked for by the statement that writes it.
        python::raise_unresolved(value, "use it as a server default");
    }
    if (!is_schema_item(value, "FetchedValue"))
        state.server_default = python::call(python::class_value(schema_class("DefaultClause")), {value});
    DefaultArgument made = to_server_default(state.server_default);
    column.server_default = made.text_or_expression;
    column.identity = made.identity;
    column.computed = made.computed;
    if (made.identity) state.identity = state.server_default;
    if (made.computed) state.computed = state.server_default;
}

void set_server_onupdate(ColumnState& state, const Value& value) {
    state.server_onupdate = value;
    state.column->server_onupdate = value.exists() && !value.is_none();
    if (state.column->server_onupdate && !is_schema_item(value, "FetchedValue"))
        state.server_onupdate =
            python::call(python::class_value(schema_class("DefaultClause")), {value, Value::boolean(true)});
}

void add_foreign_key(ColumnState& state, const Value& self, const Value& item) {
    auto& key = python::state<ForeignKeyState>(item);
    if (key.parent.exists() && !key.parent.is(self))
        throw schema::InvalidRequestError("This ForeignKey already has a parent !");
    key.parent = self;
    if (auto* target = python::state_if<ColumnState>(key.target)) {
        key.key.target_type = target->column->type;
        if (state.column->type->kind == schema::TypeKind::null) {
            state.column->type = target->column->type;
            state.type = target->type;
            refresh_reference(state);
        }
    }
    state.foreign_keys.push_back(item);
    state.column->foreign_keys.push_back(key.key);
}

// Column._init_items for one of what stands behind name and type.
void add_item(ColumnState& state, const Value& self, const Value& item) {
    if (item.is_none()) return;
    if (python::state_if<ForeignKeyState>(item)) {
        add_foreign_key(state, self, item);
    } else if (auto* constraint = python::state_if<ConstraintState>(item)) {
        state.constraints.push_back(item);
        state.column->constraints.push_back(constraint->constraint);
    } else if (python::is_unresolved(item)) {
        python::raise_unresolved(item, "use it as an argument of Column()");
    } else if (is_schema_item(item, "FetchedValue")) {
        python::set_attribute(item, "column", self);
        bool sets = is_schema_item(item, "Identity") || is_schema_item(item, "Computed");
        bool taken = state.server_default.exists() && !state.server_default.is_none();
        if (is_schema_item(item, "Computed") && taken)
            throw schema::ArgumentError(
                "A generated column cannot specify a server_default or a server_onupdate argument");
        if (is_schema_item(item, "Identity")) {
            if (taken)
                throw schema::ArgumentError(
                    "A column with an Identity object cannot specify a server_default "
                    "or a server_onupdate argument");
            if (state.column->autoincrement == schema::Autoincrement::no)
                throw schema::ArgumentError(
                    "A column with an Identity object cannot specify autoincrement=False");
            if (!state.column->nullable_given) state.column->nullable = false;
        }
        if (!sets && python::truth(python::get_attribute(item, "for_update")))
            set_server_onupdate(state, item);
        else
            set_server_default(state, item);
    } else if (is_schema_item(item, "DefaultGenerator")) {
        if (python::truth(python::get_attribute(item, "for_update")))
            set_onupdate(state, item);
        else
            set_default(state, item);
    } else {
        throw schema::ArgumentError(
            fmt::format("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {}",
                        python::to_repr(item)));
    }
}

bool is_type(const Value& value) {
    return python::is_unresolved(value) || to_type_if(value) != nullptr;
}

Value construct(Call& call) {
    const Value& self = call.self();
    std::vector<Value> items = call.rest(argument::rest);
    auto column = std::make_shared<schema::Column>();
    std::optional<schema::Name> name = to_optional_name(call[argument::name]);
    std::size_t at = 0;
    if (at < items.size()) {
        if (python::is_str(items[at])) {
            if (name) throw schema::ArgumentError("May not pass name positionally and as a keyword.");
            name = to_name(items[at++]);
        } else if (items[at].is_none()) {
            ++at;
        }
    }
    Value type = call[argument::type];
    if (at < items.size()) {
        if (is_type(items[at])) {
            if (!type.is_none())
                throw schema::ArgumentError("May not pass type_ positionally and as a keyword.");
            type = items[at++];
        } else if (items[at].is_none()) {
            ++at;
        }
    }
    if (name) {
        column->name = *name;
        if (call.has(argument::quote))
            column->name.quote = call.truth(argument::quote) ? schema::Quote::always : schema::Quote::never;
    } else if (call.has(argument::quote)) {
        throw schema::ArgumentError("Explicit 'name' is required when sending 'quote' argument");
    }

    if (call.has(argument::key)) column->key = call.text(argument::key);
    column->primary_key = call.truth(argument::primary_key);
    if (call.has(argument::nullable)) column->nullable_given = call.truth(argument::nullable);
    column->nullable = column->nullable_given.value_or(!column->primary_key);
    if (python::is_str(call[argument::index]))
        throw schema::ArgumentError(
            "The 'index' keyword argument on Column is boolean only. To create indexes with a specific name, "
            "create an explicit Index object external to the Table.");
    if (python::is_str(call[argument::unique]))
        throw schema::ArgumentError(
            "The 'unique' keyword argument on Column is boolean only. To create unique constraints or "
            "indexes with a specific name, append an explicit UniqueConstraint to the Table's list of "
            "elements, or create an explicit Index object external to the Table.");
    column->index = optional_truth(call[argument::index]);
    column->unique = optional_truth(call[argument::unique]);
    column->system = call.truth(argument::system);
    column->autoincrement = to_autoincrement(call[argument::autoincrement]);
    column->comment = optional_text(call[argument::comment]);

    ColumnState& state = attach_new_state(self, column);
    if (!type.is_none()) set_type(state, type);
    state.identity = state.computed = Value::none();
    state.doc = call[argument::doc];
    state.info = call[argument::info];
    if (call.has(argument::insert_default))
        set_default(state, call[argument::insert_default]);
    else if (call.has(argument::default_))
        set_default(state, call[argument::default_]);
    if (call.has(argument::onupdate)) set_onupdate(state, call[argument::onupdate]);
    if (call.has(argument::server_default)) {
        const Value& given = call[argument::server_default];
        if (is_schema_item(given, "Identity") || is_schema_item(given, "Computed"))
            add_item(state, self, given);
        else
            set_server_default(state, given);
    }
    if (call.has(argument::server_onupdate)) set_server_onupdate(state, call[argument::server_onupdate]);
    for (; at < items.size(); ++at) add_item(state, self, items[at]);
    column->options = to_options(call.keywords(argument::dialect), "Column");
    return Value::none();
}

// Column._copy(): of the same arguments, without its table and without constraints that a table made.
// `with_keys` false: without its foreign keys, which belong to its table's constraints once it has one.
Value copy_column(const Value& self, bool with_keys = true) {
    auto& state = python::state<ColumnState>(self);
    schema::ColumnPtr column = schema::copy(*state.column);
    column->constraints.clear();
    column->foreign_keys.clear();
    Value made = python::make_instance(python::class_of(self));
    ColumnState& copied = attach_new_state(made, column);
    copied.type = state.type;
    copied.default_ = state.default_;
    copied.onupdate = state.onupdate;
    copied.server_default = state.server_default;
    copied.server_onupdate = state.server_onupdate;
    copied.identity = state.identity;
    copied.computed = state.computed;
    copied.doc = state.doc;
    if (state.info.is_object() && !state.info.is_none())
        copied.info = python::call_method(state.info, "copy");
    for (const Value& constraint : state.constraints)
        if (!python::state<ConstraintState>(constraint).constraint->type_bound)
            add_item(copied, made, python::call_method(constraint, "_copy"));
    if (!with_keys) return made;
    for (const Value& key : state.foreign_keys) {
        // Those of a table's own ForeignKeyConstraint are copied with that.
        bool own = std::any_of(state.column->foreign_keys.begin(), state.column->foreign_keys.end(),
                               [&](const schema::ForeignKey& k) {
                                   return k.target == python::state<ForeignKeyState>(key).key.target;
                               });
        if (own) add_item(copied, made, python::call_method(key, "_copy"));
    }
    return made;
}

std::string table_description(const Value& table) {
    auto* state = python::state_if<TableState>(table);
    return state ? state->table->name.text : std::string();
}

Value server_default_value(ColumnState& state) {
    if (!state.server_default.exists() && state.column->server_default.present()) {
        const schema::ServerDefault& value = state.column->server_default;
        if (value.kind == schema::ServerDefaultKind::fetched)
            state.server_default = python::call(python::class_value(schema_class("FetchedValue")));
        else
            state.server_default = python::call(python::class_value(schema_class("DefaultClause")),
                                                {value.kind == schema::ServerDefaultKind::text
                                                     ? make_str(std::string_view(value.text))
                                                     : wrap(value.expression)});
    }
    return or_none(state.server_default);
}

std::string repr_of(const Value& self) {
    auto& state = python::state<ColumnState>(self);
    const schema::Column& column = *state.column;
    std::string out = "Column(";
    out += column.name.empty() ? "None" : schema::repr(std::string_view(column.name.text));
    out += ", " + python::to_repr(python::get_attribute(self, "type"));
    for (const Value& item : state.foreign_keys) out += ", " + python::to_repr(item);
    for (const Value& item : state.constraints) out += ", " + python::to_repr(item);
    out +=
        state.table.exists() ? fmt::format(", table=<{}>", table_description(state.table)) : ", table=None";
    auto add = [&](std::string_view name) {
        out += fmt::format(", {}={}", name, python::to_repr(python::get_attribute(self, name)));
    };
    if (!column.key.empty() && column.key != column.name.text) add("key");
    if (column.primary_key) add("primary_key");
    if (!column.nullable) add("nullable");
    for (std::string_view name : {"onupdate", "default", "server_default"})
        if (python::truth(python::get_attribute(self, name))) add(name);
    if (column.comment && !column.comment->empty()) add("comment");
    return out + ")";
}

Value set_of(const std::vector<Value>& items) {
    Value made = python::make_set();
    for (const Value& item : items) python::call_method(made, "add", {item});
    return made;
}

void column_members(ClassBuilder& type) {
    type.constant("__visit_name__", make_str("column"));
    type.constant("inherit_cache", Value::boolean(true));
    type.constant("is_literal", Value::boolean(false));
    type.method(declaration, construct);
    auto state = [](Call& call) -> ColumnState& { return call.state<ColumnState>(); };

    type.property(
        "name",
        [=](Call& call) {
            return state(call).column->name.empty() ? Value::none() : name_value(state(call).column->name);
        },
        [=](Call& call) {
            state(call).column->name = to_name(call[1]);
            refresh_reference(state(call));
            return Value::none();
        });
    type.property(
        "key",
        [=](Call& call) {
            const schema::Column& column = *state(call).column;
            if (column.key_or_name().empty()) return Value::none();
            return make_str(std::string_view(column.key_or_name()));
        },
        [=](Call& call) {
            state(call).column->key = call[1].is_none() ? "" : python::as_text(call[1]);
            refresh_reference(state(call));
            return Value::none();
        });
    type.property(
        "type",
        [=](Call& call) {
            ColumnState& found = state(call);
            if (!found.type.exists() || to_type_if(found.type) != found.column->type)
                found.type = wrap(found.column->type);
            return found.type;
        },
        [=](Call& call) {
            set_type(state(call), call[1]);
            return Value::none();
        });
    type.property(
        "table", [=](Call& call) { return or_none(state(call).table); },
        [=](Call& call) {
            state(call).table = call[1];
            return Value::none();
        });
    auto flag = [&](std::string_view name, bool schema::Column::*member) {
        type.property(
            name, [=](Call& call) { return Value::boolean((*state(call).column).*member); },
            [=](Call& call) {
                (*state(call).column).*member = call.truth(1);
                return Value::none();
            });
    };
    flag("primary_key", &schema::Column::primary_key);
    flag("system", &schema::Column::system);
    type.property(
        "nullable", [=](Call& call) { return Value::boolean(state(call).column->nullable); },
        [=](Call& call) {
            state(call).column->nullable = call.truth(1);
            state(call).column->nullable_given = call.truth(1);
            return Value::none();
        });
    auto maybe = [&](std::string_view name, std::optional<bool> schema::Column::*member) {
        type.property(
            name, [=](Call& call) { return truth_value((*state(call).column).*member); },
            [=](Call& call) {
                (*state(call).column).*member = optional_truth(call[1]);
                return Value::none();
            });
    };
    maybe("index", &schema::Column::index);
    maybe("unique", &schema::Column::unique);
    type.property(
        "autoincrement", [=](Call& call) { return from_autoincrement(state(call).column->autoincrement); },
        [=](Call& call) {
            state(call).column->autoincrement = to_autoincrement(call[1]);
            return Value::none();
        });
    type.property(
        "comment", [=](Call& call) { return text_value(state(call).column->comment); },
        [=](Call& call) {
            state(call).column->comment = optional_text(call[1]);
            return Value::none();
        });
    auto setter = [&](std::string_view name, Value ColumnState::*member,
                      void (*set)(ColumnState&, const Value&)) {
        type.property(
            name, [=](Call& call) { return or_none(state(call).*member); },
            [=](Call& call) {
                set(state(call), call[1]);
                return Value::none();
            });
    };
    setter("default", &ColumnState::default_, set_default);
    setter("onupdate", &ColumnState::onupdate, set_onupdate);
    setter("server_onupdate", &ColumnState::server_onupdate, set_server_onupdate);
    type.property(
        "server_default", [=](Call& call) { return server_default_value(state(call)); },
        [=](Call& call) {
            set_server_default(state(call), call[1]);
            return Value::none();
        });
    auto plain = [&](std::string_view name, Value ColumnState::*member) {
        type.property(
            name, [=](Call& call) { return or_none(state(call).*member); },
            [=](Call& call) {
                state(call).*member = call[1];
                return Value::none();
            });
    };
    plain("computed", &ColumnState::computed);
    plain("identity", &ColumnState::identity);
    plain("doc", &ColumnState::doc);
    type.property(
        "info", [=](Call& call) { return info_value(state(call).info); },
        [=](Call& call) {
            state(call).info = call[1];
            return Value::none();
        });
    type.property("foreign_keys", [=](Call& call) { return set_of(state(call).foreign_keys); });
    type.property("constraints", [=](Call& call) { return set_of(state(call).constraints); });
    type.property("description",
                  [=](Call& call) { return make_str(std::string_view(state(call).column->name.text)); });
    type.property("dialect_kwargs", [=](Call& call) { return options_value(state(call).column->options); });
    type.property("kwargs", [=](Call& call) { return options_value(state(call).column->options); });
    type.property("_user_defined_nullable",
                  [=](Call& call) { return truth_value(state(call).column->nullable_given); });

    type.method("copy(self, **kw)", [](Call& call) { return copy_column(call.self()); });
    type.method("_copy(self, **kw)", [](Call& call) { return copy_column(call.self()); });
    type.method("_copy_without_keys(self)", [](Call& call) { return copy_column(call.self(), false); });
    type.method("append_foreign_key(self, fk)", [=](Call& call) {
        add_foreign_key(state(call), call.self(), call[1]);
        return Value::none();
    });
    type.method("references(self, column)", [=](Call& call) {
        for (const Value& key : state(call).foreign_keys)
            if (python::get_attribute(key, "column").is(call[1])) return Value::boolean(true);
        return Value::boolean(false);
    });
    type.method("__str__(self)", [=](Call& call) {
        const ColumnState& found = state(call);
        if (found.column->name.empty()) return make_str("(no name)");
        if (!found.table.exists() || found.table.is_none())
            return make_str(std::string_view(found.column->name.text));
        return make_str(table_description(found.table) + "." + found.column->name.text);
    });
    type.method("__repr__(self)", [](Call& call) { return make_str(repr_of(call.self())); });
}

} // namespace

Value column_object(const Value& table, const schema::ColumnPtr& column) {
    if (Value found = object_of(column->script); found.exists()) return found;
    Value made = python::make_instance(schema_class("Column"));
    ColumnState& state = attach_new_state(made, column);
    reference(state).from = python::state<TableState>(table).table;
    state.table = table;
    state.identity = state.computed = Value::none();
    if (column->computed)
        state.server_default = state.computed = python::call(
            python::class_value(schema_class("Computed")),
            {wrap(column->computed->sqltext),
             column->computed->persisted ? Value::boolean(*column->computed->persisted) : Value::none()});
    return made;
}

void define_columns(python::ModuleBuilder& module) {
    module.lazy("Column", [] {
        Class* item = schema_class("SchemaItem");
        ClassBuilder type = python::make_class("Column", {item, element_class(Element::ColumnClause)},
                                               "sqlalchemy.sql.schema");
        column_members(type);
        return type.value();
    });
}

} // namespace limbeck::sqlalchemy
