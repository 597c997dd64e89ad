// Where the sources lie, for tests that read files beside them: LIMBECK_SOURCE (meson sets it), else the
// nearest folder above the current one that has them.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace limbeck::tests {

inline std::filesystem::path source_root() {
    if (const char* source = std::getenv("LIMBECK_SOURCE")) return source;
    std::filesystem::path at = std::filesystem::current_path();
    while (!std::filesystem::exists(at / "src/support") && at != at.parent_path()) at = at.parent_path();
    return at;
}

} // namespace limbeck::tests
