// `table.constraints` and `table.indexes`: sets that a script may change, and that change with the table.
#pragma once

#include "sqlalchemy/convert.hpp"

namespace limbeck::sqlalchemy {

// The set, the same one each time; one that changes while a script goes through it is an error there, as any
// set is.
python::Value constraint_set(const python::Value& table);
python::Value index_set(const python::Value& table);

// What the table has got or lost by other ways; nothing happens where no script has asked for the set.
void note_item(const python::Value& set, const python::Value& item);
void forget_item(const python::Value& set, const python::Value& item);

} // namespace limbeck::sqlalchemy
