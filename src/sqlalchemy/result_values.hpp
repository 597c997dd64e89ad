// What a cell is for a script: first what the reference's driver makes of it (psycopg2, pysqlite), then what
// the column's type does with that.
#pragma once

#include "database/result.hpp"
#include "python/value.hpp"
#include "schema/type.hpp"
#include "sql/dialect.hpp"

#include <functional>
#include <string_view>

namespace limbeck::sqlalchemy {

// The driver's value: numbers, texts, on PostgreSQL dates, decimals, lists, decoded JSON, …
python::Value driver_value(const database::Cell& cell, const database::Column& column, bool is_postgresql);

// What a type does with the driver's values; empty where it leaves them as they are.
using ValueProcessor = std::function<python::Value(const python::Value&)>;
ValueProcessor result_processor(const schema::TypePtr& type, const sql::Dialect& dialect);

} // namespace limbeck::sqlalchemy
