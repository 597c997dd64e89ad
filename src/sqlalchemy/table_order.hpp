// In which order tables are created, and which of their foreign keys have to wait until all of them are
// there.
#pragma once

#include "python/binding.hpp"
#include "schema/constraint.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace limbeck::sqlalchemy {

struct TableOrder {
    // The tables that others refer to come first; else the order in which they were given.
    std::vector<python::Value> tables;
    // Foreign keys that are added by themselves, behind all tables: those with use_alter and those that close
    // a circle. Each with the object of its table.
    std::vector<std::pair<python::Value, schema::ConstraintPtr>> late;
    // The full names of tables whose circle no foreign key that may wait opens, sorted; `tables` is as given
    // then.
    std::vector<std::string> unresolved;
};

// `may_wait` says which foreign keys may be taken out to open a circle; without it all may.
TableOrder table_order(const std::vector<python::Value>& tables,
                       const std::function<bool(const schema::Constraint&)>& may_wait = {});

} // namespace limbeck::sqlalchemy
