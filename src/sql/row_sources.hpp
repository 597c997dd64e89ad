// What an expression reads from.
#pragma once

#include "schema/selectable.hpp"

#include <vector>

namespace limbeck::sql {

// The row sources that an expression draws on, each once, in order; those of a SELECT inside it are its own.
void collect_froms(const schema::Expression& e, std::vector<const schema::Expression*>& found);

} // namespace limbeck::sql
