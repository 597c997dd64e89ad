// Where a column's values come from when a statement gives none: ColumnDefault, Sequence, Identity, Computed,
// FetchedValue, DefaultClause.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::get_attribute;
using python::make_str;
using python::set_attribute;
using python::Value;

namespace {

constexpr std::string_view option_names[] = {"start",      "increment", "minvalue", "maxvalue", "nominvalue",
                                             "nomaxvalue", "cycle",     "cache",    "order"};

std::optional<std::int64_t> number_of(const Value& object, std::string_view name) {
    Value value = get_attribute(object, name);
    if (value.is_none()) return std::nullopt;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a number");
    return python::as_index(value);
}

std::optional<bool> flag_of(const Value& object, std::string_view name) {
    return optional_truth(get_attribute(object, name));
}

schema::SequenceOptions read_sequence_options(const Value& object) {
    schema::SequenceOptions options;
    options.start = number_of(object, "start");
    options.increment = number_of(object, "increment");
    options.minvalue = number_of(object, "minvalue");
    options.maxvalue = number_of(object, "maxvalue");
    options.cache = number_of(object, "cache");
    options.nominvalue = flag_of(object, "nominvalue");
    options.nomaxvalue = flag_of(object, "nomaxvalue");
    options.cycle = flag_of(object, "cycle");
    return options;
}

// Sets the attributes of IdentityOptions from arguments that stand in a row.
void set_sequence_options(Call& call, std::size_t first) {
    for (std::size_t i = 0; i < std::size(option_names); ++i)
        set_attribute(call.self(), option_names[i], call[first + i]);
}

Value copied_attributes(const Value& object) {
    Value made = python::make_instance(python::class_of(object));
    if (object.object()->attributes)
        python::for_each_item(Value(object.object()->attributes), [&](const Value& name, const Value& value) {
            if (python::as_text(name) != "column") set_attribute(made, python::as_text(name), value);
        });
    return made;
}

// repr() of the reference's generic kind: the arguments that are not their defaults.
std::string repr_of_options(const Value& object, std::string_view class_name, std::string out) {
    for (std::string_view name : option_names) {
        Value value = get_attribute(object, name);
        if (value.is_none()) continue;
        if (!out.empty()) out += ", ";
        out += fmt::format("{}={}", name, python::to_repr(value));
    }
    return fmt::format("{}({})", class_name, out);
}

void fetched_value_members(ClassBuilder& type) {
    type.constant("is_server_default", Value::boolean(true));
    type.constant("reflected", Value::boolean(false));
    type.constant("has_argument", Value::boolean(false));
    type.constant("is_clause_element", Value::boolean(false));
    type.constant("is_identity", Value::boolean(false));
    type.constant("_sa_fetched_value", Value::boolean(true));
    type.method("__init__(self, for_update=False)", [](Call& call) {
        set_attribute(call.self(), "for_update", call[1]);
        return Value::none();
    });
    type.method("_copy(self)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("__repr__(self)", [](Call& call) {
        bool for_update = python::truth(get_attribute(call.self(), "for_update"));
        return make_str(python::type_name(call.self()) + (for_update ? "(for_update=True)" : "()"));
    });
}

void default_clause_members(ClassBuilder& type) {
    type.constant("has_argument", Value::boolean(true));
    type.method("__init__(self, arg, for_update=False, _reflected=False)", [](Call& call) {
        if (!python::is_str(call[1]) && !python::is_unresolved(call[1]) && !to_expression_if(call[1]))
            throw schema::ArgumentError(
                fmt::format("Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                            "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                            "'sqlalchemy.sql.elements.TextClause'>', got '{}'",
                            python::to_str(python::class_value(python::class_of(call[1])))));
        set_attribute(call.self(), "arg", call[1]);
        set_attribute(call.self(), "for_update", call[2]);
        set_attribute(call.self(), "reflected", call[3]);
        return Value::none();
    });
    type.method("__repr__(self)", [](Call& call) {
        return make_str(fmt::format("DefaultClause({}, for_update={})",
                                    python::to_repr(get_attribute(call.self(), "arg")),
                                    python::to_repr(get_attribute(call.self(), "for_update"))));
    });
}

