// Reading and writing files, with errors that name the file and the cause.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace limbeck::file {

// The bytes of a whole file. Throws FileError where it is missing, a directory, or unreadable.
std::string read(const std::filesystem::path& path);
// Like read, but the text must be UTF-8; a BOM at its start is dropped. The error names line and column.
std::string read_text(const std::filesystem::path& path);
// Throws that error for bytes read already; `name` is the file's.
void require_utf8(std::string_view bytes, const std::string& name);
// The first bytes of a file, `limit` at the most.
std::string read_start(const std::filesystem::path& path, std::size_t limit);
void write(const std::filesystem::path& path, const std::string& bytes);

} // namespace limbeck::file
