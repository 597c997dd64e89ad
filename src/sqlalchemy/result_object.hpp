// Rows as scripts hold them, and the cursor that makes them: sqlalchemy.engine.Row, and what
// sqlalchemy.engine.Result (modules/sqlalchemy/engine/result.py) fetches from.
#pragma once

#include "database/result.hpp"
#include "python/binding.hpp"
#include "schema/expression.hpp"
#include "sqlalchemy/result_values.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limbeck::sqlalchemy {

// The columns of a result: their names, and what else finds them.
struct RowKeys {
    std::vector<std::string> names;
    // By name; -1 where several have it.
    std::map<std::string, int, std::less<>> index;
    // The expressions of the statement, where it has them; as many as there are names, or none.
    std::vector<schema::ExpressionPtr> expressions;

    explicit RowKeys(std::vector<std::string> column_names);
};

struct RowState final : python::NativeState {
    std::shared_ptr<const RowKeys> keys;
    std::vector<python::Value> values;
};

// A result with what makes values of its cells.
struct CursorState final : python::NativeState {
    database::Result result;
    std::shared_ptr<const RowKeys> keys;
    std::vector<ValueProcessor> processors;
    bool is_postgresql = false;
    std::size_t position = 0;
};

// The Cursor object over a result. `expressions` are the columns that the statement says it gives; where
// their number is not the result's, they are left aside.
python::Value make_cursor(database::Result result, std::vector<schema::ExpressionPtr> expressions,
                          const sql::Dialect& dialect);
// Row, RowMapping, Cursor, make_row(keys, values): of the module sqlalchemy.engine._native.
void add_row_classes(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
