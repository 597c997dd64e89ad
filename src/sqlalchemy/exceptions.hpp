// The exceptions of sqlalchemy.exc (modules/sqlalchemy/exc.py), raised from C++.
#pragma once

#include "python/binding.hpp"

#include <string>
#include <string_view>

namespace limbeck::sqlalchemy {

// The class of this name in sqlalchemy.exc: exception_class("ArgumentError").
python::Class* exception_class(std::string_view name);
[[noreturn]] void raise_exception(std::string_view name, std::string message);

} // namespace limbeck::sqlalchemy
