// Names of tables and schemas as the reference writes them: quoted only where they must be.
#pragma once

#include <string>
#include <string_view>

#include "database/connection.hpp"

namespace limbeck::database {

// name, or "Name" where it is a reserved word, has upper case letters or anything but [a-z0-9_$].
std::string quote_where_needed(Dialect dialect, std::string_view name);

} // namespace limbeck::database
