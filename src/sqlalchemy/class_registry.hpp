// SQLAlchemy's classes: they are made when somebody first asks for them, one per declaration and interpreter.
#pragma once

#include "python/binding.hpp"

#include <functional>

namespace limbeck::sqlalchemy {

// The running interpreter's class for a declaration (any address that identifies it); `make` runs at most
// once.
python::Class* registered_class(const void* declaration, const std::function<python::Class*()>& make);
// Whether a class is SQLAlchemy's own, not a script's or another package's.
bool is_own_class(const python::Class& type);
// The module that keeps them.
python::NativeModule class_registry_module();

} // namespace limbeck::sqlalchemy
