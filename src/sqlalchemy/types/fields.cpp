// Arguments of types as fields of schema::Type.
#include "python/arguments.hpp"
#include "python/class.hpp"
#include "sqlalchemy/types/state.hpp"

#include <array>
#include <charconv>

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::ClassBuilder;
using python::make_str;
using python::Str;
using python::Value;
using schema::Type;

template <class Integer> Value from_integer(const std::optional<Integer>& value) {
    return value ? Value::integer(*value) : Value::none();
}

// A number; a text of digits counts as one, as it does where the reference formats it into the SQL.
std::optional<std::int64_t> to_integer(const Value& value) {
    if (!value.exists() || value.is_none()) return {};
    if (auto number = python::integer_if(value)) return *number;
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as an int");
    if (const std::string* text = python::text_if(value)) {
        std::int64_t number = 0;
        auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
        if (error == std::errc() && end == text->data() + text->size()) return number;
    }
    if (value.is_float()) return static_cast<std::int64_t>(value.as_float());
    return python::as_index(value);
}

std::optional<int> to_small(const Value& value) {
    auto number = to_integer(value);
    if (!number) return {};
    if (*number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
        python::raise(python::Exc::OverflowError, "Python int too large to convert to C int");
    return static_cast<int>(*number);
}

std::string to_text(const Value& value) {
    if (!value.exists() || value.is_none()) return {};
    return python::to_str(value);
}

Value from_text(const std::string& text) {
    return text.empty() ? Value::none() : make_str(text);
}

Value from_name(const std::optional<schema::Name>& name) {
    return name ? make_str(name->text) : Value::none();
}

std::optional<schema::Name> to_type_name(const Value& value) {
    if (!value.exists() || value.is_none()) return {};
    return to_name(value);
}

Value from_type(const schema::TypePtr& type) {
    return type ? wrap(type) : Value::none();
}

schema::TypePtr to_item(const Value& value) {
    return value.exists() && !value.is_none() ? to_type(value) : nullptr;
}

#define LIMBECK_INTEGER(python_name, member)                                                                 \
    TypeField {                                                                                              \
        python_name, [](const Type& t) { return from_integer(t.member); },                                   \
            [](Type& t, const Value& v) { t.member = to_small(v); }                                          \
    }
#define LIMBECK_FLAG(python_name, member)                                                                    \
    TypeField {                                                                                              \
        python_name, [](const Type& t) { return Value::boolean(t.member); },                                 \
            [](Type& t, const Value& v) { t.member = v.exists() && python::truth(v); }                       \
    }
#define LIMBECK_TEXT(python_name, member)                                                                    \
    TypeField {                                                                                              \
        python_name, [](const Type& t) { return from_text(t.member); },                                      \
            [](Type& t, const Value& v) { t.member = to_text(v); }                                           \
    }
#define LIMBECK_NAME(python_name, member)                                                                    \
    TypeField {                                                                                              \
        python_name, [](const Type& t) { return from_name(t.member); },                                      \
            [](Type& t, const Value& v) { t.member = to_type_name(v); }                                      \
    }
#define LIMBECK_TYPE(python_name)                                                                            \
    TypeField {                                                                                              \
        python_name, [](const Type& t) { return from_type(t.item); },                                        \
            [](Type& t, const Value& v) { t.item = to_item(v); }                                             \
    }

const std::array fields = {
    TypeField{"length", [](const Type& t) { return from_integer(t.length); },
              [](Type& t, const Value& v) { t.length = to_integer(v); }},
    LIMBECK_TEXT("collation", collation),
    LIMBECK_INTEGER("precision", precision),
    LIMBECK_INTEGER("scale", scale),
    LIMBECK_INTEGER("decimal_return_scale", decimal_return_scale),
    LIMBECK_FLAG("asdecimal", as_decimal),
    LIMBECK_FLAG("timezone", timezone),
    LIMBECK_TEXT("fields", fields),
    LIMBECK_FLAG("varying", varying),
    LIMBECK_FLAG("native", native),
    LIMBECK_INTEGER("second_precision", precision),
    LIMBECK_FLAG("as_uuid", as_uuid),
    LIMBECK_FLAG("native_uuid", native),
    LIMBECK_FLAG("none_as_null", none_as_null),
    LIMBECK_INTEGER("dimensions", dimensions),
    LIMBECK_TYPE("item_type"),
    LIMBECK_TYPE("data_type"),
    LIMBECK_TYPE("astext_type"),
    LIMBECK_TYPE("text_type"),
    LIMBECK_FLAG("create_constraint", create_constraint),
    LIMBECK_NAME("name", name),
    LIMBECK_NAME("schema", schema),
    LIMBECK_FLAG("native_enum", native_enum),
    LIMBECK_FLAG("validate_strings", validate_strings),
    LIMBECK_FLAG("inherit_schema", inherit_schema),
    LIMBECK_FLAG("create_type", create_type),
    LIMBECK_NAME("constraint_name", constraint_name),
    TypeField{"not_null", [](const Type& t) { return Value::boolean(t.not_null.value_or(false)); },
              [](Type& t, const Value& v) {
                  t.not_null = v.exists() && python::truth(v) ? std::optional(true) : std::nullopt;
              }},
    LIMBECK_TEXT("storage_format", storage_format),
    // SQLite's moments without their microseconds are a format of their own.
    TypeField{
        "truncate_microseconds", [](const Type& t) { return Value::boolean(!t.storage_format.empty()); },
        [](Type& t, const Value& v) {
            if (!v.exists() || !python::truth(v)) return;
            t.storage_format = t.kind == schema::TypeKind::time ? "" : "%(year)04d-%(month)02d-%(day)02d ";
            t.storage_format += "%(hour)02d:%(minute)02d:%(second)02d";
        }},
};

// An argument that the reference's instances do not show.
bool is_hidden(const TypeField& field) {
    return field.name == "storage_format" || field.name == "truncate_microseconds";
}

// The parameters of a declaration in the order in which they arrive in a call, their stars left out.
struct Parameter {
    Str* name;
    bool star, double_star;
};

std::vector<Parameter> parameters_of(const python::Signature& signature) {
    const python::ParameterList& list = signature.list;
    std::vector<Parameter> result;
    for (std::size_t at = 0; at < list.positional; ++at)
        result.push_back({signature.names[at], false, false});
    if (list.star >= 0) result.push_back({signature.names[static_cast<std::size_t>(list.star)], true, false});
    for (std::size_t at = list.positional; at < list.positional + list.keyword_only; ++at)
        result.push_back({signature.names[at], false, false});
    if (list.double_star >= 0)
        result.push_back({signature.names[static_cast<std::size_t>(list.double_star)], false, true});
    return result;
}

Value initialize(Call& call) {
    type_state(call[0]);
    std::vector<Parameter> parameters = parameters_of(*call.function().signature);
    for (std::size_t at = 1; at < parameters.size(); ++at) {
        const Parameter& parameter = parameters[at];
        if (parameter.double_star) {
            call.keywords(at).table.each([&](const Value& key, const Value& value) {
                set_argument(call[0], &python::cast<Str>(key), value);
            });
        } else if (parameter.star) {
            // Of the types that have it, the base takes one argument.
            if (!call.rest(at).empty())
                set_argument(call[0], python::intern("timezone"), call.rest(at).front());
        } else {
            set_argument(call[0], parameter.name, call[at]);
        }
    }
    return Value::none();
}

} // namespace

