// Types that scripts define: TypeDecorator and UserDefinedType subclasses, and Enums of Python enums.
#pragma once

#include "sqlalchemy/convert.hpp"

namespace limbeck::sqlalchemy {

// Puts into an instance's type what only its class knows, once it is needed: what a TypeDecorator decorates,
// what a UserDefinedType is called.
void complete_type(const python::Value& instance, TypeState& state);

// Whether a script's class (or an unresolved base) has the method, not only the class it derives from here.
bool overrides(const python::Value& instance, std::string_view method);

} // namespace limbeck::sqlalchemy
