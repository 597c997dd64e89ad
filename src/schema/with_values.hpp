// The same tree with other values for its parameters: `statement.params(x=5)`.
#pragma once

#include "schema/expression.hpp"

#include <map>
#include <string>

namespace limbeck::schema {

// Parameters of these names get the values, but for those whose names the compiler numbers; what does not
// change stays the same node. `names_in` gives the names of the parameters in a text.
ExpressionPtr with_values(const ExpressionPtr& node, const std::map<std::string, Value>& values,
                          const std::function<std::vector<std::string>(std::string_view)>& names_in);

} // namespace limbeck::schema
