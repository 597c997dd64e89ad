// Template and Interpolation of string.templatelib (PEP 750): what t"..." makes.
#pragma once

#include "python/binding.hpp"

namespace limbeck::python {

// What a template literal or Template(...) is made of: strings and interpolations in any order.
Value make_template(const std::vector<Value>& parts);
// conversion: None or a str of one letter.
Value make_interpolation(const Value& value, const Value& expression, const Value& conversion,
                         const Value& format_spec);

void template_members(ClassBuilder& type);
void interpolation_members(ClassBuilder& type);

} // namespace limbeck::python
