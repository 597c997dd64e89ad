// What modules of dialects have in common.
#pragma once

#include "sqlalchemy/modules.hpp"

#include <span>
#include <string_view>

namespace limbeck::sqlalchemy {

// The types of a dialect ("postgresql"), its generic ones by their names, and further names for some.
struct TypeAlias {
    std::string_view name, id;
};
void export_dialect_types(python::ModuleBuilder& module, std::string_view dialect,
                          std::span<const std::string_view> generic, std::span<const TypeAlias> aliases = {});
// Submodules that a package shows without their being imported.
void export_submodules(python::ModuleBuilder& package, std::span<const std::string_view> names);

} // namespace limbeck::sqlalchemy
