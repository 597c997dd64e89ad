// Reading and writing files, with errors that name the file and the cause.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

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

// A folder of which many files are read by their names: the way to it is walked once.
class Folder {
  public:
    // Throws FileError where it cannot be opened.
    explicit Folder(const std::filesystem::path& path);
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    enum class EntryKind : unsigned char { Regular, Folder, Other };
    struct Entry {
        std::string name;
        // Of a link, what it leads to; Other where that is not there.
        EntryKind kind = EntryKind::Regular;
        bool is_link = false;
    };
    // What is in it, but "." and "..", in the order of their names.
    std::vector<Entry> entries() const;

    // The folder's path and the file's name.
    std::string path_of(std::string_view name) const;
    // The bytes of a file that is known to be a regular one: what ends before it is asked to has ended.
    std::string read_regular(const std::string& name) const;

  private:
    std::string path_;
    int descriptor_;
};

} // namespace limbeck::file
