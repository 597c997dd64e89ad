// Paths as Python's pathlib writes them, and packages found on disk as Python's import system finds them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::project {

// str(Path(text)): "./a//b/" is "a/b", "" is ".", ".." stays.
std::string pathlib_text(std::string_view text);
// Path(text).absolute(): not resolved, ".." stays.
std::filesystem::path pathlib_absolute(std::string_view text);
// The folder of a file, absolute: str(Path(text).absolute().parent).
std::string absolute_parent(std::string_view text);

// The folders of a package ("app" or "app.db") that is looked for in `search`, in order; several for a
// namespace package, none where there is no such package. A folder with an __init__.py comes before one
// without, wherever it is, and a module file in its way ends the search as it does in Python.
std::vector<std::filesystem::path> find_package(std::string_view dotted_name,
                                                const std::vector<std::filesystem::path>& search);

} // namespace limbeck::project