void computed_members(ClassBuilder& type) {
    type.method("__init__(self, sqltext, persisted=None)", [](Call& call) {
        set_attribute(call.self(), "sqltext",
                      python::is_str(call[1]) ? wrap(to_text_or_expression(call[1])) : call[1]);
        set_attribute(call.self(), "persisted", call[2]);
        set_attribute(call.self(), "for_update", Value::boolean(false));
        set_attribute(call.self(), "column", Value::none());
        return Value::none();
    });
    type.method("copy(self, **kw)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("_copy(self, **kw)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("__repr__(self)", [](Call& call) {
        std::string out = "Computed(" + python::to_repr(get_attribute(call.self(), "sqltext"));
        Value persisted = get_attribute(call.self(), "persisted");
        if (!persisted.is_none()) out += ", persisted=" + python::to_repr(persisted);
        return make_str(out + ")");
    });
}

void identity_members(ClassBuilder& type) {
    type.constant("is_identity", Value::boolean(true));
    type.method("__init__(self, always=False, on_null=None, start=None, increment=None, minvalue=None, "
                "maxvalue=None, nominvalue=None, nomaxvalue=None, cycle=None, cache=None, order=None)",
                [](Call& call) {
                    set_attribute(call.self(), "always", call[1]);
                    set_attribute(call.self(), "on_null", call[2]);
                    set_sequence_options(call, 3);
                    set_attribute(call.self(), "for_update", Value::boolean(false));
                    set_attribute(call.self(), "column", Value::none());
                    return Value::none();
                });
    type.method("copy(self, **kw)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("_copy(self, **kw)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("__repr__(self)", [](Call& call) {
        std::string out;
        Value always = get_attribute(call.self(), "always");
        if (python::truth(always) || always.is_none()) out = "always=" + python::to_repr(always);
        if (Value on_null = get_attribute(call.self(), "on_null"); !on_null.is_none())
            out += std::string(out.empty() ? "" : ", ") + "on_null=" + python::to_repr(on_null);
        return make_str(repr_of_options(call.self(), "Identity", out));
    });
}

// create() and drop() of a sequence: looked up first where asked.
void run_sequence(Call& call, std::string_view element, bool wanted_present) {
    const Value& bind = call[1];
    if (std::optional<sql::Dialect> dialect = to_dialect(bind); dialect && !dialect->is_postgresql()) return;
    // What only writes statements down cannot be asked.
    if (call.truth(2) && !is_mock_connection(bind)) {
        Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {bind});
        bool present = python::truth(
            python::call_method(inspector, "has_sequence",
                                {get_attribute(call.self(), "name"), get_attribute(call.self(), "schema")}));
        if (present != wanted_present) return;
    }
    Value made = python::call(python::native_attribute("sqlalchemy.sql.ddl", element), {call.self()});
    python::call(python::native_attribute("sqlalchemy.sql.ddl", "_execute_on"), {bind, made});
}

void sequence_members(ClassBuilder& type) {
    type.constant("is_sequence", Value::boolean(true));
    type.constant("is_callable", Value::boolean(false));
    type.constant("is_scalar", Value::boolean(false));
    type.method(
        "__init__(self, name, start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None, "
        "nomaxvalue=None, cycle=None, schema=None, cache=None, order=None, data_type=None, "
        "optional=False, quote=None, metadata=None, quote_schema=None, for_update=False)",
        [](Call& call) {
            const Value& self = call.self();
            set_attribute(self, "name", call[1]);
            for (std::size_t i = 0; i < 7; ++i) set_attribute(self, option_names[i], call[2 + i]);
            Value schema_name = call[9];
            auto* metadata = python::state_if<MetaDataState>(call[15]);
            if (metadata && schema_name.is_none()) schema_name = name_value(metadata->metadata->schema);
            if (!schema_name.is_none() && !python::is_str(schema_name) && !python::is_unresolved(schema_name))
                schema_name = Value::none(); // BLANK_SCHEMA
            set_attribute(self, "schema", schema_name);
            set_attribute(self, "cache", call[10]);
            set_attribute(self, "order", call[11]);
            set_attribute(self, "data_type", call[12].is_none() ? call[12] : wrap(to_type(call[12])));
            set_attribute(self, "optional", call[13]);
            set_attribute(self, "quote", call[14]);
            set_attribute(self, "metadata", call[15]);
            set_attribute(self, "quote_schema", call[16]);
            set_attribute(self, "for_update", call[17]);
            set_attribute(self, "column", Value::none());
            if (metadata) metadata->sequences.push_back(self);
            return Value::none();
        });
    type.method("next_value(self)", [](Call& call) {
        return python::call_method(python::native_attribute("sqlalchemy", "func"), "next_value",
                                   {call.self()});
    });
    type.method("create(self, bind, checkfirst=True)", [](Call& call) {
        run_sequence(call, "CreateSequence", false);
        return Value::none();
    });
    type.method("drop(self, bind, checkfirst=True)", [](Call& call) {
        run_sequence(call, "DropSequence", true);
        return Value::none();
    });
    type.method("_copy(self)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("__repr__(self)", [](Call& call) {
        std::string out = python::to_repr(get_attribute(call.self(), "name"));
        return make_str(repr_of_options(call.self(), "Sequence", out));
    });
}

