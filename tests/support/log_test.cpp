#include "support/error.hpp"
#include "support/file.hpp"
#include "support/log.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <unistd.h>

using namespace limbeck;

namespace {

// Collects lines instead of writing them.
class Collector : public log::Handler {
  public:
    void emit(const log::Record& record) override { lines.push_back(line(record)); }
    std::vector<std::string> lines;
};

struct CleanTree {
    CleanTree() { log::reset(); }
    ~CleanTree() { log::reset(); }
};

// The record whose renderings were taken from Python's own Formatter.
std::string formatted(const std::string& format, const std::string& date_format = {}, char style = '%') {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    log::Record record;
    record.logger = "alembic.runtime.migration";
    record.level = log::info;
    record.message = "Running é";
    record.time_us = 1'767'348'000'123'456;
    record.origin = {"/x/alembic/runtime/migration.py", 12, "run"};
    return log::Formatter(format, date_format, style).format(record);
}

std::string format_error(const std::string& format, char style = '%') {
    try {
        log::Formatter formatter(format, "", style);
        return "no error";
    } catch (const ConfigError& error) {
        return error.message();
    }
}

} // namespace

TEST_CASE("log: formats of all three styles read as in Python") {
    CHECK(formatted("%(levelname)-5.5s [%(name)s] %(message)s", "%H:%M:%S") ==
          "INFO  [alembic.runtime.migration] Running é");
    CHECK(formatted("%(asctime)s %(message)s") == "2026-01-02 10:00:00,123 Running é");
    CHECK(formatted("%(asctime)s|%(levelno)03d|%(lineno)d|%(funcName)s|%(filename)s|%(module)s|%(pathname)s",
                    "%d/%b/%y %f") ==
          "02/Jan/26 %f|020|12|run|migration.py|migration|/x/alembic/runtime/migration.py");
    CHECK(formatted("%(created)f %(msecs)d %(msecs)s %(created)s") ==
          "1767348000.123456 123 123.0 1767348000.123456");
    CHECK(formatted("{levelname:>8} {name:*^30} {message} {lineno:04d} {created:.2f} {{}}", "", '{') ==
          "    INFO **alembic.runtime.migration*** Running é 0012 1767348000.12 {}");
    CHECK(formatted("{name!r} {msecs}", "", '{') == "'alembic.runtime.migration' 123.0");
    CHECK(formatted("$levelname ${name}x $$ $message", "", '$') ==
          "INFO alembic.runtime.migrationx $ Running é");
    CHECK(formatted("%(message)12s|%(message)-12s|%(message).3s") == "   Running é|Running é   |Run");
    CHECK(formatted("%(asctime)s", "%z") == "+0000");
    CHECK(formatted("") == "Running é");
}

TEST_CASE("log: a format that fits no style is refused when it is made") {
    CHECK(format_error("message") == "Invalid format 'message' for '%' style");
    CHECK(format_error("%(nope)s") == "Formatting field not found in record: 'nope'");
    CHECK(format_error("%(levelname)d") ==
          "Invalid format '%(levelname)d': %d format: a real number is required, not str");
    CHECK(format_error("{", '{') == "invalid format: expected '}' before end of string");
    CHECK(format_error("}", '{') == "invalid format: Single '}' encountered in format string");
    CHECK(format_error("x", '{') == "invalid format: no fields");
    CHECK(format_error("{nope}", '{') == "Formatting field not found in record: 'nope'");
    CHECK(format_error("{levelname:d}", '{') == "invalid format: bad specifier: 'd'");
    CHECK(format_error("$", '$') == "invalid format: bare '$' not allowed");
    CHECK(format_error("${name", '$') == "invalid format: bare '$' not allowed");
    CHECK(format_error("x", '$') == "invalid format: no fields");
    CHECK(format_error("x", '?') == "Style must be one of: %,{,$");
}

