// How a step's function is called, for every kind of Python body.
#pragma once

#include <filesystem>
#include <string>

#include "python/value.hpp"

namespace limbeck::python {
class Interpreter;
}

namespace limbeck::migrate {

class MigrationContext;

// The __name__ of a revision file's module, as the reference makes it of the file's.
std::string module_name(const std::filesystem::path& path);

// Calls upgrade() or downgrade(), with the keywords that run_migrations() was given. `file` is where it
// stands.
void call_step(MigrationContext& context, python::Interpreter& interpreter, const std::string& file,
               const python::Value& function);

} // namespace limbeck::migrate