const TypeField* find_type_field(std::string_view name) {
    for (const TypeField& field : fields)
        if (field.name == name) return &field;
    return nullptr;
}

void add_field(ClassBuilder& type, std::string_view name) {
    const TypeField* field = find_type_field(name);
    if (!field || is_hidden(*field)) return;
    type.property(
        field->name, [field](Call& call) { return field->get(*type_state(call[0]).type); },
        [field](Call& call) {
            field->set(mutable_type(call[0]), call[1]);
            return Value::none();
        });
}

void set_argument(const Value& instance, Str* name, const Value& value) {
    const TypeField* field = find_type_field(name->text);
    if (field && is_hidden(*field)) return field->set(mutable_type(instance), value);
    const Value* own = field ? python::lookup(python::class_of(instance), name) : nullptr;
    if (field && own && own->is_object() && own->object()->kind == python::Kind::Property)
        field->set(mutable_type(instance), value);
    else
        python::set_attribute(instance, name, value);
}

void add_init(ClassBuilder& type, const TypeSpec& spec) {
    type.method(spec.init, initialize);
    auto signature = python::parse_signature(spec.init);
    for (const Parameter& parameter : parameters_of(*signature))
        if (!parameter.star && !parameter.double_star) add_field(type, parameter.name->text);
}

} // namespace limbeck::sqlalchemy
