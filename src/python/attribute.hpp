// Attribute access inside the interpreter: what operations.hpp does not need to show.
#pragma once

#include "python/operations.hpp"

namespace limbeck::python {

// What reading a class attribute through an instance gives: a bound method, a property's value, the thing
// itself. `instance` is Nothing where it is read from the class.
Value bind_descriptor(const Value& attribute, const Value& instance, Class* owner);
// The same without what a script's class has in place of the built-in `__get__`: what that one itself does.
Value bind_builtin_descriptor(const Value& attribute, const Value& instance, Class* owner);
// For calls: the function with `self` to be passed first (Nothing where it is already bound or takes none).
Value load_method(const Value& object, Str* name, Value& self);
// object.__getattribute__ and its kin, without looking for overrides.
Value generic_find_attribute(const Value& value, Str* name);
void generic_set_attribute(const Value& object, Str* name, const Value& value);
void generic_delete_attribute(const Value& object, Str* name);
// AttributeError "'X' object has no attribute 'y'".
[[noreturn]] void raise_no_attribute(const Value& value, const Str* name);
// The instance's __dict__, made where there is none yet; nullptr where it takes no attributes.
Dict* attributes_of(const Value& value);

// type.__setattr__.
void type_set_attribute(Class& type, Str* name, const Value& value);
// What a module's dict has by a name, `found` there: one that is made at its first use is made now, and
// takes its place.
Value resolve_lazy(Dict& dict, Str* name, const Value& found);

} // namespace limbeck::python
