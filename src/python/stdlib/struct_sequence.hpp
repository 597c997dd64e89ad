// Tuples whose items have names, as CPython's C modules make them: time.struct_time, os.stat_result and their
// like.
#pragma once

#include "python/binding.hpp"

namespace limbeck::python {

// Defines the class in the module. `shown` is the name that repr() prints ("time.struct_time").
Class* define_struct_sequence(ModuleBuilder& module, std::string_view name, std::string_view shown,
                              std::vector<std::string_view> fields);
Value make_struct_sequence(Class* type, std::vector<Value> items);

} // namespace limbeck::python
