// ALTER TABLE … ALTER COLUMN: one statement per change, in Alembic's order.
#pragma once

#include "schema/operation.hpp"
#include "sql/dialect.hpp"

#include <string>
#include <vector>

namespace limbeck::sql {

std::vector<std::string> alter_column(const schema::AlterColumn& op, const Dialect& dialect);

} // namespace limbeck::sql
