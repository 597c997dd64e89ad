#include "sqlalchemy/types/classes.hpp"

#include "python/class.hpp"
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/types/state.hpp"
#include "support/text.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Class;
using python::ClassBuilder;
using python::Value;

// Where a class says which line of the table it is: the line's number.
constexpr std::string_view spec_attribute = "_type_spec";

void fill(ClassBuilder& type, const TypeSpec& spec) {
    if (spec.kind) type.constant(spec_attribute, Value::integer(&spec - type_specs().data()));
    if (!spec.visit_name.empty()) type.constant("__visit_name__", python::make_str(spec.visit_name));
    if (!spec.init.empty()) add_init(type, spec);
    if (spec.populate) spec.populate(type);
}

} // namespace

Class* type_class(const TypeSpec& spec) {
    return registered_class(&spec, [&spec] {
        std::vector<Class*> bases;
        for (std::string_view base : text::split_words(spec.bases)) bases.push_back(type_class(base));
        Class* made = python::make_class(spec.name(), bases, spec.module).get();
        made->populate = [&spec](ClassBuilder& type) { fill(type, spec); };
        return made;
    });
}

Class* type_class(std::string_view id) {
    return type_class(*find_type_spec(id));
}

const TypeSpec* spec_of(Class* type) {
    const Value* number = python::lookup(type, python::intern(spec_attribute));
    return number && number->is_small_int() ? &type_specs()[static_cast<std::size_t>(number->as_int())]
                                            : nullptr;
}

std::optional<std::string> own_visit_name(Class* type) {
    const TypeSpec* spec = spec_of(type);
    if (!spec) return std::nullopt;
    if (type == type_class(*spec))
        return spec->visit_name.empty() ? std::nullopt : std::optional(std::string(spec->visit_name));
    const Value* name = type->attributes->find("__visit_name__");
    return name && python::is_str(*name) ? std::optional(python::as_text(*name)) : std::nullopt;
}

} // namespace limbeck::sqlalchemy
