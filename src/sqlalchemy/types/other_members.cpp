// Members of the types of MySQL and Oracle.
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/repr.hpp"
#include "sqlalchemy/types/state.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::ClassBuilder;
using python::Dict;
using python::Value;

// repr() that looks at several classes' arguments, as those of MySQL's types do.
void repr_of(ClassBuilder& type, std::vector<std::string_view> ids) {
    type.method("__repr__(self)", [ids](Call& call) {
        std::vector<python::Class*> classes;
        for (std::string_view id : ids) classes.push_back(type_class(id));
        return python::make_str(type_repr(call[0], classes, {}));
    });
}

} // namespace

void populate_mysql_numeric(ClassBuilder& type) {
    repr_of(type, {"mysql._NumericType", "Numeric"});
}

void populate_mysql_float(ClassBuilder& type) {
    add_field(type, "scale");
    repr_of(type, {"mysql._FloatType", "mysql._NumericType", "Float"});
}

void populate_mysql_integer(ClassBuilder& type) {
    repr_of(type, {"mysql._IntegerType", "mysql._NumericType", "Integer"});
}

void populate_mysql_string(ClassBuilder& type) {
    repr_of(type, {"mysql._StringType", "String"});
}

void populate_mysql_enum(ClassBuilder& type) {
    type.method("__init__(self, *enums, **kw)", [](Call& call) {
        Dict& keywords = call.keywords(2);
        for (const char* name : {"charset", "ascii", "unicode", "binary", "national", "strict", "quoting"})
            if (Value value = take(keywords, name); value.exists())
                python::set_attribute(call[0], name, value);
        Value collation = take(keywords, "collation");
        init_enum(call[0], call.rest(1), keywords);
        if (collation.exists()) find_type_field("collation")->set(mutable_type(call[0]), collation);
        return Value::none();
    });
    repr_of(type, {"mysql.ENUM", "mysql._StringType", "Enum"});
}

void populate_oracle_number(ClassBuilder& type) {
    type.method("__init__(self, precision=None, scale=None, asdecimal=None)", [](Call& call) {
        auto& own = mutable_type(call[0]);
        find_type_field("precision")->set(own, call[1]);
        find_type_field("scale")->set(own, call[2]);
        own.as_decimal = call.has(3) ? call.truth(3) : own.scale.value_or(0) > 0;
        return Value::none();
    });
}

void populate_mysql_set(ClassBuilder& type) {
    type.method("__init__(self, *values, **kw)", [](Call& call) {
        python::set_attribute(call[0], "values", python::make_tuple(call.rest(1)));
        call.keywords(2).table.each([&](const Value& key, const Value& value) {
            set_argument(call[0], &python::cast<python::Str>(key), value);
        });
        return Value::none();
    });
    repr_of(type, {"mysql.SET", "mysql._StringType"});
}

} // namespace limbeck::sqlalchemy
