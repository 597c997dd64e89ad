// The texts that sa.quoted_name() and op.f() give.
#pragma once

#include "python/binding.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

// A name that naming conventions leave alone: what op.f() and naming.conv() give.
python::Value make_conv(std::string_view name);
python::Value make_quoted_name(std::string_view name, const python::Value& quote);

} // namespace limbeck::sqlalchemy
