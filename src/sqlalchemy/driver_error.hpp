// What a driver raises, and the exception of sqlalchemy.exc around it.
#pragma once

#include "python/binding.hpp"

#include <string_view>

namespace limbeck::database {
class DatabaseError;
}

namespace limbeck::sqlalchemy {

// psycopg2.errors.UniqueViolation, sqlite3.IntegrityError, …: with the driver's attributes (pgcode, diag,
// sqlite_errorname).
python::Value driver_error(const database::DatabaseError& error);
// sqlalchemy.exc.IntegrityError and its kin around it. `parameters` as the driver got them, None where there
// were none.
python::Value wrapped_error(const database::DatabaseError& error, std::string_view statement,
                            const python::Value& parameters, bool many);

} // namespace limbeck::sqlalchemy
