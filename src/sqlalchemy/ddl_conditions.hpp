// ddl_if() of constraints and indexes: written on some dialects only, or where a function of the script's
// says so.
#pragma once

#include "python/binding.hpp"
#include "schema/table.hpp"
#include "sql/dialect.hpp"

#include <vector>

namespace limbeck::sqlalchemy {

// ddl_if(), for the classes of constraints and indexes.
void add_ddl_if(python::ClassBuilder& type);

// While it lives, the table is without the constraints and indexes that are not written on the dialect.
// `bind` is what the script's function gets: a connection or None.
class ConditionalItems {
  public:
    ConditionalItems(schema::Table& table, const sql::Dialect& dialect, const python::Value& bind);
    ~ConditionalItems();
    ConditionalItems(const ConditionalItems&) = delete;
    ConditionalItems& operator=(const ConditionalItems&) = delete;

  private:
    schema::Table& table_;
    std::vector<schema::ConstraintPtr> constraints_;
    std::vector<schema::IndexPtr> indexes_;
};

} // namespace limbeck::sqlalchemy
