// From what an Inspector says of a table to a schema::Table, as `autoload_with=` does.
#pragma once

#include "sqlalchemy/inspector.hpp"

#include <functional>

namespace limbeck::sqlalchemy {

struct ReflectOptions {
    // Only these columns; all of them where nothing is said.
    std::optional<std::vector<std::string>> include_columns;
    std::vector<std::string> exclude_columns;
    // Sees each column before it is added, and may change it. The key it gives is the column's (empty: its
    // name).
    std::function<std::string(ReflectedColumn&)> column;
};

// Columns, keys, constraints, indexes and the comment, in that order. Throws NoSuchTableError.
void reflect_into(schema::Table& table, Inspector& inspector, const ReflectOptions& options = {});

} // namespace limbeck::sqlalchemy
