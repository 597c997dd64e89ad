// Projects whose commands print what the reference printed: recorded/<project>/expected.out, as
// recorded/record.py writes it. One without an env.py gets plain_env.py.
#include "e2e/limbeck.hpp"
#include "support/file.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;
using namespace limbeck::tests;

TEST_SUITE_BEGIN("recorded");

TEST_CASE("recorded: every project prints what the reference printed") {
    const fs::path folder = source_root() / "tests/e2e/recorded";
    std::vector<fs::path> projects;
    for (const auto& entry : fs::directory_iterator(folder))
        if (fs::exists(entry.path() / "commands")) projects.push_back(entry.path());
    std::sort(projects.begin(), projects.end());
    REQUIRE(!projects.empty());
    for (const fs::path& project : projects) {
        INFO(project.filename().string());
        ProjectCopy copy{""};
        fs::copy(project, copy.folder().path(), fs::copy_options::recursive);
        const fs::path env = copy.folder().path() / "migrations/env.py";
        if (!fs::exists(env)) fs::copy(folder / "plain_env.py", env);
        std::string printed;
        std::istringstream lines(limbeck::file::read(project / "commands"));
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::vector<std::string> arguments;
            for (std::string word; words >> word;) arguments.push_back(word);
            printed += "$ " + line + "\n" + copy.run(arguments).out;
        }
        CHECK_EQ(printed, limbeck::file::read(project / "expected.out"));
    }
}

TEST_SUITE_END();
