// What the type of an expression adds to its operators: JSON's as_string(), ARRAY's contains(), the operators
// of ranges, HSTORE and the like.
#pragma once

#include "python/binding.hpp"
#include "schema/build.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

// The attribute of this name that the expression's type brings (a method, `astext`); Nothing where none.
python::Value type_attribute(const schema::ExpressionPtr& self, std::string_view name);
// `+`, `contains()` and others where the type means something of its own by them; Nothing where it does not.
python::Value special_binary(const schema::ExpressionPtr& self, schema::Operator op,
                             const python::Value& other, bool reverse);

} // namespace limbeck::sqlalchemy
