// Constructs that scripts define: classes deriving from ClauseElement, ColumnElement, Executable or
// FunctionElement, compiled by what @compiles registered for them.
#pragma once

#include "python/binding.hpp"
#include "schema/selectable.hpp"

#include <optional>
#include <string>

namespace limbeck::sqlalchemy {

// The node of an instance of such a class, made and attached at the first call.
schema::ExpressionPtr custom_node(const python::Value& instance);
// Whether @compiles knows the instance's class, for any dialect.
bool has_compiler(const python::Value& instance);
// What the function registered for a type of the script's writes on a dialect; nothing where there is none.
std::optional<std::string> compile_custom_type(const python::Value& instance, std::string_view dialect);

// A function among row sources: the alias without a name that FROM makes of it; null for other nodes.
schema::FromPtr from_of_function(const schema::ExpressionPtr& node);

void populate_compiler_extension(python::ModuleBuilder& module); // sqlalchemy.ext.compiler

} // namespace limbeck::sqlalchemy
