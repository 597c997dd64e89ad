// sorted() and list.sort(): stable, with keys computed once, by `<` alone.
#pragma once

#include "python/value.hpp"

#include <vector>

namespace limbeck::python {

// `key` is a callable or None. Items keep their old order where the comparison raises.
void sort_values(std::vector<Value>& items, const Value& key, bool reverse);

} // namespace limbeck::python
