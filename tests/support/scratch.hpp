// A folder for one test, gone with it.
#pragma once

#include <filesystem>
#include <string>

namespace limbeck::tests {

class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    // Writes a file below it, its folders included.
    void write(const std::string& name, const std::string& text) const;

  private:
    std::filesystem::path path_;
};

// The root of the source tree: LIMBECK_SOURCE, else the nearest folder above with a meson.build and a src/.
std::filesystem::path source_root();

} // namespace limbeck::tests