TEST_CASE("log: records travel up the tree, past each logger's handlers, until one does not propagate") {
    CleanTree clean;
    auto at_root = std::make_shared<Collector>();
    auto at_branch = std::make_shared<Collector>();
    at_branch->set_level(log::warning);
    log::root().add_handler(at_root);
    log::root().add_handler(at_root); // twice is once
    log::Logger& branch = log::get("app.db");
    branch.add_handler(at_branch);
    log::Logger& leaf = log::get("app.db.pool");

    leaf.info("dropped: the root is at {}", "WARNING");
    leaf.warning("full after {}", 5);
    CHECK(at_root->lines == std::vector<std::string>{"full after 5\n"});
    CHECK(at_branch->lines == std::vector<std::string>{"full after 5\n"});

    branch.set_level(log::debug);
    CHECK(leaf.effective_level() == log::debug);
    CHECK(leaf.parent() == &branch);
    leaf.debug("seen by the root's handler alone");
    CHECK(at_root->lines.size() == 2);
    CHECK(at_branch->lines.size() == 1);

    branch.set_propagate(false);
    leaf.error("not beyond the branch");
    CHECK(at_root->lines.size() == 2);
    CHECK(at_branch->lines.back() == "not beyond the branch\n");

    leaf.set_disabled(true);
    leaf.critical("never");
    CHECK(at_branch->lines.size() == 2);

    log::disable(log::error);
    CHECK_FALSE(branch.enabled(log::error));
    CHECK(branch.enabled(log::critical));
}

TEST_CASE("log: before any configuration the tree is as the reference leaves it") {
    CleanTree clean;
    CHECK(&log::get("root") == &log::root());
    CHECK(log::root().level() == log::warning);
    CHECK(log::get("alembic.runtime.migration").has_handlers());
    CHECK_FALSE(log::get("sqlalchemy.engine").has_handlers());
    CHECK(log::get("sqlalchemy.engine").effective_level() == log::warning);
    CHECK_FALSE(log::get("alembic.env").enabled(log::info));
}

TEST_CASE("log: a logger that was only a parent is enabled when it is asked for") {
    CleanTree clean;
    log::get("one.two.three");
    for (log::Logger* logger : log::all())
        if (logger->name() == "one.two") logger->set_disabled(true);
    CHECK_FALSE(log::get("one.two").disabled());
    log::get("one.two").set_disabled(true);
    CHECK(log::get("one.two").disabled());
}

TEST_CASE("log: levels have names and numbers") {
    CHECK(log::level_number("WARN") == 30);
    CHECK(log::level_number("FATAL") == 50);
    CHECK_FALSE(log::level_number("info"));
    CHECK(log::level_name(30) == "WARNING");
    CHECK(log::level_name(50) == "CRITICAL");
    CHECK(log::level_name(25) == "Level 25");
}

TEST_CASE("log: a file handler appends, empties or waits, and says where it cannot") {
    auto path = std::filesystem::temp_directory_path() / ("limbeck-log-" + std::to_string(::getpid()));
    std::filesystem::remove(path);
    log::Record record;
    record.message = "one";
    log::FileHandler(path.string()).emit(record);
    log::FileHandler(path.string()).emit(record);
    CHECK(file::read(path) == "one\none\n");
    log::FileHandler(path.string(), "w").emit(record);
    CHECK(file::read(path) == "one\n");
    CHECK_THROWS_AS(log::FileHandler(path.string(), "x"), FileError);
    std::filesystem::remove(path);
    log::FileHandler late(path.string(), "a", true);
    CHECK_FALSE(std::filesystem::exists(path));
    late.emit(record);
    CHECK(file::read(path) == "one\n");
    std::filesystem::remove(path);
    CHECK_THROWS_WITH_AS(
        log::FileHandler("/nonexistent/x.log"),
        "/nonexistent/x.log: cannot open the log file /nonexistent/x.log: No such file or directory",
        FileError);
}
