// Finds and reads the revision files of a project, in the reference's order.
#pragma once

#include "script/revision.hpp"
#include "script/script_directory.hpp"

#include <filesystem>
#include <vector>

namespace limbeck::script {

// The folders to look in: those given, else "versions" in the script location. Where that does not exist,
// the script location itself may hold SQL revisions.
std::vector<std::filesystem::path> version_folders(const ScriptOptions& options);

// Throws FileError, CommandError, RevisionError as the files deserve; warns of files that are found twice.
std::vector<Revision> load_revisions(const ScriptOptions& options);

} // namespace limbeck::script