void column_default_members(ClassBuilder& type) {
    type.method("__init__(self, arg=None, for_update=False)", [](Call& call) {
        bool unresolved = python::is_unresolved(call[1]); // nobody looks at it until a statement needs it
        bool expression = !unresolved && to_expression_if(call[1]);
        bool callable = !unresolved && !expression && python::is_callable(call[1]);
        set_attribute(call.self(), "arg", call[1]);
        set_attribute(call.self(), "for_update", call[2]);
        set_attribute(call.self(), "is_callable", Value::boolean(callable));
        set_attribute(call.self(), "is_clause_element", Value::boolean(expression));
        set_attribute(call.self(), "is_scalar", Value::boolean(!callable && !expression));
        return Value::none();
    });
    type.constant("is_sequence", Value::boolean(false));
    type.method("_copy(self)", [](Call& call) { return copied_attributes(call.self()); });
    type.method("__repr__(self)", [](Call& call) {
        auto is = [&](std::string_view name) { return python::truth(get_attribute(call.self(), name)); };
        std::string_view name = is("is_callable")         ? "CallableColumnDefault"
                                : is("is_clause_element") ? "ColumnElementColumnDefault"
                                                          : "ScalarElementColumnDefault";
        return make_str(fmt::format("{}({})", name, python::to_repr(get_attribute(call.self(), "arg"))));
    });
}

std::optional<schema::Name> quoted_part(const Value& object, std::string_view text, std::string_view quote) {
    std::optional<schema::Name> name = to_optional_name(get_attribute(object, text));
    Value how = python::find_attribute(object, quote);
    if (name && how.exists() && !how.is_none())
        name->quote = python::truth(how) ? schema::Quote::always : schema::Quote::never;
    return name;
}

} // namespace

schema::Sequence read_sequence(const Value& sequence) {
    schema::Sequence made;
    if (auto name = quoted_part(sequence, "name", "quote")) made.name = *name;
    made.schema = quoted_part(sequence, "schema", "quote_schema");
    made.options = read_sequence_options(sequence);
    Value type = get_attribute(sequence, "data_type");
    if (!type.is_none()) made.data_type = to_type(type);
    made.optional = python::truth(get_attribute(sequence, "optional"));
    made.has_metadata = !get_attribute(sequence, "metadata").is_none();
    return made;
}

schema::Identity read_identity(const Value& identity) {
    schema::Identity made;
    made.always = python::truth(get_attribute(identity, "always"));
    made.on_null = python::truth(get_attribute(identity, "on_null"));
    made.options = read_sequence_options(identity);
    return made;
}

