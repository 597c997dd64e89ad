// Enum: from texts or from a Python enum, and its kin on PostgreSQL and MySQL.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/named_types.hpp"
#include "sqlalchemy/types/repr.hpp"
#include "sqlalchemy/types/state.hpp"
#include "support/text.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::ClassBuilder;
using python::Dict;
using python::make_str;
using python::Value;
using schema::Type;

} // namespace

Value take(Dict& keywords, std::string_view name) {
    Value found;
    const Value* value = keywords.find(name);
    if (!value) return found;
    keywords.table.erase(make_str(name), &found);
    return found;
}

namespace {

bool take_flag(Dict& keywords, std::string_view name, bool otherwise) {
    Value value = take(keywords, name);
    return value.exists() ? python::truth(value) : otherwise;
}

// The members of a Python enum by name, those that are only other names for one left out where asked.
void read_members(Type& type, const Value& enumeration, const Value& values_callable, bool omit_aliases) {
    python::for_each_item(python::get_attribute(enumeration, "__members__"),
                          [&](const Value& key, const Value& member) {
                              if (omit_aliases && !python::equal(python::get_attribute(member, "name"), key))
                                  return;
                              type.member_names.push_back(python::as_text(key));
                          });
    if (values_callable.exists() && !values_callable.is_none()) {
        python::for_each(python::call(values_callable, {enumeration}),
                         [&](const Value& label) { type.labels.push_back(python::to_str(label)); });
    } else {
        type.labels = type.member_names;
    }
}

void check_length(Type& type, std::size_t longest, const Value& length, bool quiet) {
    type.length = static_cast<std::int64_t>(longest);
    if (!length.exists()) return;
    find_type_field("length")->set(type, length);
    if (!type.length) type.length = 0; // said to have none
    if (!quiet && !length.is_none() && *type.length < static_cast<std::int64_t>(longest))
        python::raise(python::Exc::ValueError,
                      fmt::format("When provided, length must be larger or equal than the length of the "
                                  "longest enum value. {} < {}",
                                  *type.length, longest));
}

void set_metadata(const Value& self, Type& type, const Value& metadata) {
    bool given = metadata.exists() && !metadata.is_none();
    type.has_metadata = given;
    python::set_attribute(self, "metadata", given ? metadata : Value::none());
}

} // namespace

void set_schema_arguments(const Value& self, Dict& keywords) {
    Type& type = mutable_type(self);
    Value name = take(keywords, "name");
    find_type_field("name")->set(type, name);
    Value quote = take(keywords, "quote");
    if (type.name && quote.exists() && !quote.is_none())
        type.name->quote = python::truth(quote) ? schema::Quote::always : schema::Quote::never;
    find_type_field("schema")->set(type, take(keywords, "schema"));
    type.inherit_schema = take_flag(keywords, "inherit_schema", false);
    set_metadata(self, type, take(keywords, "metadata"));
    for (const char* internal : {"_create_events", "_adapted_from"}) take(keywords, internal);
}

void init_enum(const Value& self, const std::vector<Value>& given, Dict& keywords) {
    Type& type = mutable_type(self);
    type.labels.clear();
    type.member_names.clear();
    type.odd_label.clear();
    type.native_enum = take_flag(keywords, "native_enum", true);
    type.create_constraint = take_flag(keywords, "create_constraint", false);
    type.validate_strings = take_flag(keywords, "validate_strings", false);
    type.omit_aliases = take_flag(keywords, "omit_aliases", true);
    Value values_callable = take(keywords, "values_callable"), length = take(keywords, "length");
    Value sort_key = take(keywords, "sort_key_function");
    bool quiet = take_flag(keywords, "_disable_warnings", false);
    std::vector<Value> enums = given;
    Value replacement = take(keywords, "_enums");
    if (enums.empty() && replacement.exists()) enums = python::to_vector(replacement);
    for (const char* old : {"convert_unicode", "unicode_error", "assert_unicode"}) take(keywords, old);

    Value enumeration;
    std::size_t longest = 0;
    if (enums.size() == 1 && python::is_unresolved(enums[0])) {
        // Its values are asked for when the type is used: a module may hold one that no step needs.
        enumeration = enums[0];
    } else if (enums.size() == 1 && !python::is_str(enums[0]) &&
               python::find_attribute(enums[0], "__members__").exists()) {
        enumeration = enums[0];
        read_members(type, enumeration, values_callable, type.omit_aliases);
    } else {
        for (const Value& label : enums) {
            if (python::is_unresolved(label)) python::raise_unresolved(label, "use it as a value of an Enum");
            python::hash_value(label); // it is looked up by its labels
        }
        for (const Value& label : enums) {
            // Whatever has a length is a label, as the tuple that was meant to be many.
            if (!python::is_str(label)) {
                longest = std::max(longest, static_cast<std::size_t>(python::length(label)));
                if (type.odd_label.empty()) type.odd_label = python::to_repr(label);
                continue;
            }
            type.labels.push_back(python::to_str(label));
        }
        if (!type.odd_label.empty()) python::set_attribute(self, "_given_labels", python::make_list(enums));
    }
    for (const std::string& label : type.labels) longest = std::max(longest, text::utf8_length(label));
    check_length(type, longest, length, quiet);
    python::set_attribute(self, "enum_class", enumeration.exists() ? enumeration : Value::none());
    if (values_callable.exists() && !values_callable.is_none())
        python::set_attribute(self, "values_callable", values_callable);
    if (sort_key.exists()) python::set_attribute(self, "sort_key_function", sort_key);
    if (enumeration.exists() && python::is_unresolved(enumeration)) {
        type_state(self).complete = false;
    } else if (enumeration.exists() && !type.labels.empty() && !keywords.find("name"))
        keywords.set("name", make_str(text::to_lower(
                                 python::as_text(python::get_attribute(enumeration, "__name__")))));
    set_schema_arguments(self, keywords);
}

