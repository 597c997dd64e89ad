// Questions to an SQLite file, past limbeck.
#pragma once

#include <filesystem>
#include <string>

namespace limbeck::tests {

// Runs the statements; the rows of all of them, a line each, cells between "|", NULL as nothing.
// Throws std::runtime_error with SQLite's words.
std::string sqlite_query(const std::filesystem::path& file, const std::string& sql);
// What SQLite complains about; empty where the statement succeeds.
std::string sqlite_complaint(const std::filesystem::path& file, const std::string& sql);
// All of the schema, a statement a line in order of names.
std::string sqlite_schema(const std::filesystem::path& file);

} // namespace limbeck::tests
