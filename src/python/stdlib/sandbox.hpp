// What scripts may see of the file system: files and folders below the interpreter's file roots, for reading.
#pragma once

#include <filesystem>
#include <string>

namespace limbeck::python {

// The real path that `path` means (relative to the working directory), symbolic links and ".." resolved.
// Raises PermissionError where it is not below a root; `doing` says what was tried ("read", "list").
std::filesystem::path allowed_path(const std::string& path, const char* doing);
// Whether the resolved path is below one of the roots.
bool is_below_roots(const std::filesystem::path& resolved);
// Whether there is nothing at this path outside of the roots: that much may be known of other folders.
bool is_nowhere(const std::string& path);
// PermissionError for what scripts may never do: "limbeck runs scripts in a sandbox: os.remove() is not ...".
[[noreturn]] void raise_sandbox(const std::string& what);

} // namespace limbeck::python
