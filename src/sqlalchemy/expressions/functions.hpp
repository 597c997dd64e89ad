// sqlalchemy.func and sqlalchemy.sql.functions.
#pragma once

#include "python/binding.hpp"
#include "sqlalchemy/convert.hpp"

#include <vector>

namespace limbeck::sqlalchemy {

// Of functions that a class of the script stands for: the arguments beside the node.
struct FunctionState final : ClauseState {
    std::vector<schema::ExpressionPtr> arguments;
    FunctionState(schema::ExpressionPtr node, std::vector<schema::ExpressionPtr> given)
        : ClauseState(std::move(node)), arguments(std::move(given)) {}
};

// The object `func`.
python::Value make_func();
void populate_functions_module(python::ModuleBuilder& module);
void populate_function(python::ClassBuilder& type);

} // namespace limbeck::sqlalchemy
