#include "sqlalchemy/element_classes.hpp"

#include "python/class.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

using E = Element;
using python::Class;

struct Entry {
    std::string_view name;
    std::string_view module;
    std::vector<Element> bases;
};

const Entry& entry(Element element) {
    static const std::array<Entry, static_cast<std::size_t>(Element::Count)> entries = {{
#define LIMBECK_X(enumerator, name, module, ...) Entry{name, "sqlalchemy." module, {__VA_ARGS__}},
        LIMBECK_ELEMENTS(LIMBECK_X)
#undef LIMBECK_X
    }};
    return entries[static_cast<std::size_t>(element)];
}

// The classes of one interpreter; they live as long as it does.
struct Classes final : python::NativeState {
    std::array<Class*, static_cast<std::size_t>(Element::Count)> made{};
};

Class* make(Classes& classes, Element element) {
    Class*& slot = classes.made[static_cast<std::size_t>(element)];
    if (slot) return slot;
    const Entry& about = entry(element);
    std::vector<Class*> bases;
    for (Element base : about.bases) bases.push_back(make(classes, base));
    if (element == E::quoted_name) bases = {python::builtin_class("str")};
    python::ClassBuilder builder = python::make_class(about.name, std::move(bases), about.module);
    slot = builder.get();
    if (Populate populate = members_of(element)) slot->populate = populate;
    return slot;
}

} // namespace

void populate_element_classes(python::ModuleBuilder& module) {
    python::Value holder = python::make_instance(python::builtin_class("object"));
    python::attach_state<Classes>(holder);
    module.constant("classes", holder);
}

Class* element_class(Element element) {
    return make(python::state<Classes>(python::native_attribute("_sqlalchemy_elements", "classes")), element);
}

Class* element_class(std::string_view name) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Element::Count); ++i)
        if (entry(static_cast<Element>(i)).name == name) return element_class(static_cast<Element>(i));
    return nullptr;
}

bool is_element(const python::Value& value, Element element) {
    return python::is_instance(value, element_class(element));
}

} // namespace limbeck::sqlalchemy
