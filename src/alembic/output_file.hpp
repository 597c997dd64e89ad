// The file that an env.py opens for the script of `--sql` (as the reference's template for several databases
// does): scripts write to no file, limbeck writes its statements to this one, once it is configure()'s
// output_buffer.
#pragma once

#include "python/binding.hpp"

#include <string>
#include <string_view>

namespace limbeck::alembic {

// What open(path, "w") gives while a script is made. PermissionError where the path is not the project's.
python::Value make_output_file(const std::string& path);

bool is_output_file(const python::Value& value);
// Makes the file anew, empty. FileError where that fails.
void start_output_file(const python::Value& file);
// Adds to a file that is started. FileError as well.
void write_output_file(const python::Value& file, std::string_view text);

} // namespace limbeck::alembic
