// PostgreSQL's built-in types: their numbers, their names, and their text as a cell.
#pragma once

#include <cstdint>
#include <string_view>

#include "database/value.hpp"

namespace limbeck::database {

inline constexpr std::uint32_t postgres_bytea = 17;

// "int4" for 23; empty for a type that is not built in.
std::string_view postgres_type_name(std::uint32_t type);

// A value as the server writes it in text; the cell sees the text where it has no better kind.
Cell postgres_cell(std::uint32_t type, std::string_view text);

} // namespace limbeck::database
