// A dialect as scripts hold it: `postgresql.dialect()`, `bind.dialect`, what load_dialect_impl() is given.
#pragma once

#include "python/binding.hpp"
#include "sql/dialect.hpp"

#include <optional>
#include <string>

namespace limbeck::sqlalchemy {

struct DialectState final : python::NativeState {
    std::string name;   // "postgresql", "mysql"
    std::string driver; // "psycopg2"
    // Nothing for backends that limbeck writes no SQL for: they have a name, and serve as keys of variants.
    std::optional<sql::Dialect> dialect;
};

// The dialect behind an object: a dialect, or anything that has one as its `dialect` (an engine, a
// connection). Nothing for None and for what was not given. Raises NotImplementedError for a backend that
// limbeck writes no SQL for, ArgumentError for what is no dialect.
std::optional<sql::Dialect> to_dialect(const python::Value& value);
// The object of the class that the driver has in the reference: PGDialect_psycopg2 and its kin.
python::Value wrap_dialect(const sql::Dialect& dialect);
// The same by backend and driver; an empty driver is the backend's own. Nothing for an unknown backend.
python::Value make_dialect(std::string_view backend, std::string_view driver = {});

// The class that makes them: `postgresql.dialect` (no driver), PGDialect ("base"), PGDialect_asyncpg
// ("asyncpg"). nullptr for an unknown backend.
python::Class* dialect_class(std::string_view backend, std::string_view driver = {});
// sqlalchemy.sql.compiler.IdentifierPreparer: what `dialect.identifier_preparer` is; a script that makes one
// gets the quoting of no dialect in particular.
python::Class* preparer_class();
// Gives a module of the reference's that has dialect classes (sqlalchemy.dialects.postgresql.asyncpg) its
// own, the last of them under the name `dialect` too. A package has its default driver's.
void export_dialects(python::ModuleBuilder& module);

} // namespace limbeck::sqlalchemy
