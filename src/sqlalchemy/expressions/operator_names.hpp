// sqlalchemy.sql.operators: the operators as functions, and what a function given as `operator=` stands for.
#pragma once

#include "python/binding.hpp"
#include "schema/operators.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

// By the name of the function (operator.lt, operators.in_op); ArgumentError for what is none.
schema::Operator operator_named(const python::Value& function);
// The function that `.operator` shows; None where there is none.
python::Value operator_function(schema::Operator op);
// The function for a method of columns ("__eq__", "in_"); Nothing where there is none.
python::Value operator_of_method(std::string_view method);
void populate_operators_module(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
