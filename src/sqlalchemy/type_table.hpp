// Column types of other packages: what an import of one stands for where the package is not there.
//
// The names and their types stand in share/limbeck/types.yaml, which is part of the program, and in the
// project's limbeck.yaml under `types`.
#pragma once

#include <map>
#include <string>

namespace limbeck::python {
struct InterpreterOptions;
}

namespace limbeck::sqlalchemy {

// By dotted name ("geoalchemy2.Geometry"): types by dialect ("postgresql", "sqlite", "default"), and
// "arguments" for the constructor's parameters; or "is" alone: a name of SQLAlchemy's that it stands for.
using TypeTable = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

// Gives an interpreter both tables; `own` goes before the program's.
void use_type_table(python::InterpreterOptions& options, TypeTable own);

} // namespace limbeck::sqlalchemy
