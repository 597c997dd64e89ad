// The collection behind `.c` and `.columns`: of tables, aliases, subqueries, CTEs, SELECTs.
//
// By attribute, by key, in order; a ColumnCollection can be added to, a ReadOnlyColumnCollection not.
#pragma once

#include "python/binding.hpp"

#include <string>
#include <utility>
#include <vector>

namespace limbeck::sqlalchemy {

struct CollectionState final : python::NativeState {
    // Key to column object, in order. A key may stand there several times (SELECTs); the first is found.
    std::vector<std::pair<std::string, python::Value>> items;

    const python::Value* find(std::string_view key) const;
    // Puts a column in the place of the one of the same key, or at the end.
    void set(std::string key, python::Value column);
    void remove(std::string_view key);
};

python::Value make_column_collection(bool read_only = true);
CollectionState& collection(const python::Value& value);

} // namespace limbeck::sqlalchemy
