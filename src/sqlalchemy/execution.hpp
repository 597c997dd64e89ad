// A statement of a script on its way to a database and back: compiled, its parameters' values made what the
// types say, sent as the reference's driver sends it.
#pragma once

#include "python/binding.hpp"
#include "sqlalchemy/connection_object.hpp"

#include <string_view>

namespace limbeck::sqlalchemy {

// What came of it; Python's side of a result is made of this.
struct Execution {
    python::Value cursor;
    // An INSERT without a RETURNING of its own: names and values of the new row's primary key.
    bool is_insert = false;
    std::vector<std::string> key_names;
    std::vector<python::Value> key_values;
};

// A construct (select(), text(), DDL). `sets` holds one dict per execution; more than one: a result without
// rows. The database's errors become sqlalchemy.exc's with statement and parameters;
// ObjectNotExecutableError for what is no statement.
Execution execute(ConnectionState& connection, const python::Value& statement,
                  const std::vector<python::Value>& sets);
// The driver's own text: %s and %(name)s on PostgreSQL, ? and :name on SQLite. Each set is a dict, a tuple or
// a list.
Execution execute_driver_text(ConnectionState& connection, std::string_view sql,
                              const std::vector<python::Value>& sets);

} // namespace limbeck::sqlalchemy
