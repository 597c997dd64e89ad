#include "support/error.hpp"
#include "support/file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace limbeck;

TEST_CASE("file: what was written is read, a BOM dropped, and a bad byte named") {
    auto path = std::filesystem::temp_directory_path() / ("limbeck-file-" + std::to_string(::getpid()));
    file::write(path, "\xEF\xBB\xBFone\r\ntwo");
    CHECK(file::read_text(path) == "one\r\ntwo");
    CHECK(file::read_start(path, 5) == "\xEF\xBB\xBFon");

    file::write(path, "first\ncaf\xC3\xA9 \xFF");
    try {
        file::read_text(path);
        FAIL("a byte that is not UTF-8 was taken");
    } catch (const FileError& error) {
        CHECK(error.message() == "byte 0xff is not UTF-8");
        CHECK(error.place().line == 2);
        CHECK(error.place().column == 6);
    }
    std::filesystem::remove(path);
}

TEST_CASE("file: a missing file and a directory are errors that name them") {
    CHECK_THROWS_WITH_AS(file::read("/nonexistent/file"),
                         "/nonexistent/file: cannot read /nonexistent/file: No such file or directory", FileError);
    CHECK_THROWS_AS(file::read("/tmp"), FileError);
}
