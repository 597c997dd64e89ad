// Scripts with recorded output: name.py beside name.out.
#pragma once

#include "support/file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace limbeck::tests {

// Checks that for every script below `folder` `run(path)` gives what was recorded, byte for byte.
template <class Run> void check_recorded_scripts(const std::filesystem::path& folder, Run run) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::filesystem::path recorded = entry.path();
        if (recorded.extension() != ".out") continue;
        std::filesystem::path script = recorded;
        script.replace_extension(".py");
        INFO(script.string());
        CHECK_EQ(run(script), file::read(recorded));
        ++count;
    }
    CHECK_GT(count, 0);
}

} // namespace limbeck::tests
