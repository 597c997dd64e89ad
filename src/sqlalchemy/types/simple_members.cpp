// Members of the plain types: the Python types of their values, and what their arguments do beyond being
// kept.
#include "schema/errors.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/repr.hpp"
#include "sqlalchemy/types/state.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::ClassBuilder;
using python::Value;

void python_type(ClassBuilder& type, std::string_view name) {
    type.property("python_type", [name](Call&) { return python::class_value(python::builtin_class(name)); });
}

void python_type(ClassBuilder& type, std::string_view module, std::string_view name) {
    type.property("python_type", [module, name](Call&) { return python::native_attribute(module, name); });
}

} // namespace

void populate_string(ClassBuilder& type) {
    python_type(type, "str");
    // What String took before SQLAlchemy 1.4, and ignored or warned about since 1.3.
    type.method("__init__(self, length=None, collation=None, **kwargs)", [](Call& call) {
        auto& meaning = mutable_type(call[0]);
        find_type_field("length")->set(meaning, call[1]);
        find_type_field("collation")->set(meaning, call[2]);
        call.keywords(3).table.each([](const Value& key, const Value&) {
            const std::string& name = python::as_text(key);
            if (name != "convert_unicode" && name != "unicode_error" && name != "assert_unicode" &&
                name != "_warn_on_bytestring" && name != "_expect_unicode")
                python::raise(python::Exc::TypeError,
                              fmt::format("String.__init__() got an unexpected keyword argument '{}'", name));
        });
        return Value::none();
    });
}

void populate_integer(ClassBuilder& type) {
    python_type(type, "int");
}

void populate_numeric(ClassBuilder& type) {
    type.property("python_type", [](Call& call) {
        if (type_state(call[0]).type->as_decimal) return python::native_attribute("decimal", "Decimal");
        return python::class_value(python::builtin_class("float"));
    });
    type.constant("_default_decimal_return_scale", Value::integer(10));
}

void populate_float(ClassBuilder& type) {
    type.constant("scale", Value::none());
}

void populate_datetime_type(ClassBuilder& type) {
    python_type(type, "datetime", "datetime");
}

void populate_date_type(ClassBuilder& type) {
    python_type(type, "datetime", "date");
}

void populate_time_type(ClassBuilder& type) {
    python_type(type, "datetime", "time");
}

void populate_binary(ClassBuilder& type) {
    python_type(type, "bytes");
}

void populate_boolean(ClassBuilder& type) {
    python_type(type, "bool");
    type.constant("native", Value::boolean(true));
}

void populate_interval(ClassBuilder& type) {
    python_type(type, "datetime", "timedelta");
}

void populate_generic_interval(ClassBuilder& type) {
    type.property("impl", [](Call&) { return wrap(schema::make_type(schema::TypeKind::datetime)); });
    type.property("impl_instance", [](Call&) { return wrap(schema::make_type(schema::TypeKind::datetime)); });
    type.property("epoch", [](Call&) {
        return python::call_method(python::native_attribute("datetime", "datetime"), "fromtimestamp",
                                   {Value::integer(0), python::native_attribute("datetime", "UTC")});
    });
    type.constant("cache_ok", Value::boolean(true));
    // As that of every decorator: what the decorated type would say.
    type.method("__repr__(self)", [](Call& call) {
        return python::make_str(type_repr(call[0], {type_class("DateTime")}, {}));
    });
}

void populate_json(ClassBuilder& type) {
    python_type(type, "dict");
    for (const char* name :
         {"JSONElementType", "JSONIndexType", "JSONIntIndexType", "JSONStrIndexType", "JSONPathType"}) {
        python::Class* inner = type_class(*find_type_spec(std::string("JSON.") + name));
        type.constant(name, python::class_value(inner));
    }
    // JSON's own null, where None may be SQL's.
    python::ClassBuilder symbol = python::make_class("symbol", {}, "sqlalchemy.util.langhelpers");
    symbol.constant("name", python::make_str("JSON_NULL"));
    symbol.method("__repr__(self)", [](Call&) { return python::make_str("symbol('JSON_NULL')"); });
    type.constant("NULL", python::make_instance(symbol.get()));
    type.constant("hashable", Value::boolean(false));
    type.property("should_evaluate_none",
                  [](Call& call) { return Value::boolean(!type_state(call[0]).type->none_as_null); });
}

void populate_array(ClassBuilder& type) {
    python_type(type, "list");
    type.constant("zero_indexes", Value::boolean(false));
    type.constant("hashable", Value::boolean(false));
    type.method("__init__(self, item_type, as_tuple=False, dimensions=None, zero_indexes=False)",
                [](Call& call) {
                    Value item = python::as_class(call[1]) ? python::call(call[1]) : call[1];
                    schema::TypePtr meaning = to_type(item);
                    if (meaning->kind == schema::TypeKind::ARRAY)
                        python::raise(python::Exc::ValueError,
                                      "Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional "
                                      "arrays of basetype");
                    auto& own = mutable_type(call[0]);
                    own.item = meaning;
                    find_type_field("dimensions")->set(own, call[3]);
                    // Keeps the very object that the script gave.
                    python::set_attribute(call[0], "_item_object", item);
                    if (call.truth(2)) python::set_attribute(call[0], "as_tuple", call[2]);
                    if (call.truth(4)) python::set_attribute(call[0], "zero_indexes", call[4]);
                    return Value::none();
                });
    type.constant("as_tuple", Value::boolean(false));
}

void populate_tuple(ClassBuilder& type) {
    type.method("__init__(self, *types)", [](Call& call) {
        auto& own = mutable_type(call[0]);
        own.types.clear();
        for (const Value& each : call.rest(1)) own.types.push_back(to_type(each));
        return Value::none();
    });
    type.property("types", [](Call& call) {
        std::vector<Value> made;
        for (const schema::TypePtr& each : type_state(call[0]).type->types) made.push_back(wrap(each));
        return python::make_list(std::move(made));
    });
}

void populate_uuid(ClassBuilder& type) {
    type.property("python_type", [](Call& call) {
        if (type_state(call[0]).type->as_uuid) return python::native_attribute("uuid", "UUID");
        return python::class_value(python::builtin_class("str"));
    });
    type.property("native", [](Call& call) { return Value::boolean(type_state(call[0]).type->native); });
}

namespace {

// A type of texts inside another: Text where nothing was said.
void text_type_field(ClassBuilder& type, std::string_view name) {
    type.property(
        name,
        [](Call& call) {
            static const schema::TypePtr text = schema::make_type(schema::TypeKind::text);
            auto& state = type_state(call[0]);
            return wrap(state.type->item ? state.type->item : text);
        },
        [](Call& call) {
            mutable_type(call[0]).item = call[1].is_none() ? nullptr : to_type(call[1]);
            return Value::none();
        });
}

} // namespace

void populate_hstore(ClassBuilder& type) {
    type.constant("hashable", Value::boolean(false));
    text_type_field(type, "text_type");
}

void populate_postgresql_json(ClassBuilder& type) {
    type.constant("render_bind_cast", Value::boolean(true));
    text_type_field(type, "astext_type");
}

void populate_bit(ClassBuilder& type) {
    type.method("__init__(self, length=None, varying=False)", [](Call& call) {
        auto& own = mutable_type(call[0]);
        own.varying = call.truth(2);
        find_type_field("length")->set(own, call[1]);
        if (!own.varying && own.length.value_or(0) == 0) own.length = 1;
        return Value::none();
    });
}

} // namespace limbeck::sqlalchemy