namespace {

Value init(Call& call) {
    init_enum(call[0], call.rest(1), call.keywords(2));
    return Value::none();
}

// A type of its own only where the dialect's form of it is one: a native enum on PostgreSQL, or the variant
// that stands for it there.
void create_or_drop(Call& call, bool creates) {
    Value native = python::call_method(call[0], "dialect_impl", {python::get_attribute(call[1], "dialect")});
    schema::TypePtr type = to_type(native);
    if (python::is_instance(native, type_class("postgresql.NamedType")) ||
        (type->kind == schema::TypeKind::enum_ && type->native_enum))
        create_or_drop_type(native, call[1], creates, call.truth(2));
}

} // namespace

void populate_schema_type(ClassBuilder& type) {
    for (const char* name : {"name", "schema", "inherit_schema"}) add_field(type, name);
    type.method("create(self, bind, checkfirst=False)", [](Call& call) {
        create_or_drop(call, true);
        return Value::none();
    });
    type.method("drop(self, bind, checkfirst=False)", [](Call& call) {
        create_or_drop(call, false);
        return Value::none();
    });
}

void populate_enum(ClassBuilder& type) {
    type.method("__init__(self, *enums, **kw)", init);
    for (const char* name : {"native_enum", "create_constraint", "validate_strings"}) add_field(type, name);
    type.property(
        "enums",
        [](Call& call) {
            if (Value given = python::find_attribute(call[0], "_given_labels"); given.exists()) return given;
            return python::make_list(python::make_strs(type_state(call[0]).type->labels));
        },
        [](Call& call) {
            Type& own = mutable_type(call[0]);
            own.labels.clear();
            python::for_each(call[1],
                             [&](const Value& label) { own.labels.push_back(python::to_str(label)); });
            return Value::none();
        });
    type.property(
        "length",
        [](Call& call) {
            const Type& own = *type_state(call[0]).type;
            bool none = own.length.value_or(0) == 0 && !own.labels.empty();
            return none ? Value::none() : Value::integer(own.length.value_or(0));
        },
        [](Call& call) {
            find_type_field("length")->set(mutable_type(call[0]), call[1]);
            return Value::none();
        });
    type.property("native", [](Call& call) { return Value::boolean(type_state(call[0]).type->native_enum); });
    type.property("python_type", [](Call& call) {
        Value own = python::find_attribute(call[0], "enum_class");
        return own.exists() && !own.is_none() ? own : python::class_value(python::builtin_class("str"));
    });
    type.constant("enum_class", Value::none());
    type.constant("values_callable", Value::none());
    type.constant("metadata", Value::none());
    type.method("__repr__(self)", [](Call& call) {
        std::int64_t longest = 0;
        python::for_each(python::get_attribute(call[0], "enums"), [&](const Value& label) {
            longest = std::max(longest, static_cast<std::int64_t>(python::length(label)));
        });
        return make_str(type_repr(call[0], {type_class("Enum"), type_class("SchemaType")},
                                  {{"native_enum", Value::boolean(true)},
                                   {"create_constraint", Value::boolean(false)},
                                   {"length", Value::integer(longest)}}));
    });
}

void populate_postgresql_enum(ClassBuilder& type) {
    type.method("__init__(self, *enums, name=..., create_type=True, **kw)", [](Call& call) {
        Dict& keywords = call.keywords(4);
        keywords.table.erase(make_str("native_enum"));
        if (call.given(2)) keywords.set("name", call[2]);
        init_enum(call[0], call.rest(1), keywords);
        mutable_type(call[0]).create_type = call.truth(3);
        return Value::none();
    });
    add_field(type, "create_type");
    type.constant("native_enum", Value::boolean(true));
}

} // namespace limbeck::sqlalchemy