schema::Computed read_computed(const Value& computed) {
    return {to_text_or_expression(get_attribute(computed, "sqltext")),
            optional_truth(get_attribute(computed, "persisted"))};
}

namespace {

// What a default that depends on other columns is given: get_current_parameters() is what it may ask for.
Value execution_context(const schema::ClientDefault::Parameters& parameters) {
    Value row = python::make_dict();
    for (const auto& [name, value] : parameters) python::set_item(row, make_str(name), from_value(value));
    Value context = python::call(python::native_attribute("types", "SimpleNamespace"));
    set_attribute(context, "current_parameters", row);
    set_attribute(context, "get_current_parameters",
                  python::make_function("get_current_parameters(isolate_multiinsert_groups=True)",
                                        [row](Call&) { return row; }));
    return context;
}

} // namespace

schema::ClientDefault read_client_default(const Value& column_default) {
    Value argument = get_attribute(column_default, "arg");
    schema::ClientDefault made;
    if (python::is_unresolved(argument)) {
        made.callable = [argument](const schema::ClientDefault::Parameters&) -> schema::Value {
            python::raise_unresolved(argument, "use it as a column's default");
        };
    } else if (schema::ExpressionPtr expression = to_expression_if(argument)) {
        made.expression = expression;
    } else if (python::is_callable(argument)) {
        made.callable = [argument](const schema::ClientDefault::Parameters& parameters) {
            // A function of one argument gets the execution's context.
            Value code = python::find_attribute(argument, "__code__");
            bool context = code.exists() &&
                           python::truth(python::find_attribute(code, "co_argcount").exists()
                                             ? get_attribute(code, "co_argcount")
                                             : Value::none()) &&
                           python::find_attribute(argument, "__defaults__").is_none();
            return to_value(context ? python::call(argument, {execution_context(parameters)})
                                    : python::call(argument));
        };
    } else {
        made.value = to_value(argument);
    }
    return made;
}

DefaultArgument to_server_default(const Value& value) {
    DefaultArgument made;
    if (!value.exists() || value.is_none()) return made;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a server default");
    if (is_schema_item(value, "Identity")) {
        made.identity = read_identity(value);
    } else if (is_schema_item(value, "Computed")) {
        made.computed = read_computed(value);
    } else if (is_schema_item(value, "DefaultClause")) {
        return to_server_default(get_attribute(value, "arg"));
    } else if (is_schema_item(value, "FetchedValue")) {
        made.text_or_expression.kind = schema::ServerDefaultKind::fetched;
    } else if (python::is_str(value)) {
        made.text_or_expression = schema::ServerDefault::of(python::as_text(value));
    } else if (is_schema_item(value, "Sequence")) {
        made.text_or_expression =
            schema::ServerDefault::of(to_expression(python::call_method(value, "next_value")));
    } else if (schema::ExpressionPtr expression = to_expression_if(value)) {
        made.text_or_expression = schema::ServerDefault::of(std::move(expression));
    } else {
        throw schema::ArgumentError(
            fmt::format("Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                        "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                        "'sqlalchemy.sql.elements.TextClause'>', got '{}'",
                        python::to_str(python::class_value(python::class_of(value)))));
    }
    return made;
}

void define_defaults(python::ModuleBuilder& module) {
    Class* item = python::as_class(python::get_attribute(module.value(), "SchemaItem"));
    Class* fetched = module.define_class("FetchedValue", {}, fetched_value_members);
    module.define_class("DefaultClause", {fetched}, default_clause_members);
    module.define_class("Computed", {fetched, item}, computed_members);
    module.define_class("Identity", {fetched, item}, identity_members);
    Class* generator = module.define_class("DefaultGenerator", {item}, [](ClassBuilder&) {});
    module.define_class("ColumnDefault", {generator}, column_default_members);
    module.define_class("Sequence", {generator}, sequence_members);
}

} // namespace limbeck::sqlalchemy
