#include "python/parse_ahead.hpp"

#include "python/syntax_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace limbeck;

namespace {

// A folder of files "0.py", "1.py", …, gone afterwards.
struct Files {
    std::filesystem::path folder;
    std::vector<std::string> paths;

    explicit Files(std::size_t count) {
        folder = std::filesystem::temp_directory_path() /
                 ("limbeck-ahead-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
        std::filesystem::create_directories(folder);
        for (std::size_t at = 0; at < count; ++at) {
            paths.push_back((folder / (std::to_string(at) + ".py")).string());
            write(at, "number = " + std::to_string(at) + "\n\n\ndef upgrade():\n    return number\n");
        }
    }
    ~Files() { std::filesystem::remove_all(folder); }
    void write(std::size_t at, const std::string& text) {
        std::ofstream(paths[at], std::ios::binary) << text;
    }
};

} // namespace

TEST_SUITE("python/parse_ahead") {
    TEST_CASE("every file is given once and in order, more of them than are read ahead") {
        Files files(300);
        python::ParseAhead ahead(files.paths);
        for (const std::string& path : files.paths) {
            std::unique_ptr<python::Unit> unit = ahead.take(path);
            REQUIRE(unit);
            CHECK(unit->file == path);
            CHECK(unit->tree->module->body.size() == 2);
            CHECK(unit->codes.size() == 2);
        }
    }

    TEST_CASE("a file that was not announced is parsed all the same") {
        Files files(3);
        python::ParseAhead ahead({files.paths[0], files.paths[2]});
        CHECK(ahead.take(files.paths[0])->file == files.paths[0]);
        CHECK(ahead.take(files.paths[1])->file == files.paths[1]);
        CHECK(ahead.take(files.paths[2])->file == files.paths[2]);
        CHECK(ahead.take(files.paths[2])->file == files.paths[2]);
    }

    TEST_CASE("what is wrong with a file is said when it is taken, and the next ones are none the worse") {
        Files files(20);
        files.write(7, "def upgrade(:\n");
        files.write(9, "def upgrade():\n    x = 1\n    global x\n");
        std::filesystem::remove(files.paths[8]);
        python::ParseAhead ahead(files.paths);
        for (std::size_t at = 0; at < files.paths.size(); ++at) {
            CAPTURE(at);
            if (at == 7 || at == 9)
                CHECK_THROWS_AS(ahead.take(files.paths[at]), python::SyntaxError);
            else if (at == 8)
                CHECK_THROWS_AS(ahead.take(files.paths[at]), Error);
            else
                CHECK(ahead.take(files.paths[at])->file == files.paths[at]);
        }
    }

    TEST_CASE("it may end before all is taken") {
        Files files(500);
        python::ParseAhead ahead(files.paths);
        CHECK(ahead.take(files.paths[0])->file == files.paths[0]);
    }
}
