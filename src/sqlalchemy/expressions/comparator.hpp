// comparator_factory: what a type that a script defines makes of the operators and methods of its columns.
//
// TypeEngine.Comparator is an element with the node of the column it was made for, so that whatever a
// script's subclass does not define is what it is for the column.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

// What the comparator of the column's type makes of this method; Nothing where the method is the usual one.
python::Value by_comparator(python::Call& call);
// An attribute that the comparator has and columns have not; Nothing where there is none.
python::Value comparator_attribute(const python::Value& column, std::string_view name);
// What errors call the comparator of a column: "Comparator", or the script's class.
std::string comparator_name(const python::Value& column);

} // namespace limbeck::sqlalchemy
