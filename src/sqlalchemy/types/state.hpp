// What hangs on the instance of a type, and the arguments that are fields of schema::Type.
#pragma once

#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/types/classes.hpp"

namespace limbeck::sqlalchemy {

// The state of an instance; made where the script's class did not call its base's __init__. TypeError for
// what is no type.
TypeState& type_state(const python::Value& instance);
// The type, to be changed: an instance that stands for a type which C++ shares gets one of its own first.
schema::Type& mutable_type(const python::Value& instance);
// An instance of the class for a type, without calling __init__.
python::Value make_type_instance(python::Class* type, schema::TypePtr meaning, bool own);
// The instance that a type was made for, where it is still there.
python::Value instance_of(const schema::Type& type);

// An argument or attribute of types that schema::Type has a place for.
struct TypeField {
    std::string_view name;
    python::Value (*get)(const schema::Type& type);
    void (*set)(schema::Type& type, const python::Value& value);
};
const TypeField* find_type_field(std::string_view name);
// Makes a field an attribute of the class's instances.
void add_field(python::ClassBuilder& type, std::string_view name);
// Sets what an argument says: the field of this name, else a plain attribute.
void set_argument(const python::Value& instance, python::Str* name, const python::Value& value);
// The __init__ that the table's signature declares.
void add_init(python::ClassBuilder& type, const TypeSpec& spec);

// What SchemaType's __init__ takes (name, schema, metadata, quote, inherit_schema), out of the keywords.
void set_schema_arguments(const python::Value& instance, python::Dict& keywords);
// Takes an argument out of the keywords; Nothing where it is not there.
python::Value take(python::Dict& keywords, std::string_view name);
// Enum's __init__.
void init_enum(const python::Value& instance, const std::vector<python::Value>& enums,
               python::Dict& keywords);
// Whether the database behind a bind has a type (ENUM, DOMAIN) of this name; nothing where there is no
// database to ask.
std::optional<bool> type_exists(const python::Value& bind, const schema::Type& type);

// A copy of the same class, with its own attributes.
python::Value copy_type(const python::Value& instance);
// repr() from the arguments of __init__ and the attributes of their names.
std::string type_repr(const python::Value& instance);

} // namespace limbeck::sqlalchemy
