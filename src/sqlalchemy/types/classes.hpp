// The classes of types, by a table: one line per class, made when a script first asks for it.
#pragma once

#include "python/binding.hpp"
#include "schema/type.hpp"

#include <span>
#include <string_view>

namespace limbeck::sqlalchemy {

struct TypeSpec {
    // Unique: "String", "postgresql.ARRAY".
    std::string_view id;
    std::string_view module;
    // Ids, separated by blanks; empty: object.
    std::string_view bases;
    // What an instance is to schema/; nothing for mixins, whose instances are not types by themselves.
    std::optional<schema::TypeKind> kind;
    std::string_view visit_name;
    // "__init__(self, length=None)": each parameter that schema::Type has a field for is an attribute of
    // instances that reads and writes it, every other a plain one. Empty: inherited.
    std::string_view init;
    // Members beyond those; null where there are none.
    void (*populate)(python::ClassBuilder& type) = nullptr;

    std::string_view name() const { return id.substr(id.rfind('.') + 1); }
    // "postgresql", or empty for generic types.
    std::string_view dialect() const {
        std::size_t dot = id.find('.');
        return dot == id.npos || id.starts_with("JSON.") ? std::string_view() : id.substr(0, dot);
    }
};

// All classes of the reference's own: generic ones first.
std::span<const TypeSpec> type_specs();
const TypeSpec* find_type_spec(std::string_view id);
// The first class whose instances are compiled by this name ("VARCHAR", "big_integer"); null for none.
const TypeSpec* spec_for_visit_name(std::string_view visit_name);

// The class of the running interpreter.
python::Class* type_class(const TypeSpec& spec);
python::Class* type_class(std::string_view id);
// What the class of an instance, or a class that a script derived, is at heart; null for what is no type.
const TypeSpec* spec_of(python::Class* type);
// The visit name that a class gives itself, by its line of the table or as a script's `__visit_name__`;
// nothing where it inherits one, or is no type.
std::optional<std::string> own_visit_name(python::Class* type);

} // namespace limbeck::sqlalchemy
