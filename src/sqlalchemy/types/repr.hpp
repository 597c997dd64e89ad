// repr() of types whose classes say otherwise than their own __init__.
#pragma once

#include "python/binding.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::sqlalchemy {

// "Enum('a', 'b', name='x')": from the parameters of __init__ of the classes to be inspected, the first one's
// required ones by position, and from `more` names with the values that are left out.
std::string type_repr(const python::Value& instance, const std::vector<python::Class*>& inspected,
                      const std::vector<std::pair<std::string_view, python::Value>>& more);

} // namespace limbeck::sqlalchemy
