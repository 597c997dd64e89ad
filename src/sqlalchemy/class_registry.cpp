#include "sqlalchemy/class_registry.hpp"

#include "python/class.hpp"

#include <unordered_map>

namespace limbeck::sqlalchemy {

namespace {

constexpr std::string_view module_name = "sqlalchemy._classes";

struct Registry final : python::NativeState {
    std::unordered_map<const void*, python::Class*> classes;
};

void populate(python::ModuleBuilder& module) {
    module.constant("registry", python::make_instance_with<Registry>(python::builtin_class("object")));
}

} // namespace

python::NativeModule class_registry_module() {
    return {module_name, populate};
}

python::Class* registered_class(const void* declaration, const std::function<python::Class*()>& make) {
    auto& registry = python::state<Registry>(python::native_attribute(module_name, "registry"));
    auto found = registry.classes.find(declaration);
    if (found != registry.classes.end()) return found->second;
    python::Class* made = make();
    registry.classes[declaration] = made;
    return made;
}

bool is_own_class(const python::Class& type) {
    return type.module == "sqlalchemy" || type.module.starts_with("sqlalchemy.");
}

} // namespace limbeck::sqlalchemy
