#include "project/logging_arguments.hpp"
#include "project/logging_config.hpp"
#include "support/captured_stream.hpp"
#include "support/file.hpp"
#include "support/log.hpp"
#include "support/scratch.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace limbeck;
using nlohmann::json;
using project::Ini;
using tests::Scratch;

namespace {

struct CleanTree {
    CleanTree() { log::reset(); }
    ~CleanTree() { log::reset(); }
};

std::string without_digits(std::string text) {
    for (char& c : text)
        if (c >= '0' && c <= '9') c = '0';
    return text;
}

// A configuration whose root has one handler, `h`.
std::string configuration(const std::string& handler, const std::string& more = "") {
    return "[loggers]\nkeys = root\n[handlers]\nkeys = h\n[formatters]\nkeys =\n[logger_root]\nhandlers = h\n"
           "[handler_h]\n" +
           handler + more;
}

std::string failure(const std::string& text) {
    CleanTree clean;
    Ini ini;
    ini.read_text(text, "x.ini");
    try {
        project::apply_logging(ini);
    } catch (const ConfigError& error) {
        CHECK(log::root().handlers().empty());
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("logging: what reaches the streams is what Python sends there") {
    json cases = json::parse(file::read(tests::source_root() / "tests/project/recorded_logging.json"));
    CHECK(cases.size() >= 19);
    for (const json& one : cases) {
        CleanTree clean;
        Scratch scratch;
        tests::WorkingFolder folder(scratch.path());
        log::get("app");
        Ini ini;
        ini.read_text(one["ini"].get<std::string>(), "x.ini");
        tests::CapturedStream output(stdout), error(stderr);
        project::apply_logging(ini, one["disable"].get<bool>());
        for (const char* name :
             {"", "alembic.runtime.migration", "alembic.env", "sqlalchemy.engine.Engine", "app", "app.part"})
            for (int level : {10, 20, 30, 40}) log::get(name).log(level, "message é");
        json got = {{"stdout", without_digits(output.text())},
                    {"stderr", without_digits(error.text())},
                    {"file", ""}};
        if (std::filesystem::exists("out.log")) got["file"] = without_digits(file::read("out.log"));
        INFO(one["name"].get<std::string>());
        CHECK(got["stderr"] == one["expected"]["stderr"]);
        CHECK(got["stdout"] == one["expected"]["stdout"]);
        CHECK(got["file"] == one["expected"]["file"]);
    }
}

TEST_CASE("logging: what is missing or not understood is named with its place, and nothing is changed") {
    CHECK(failure("[alembic]\nx = 1\n") == "x.ini: the logging configuration has no [loggers] section");
    CHECK(failure("[loggers]\nkeys = a\n[handlers]\nkeys =\n[formatters]\nkeys =\n") ==
          "x.ini:2: the keys of [loggers] must have 'root' among them");
    CHECK(failure("[loggers]\n[handlers]\nkeys =\n[formatters]\nkeys =\n") ==
          "x.ini:1: [loggers] has no 'keys'");
    CHECK(failure(configuration("class = SMTPHandler\nargs = ()\n")) ==
          "x.ini:11: [handler_h]: limbeck has no log handler 'SMTPHandler'");
    CHECK(failure(configuration("args = ()\n")) == "x.ini:10: [handler_h]: [handler_h] has no 'class'");
    CHECK(failure(configuration("class = StreamHandler\nargs = (open('x'),)\n")) ==
          "x.ini:11: [handler_h]: the arguments \"(open('x'),)\" are not understood");
    CHECK(failure(configuration("class = StreamHandler\nargs = ('x',)\n")) ==
          "x.ini:11: [handler_h]: the stream of a StreamHandler must be sys.stderr or sys.stdout");
    CHECK(failure(configuration("class = FileHandler\n")) ==
          "x.ini:9: [handler_h]: a FileHandler needs a file name");
    CHECK(failure(configuration("class = FileHandler\nargs = ('/nonexistent/x.log',)\n")) ==
          "x.ini:11: [handler_h]: cannot open the log file /nonexistent/x.log: No such file or directory");
    CHECK(failure(configuration("class = StreamHandler\nlevel = info\n")) ==
          "x.ini:11: Unknown level: 'info'");
    CHECK(failure(configuration("class = StreamHandler\nformatter = f\n")) ==
          "x.ini:11: there is no formatter 'f' among the keys of [formatters]");
    CHECK(failure("[loggers]\nkeys = root\n[handlers]\nkeys =\n[formatters]\nkeys =\n[logger_root]\nhandlers "
                  "= h\n") == "x.ini:8: there is no handler 'h' among the keys of [handlers]");
    CHECK(failure("[loggers]\nkeys = root\n[handlers]\nkeys = h\n[formatters]\nkeys =\n") ==
          "x.ini: the logging configuration has no [handler_h] section");
    CHECK(failure("[loggers]\nkeys = root\n[handlers]\nkeys =\n[formatters]\nkeys = f\n[formatter_f]\nformat "
                  "= x\n") == "x.ini:8: Invalid format 'x' for '%' style");
    CHECK(
        failure(
            "[loggers]\nkeys = root,a\n[handlers]\nkeys =\n[formatters]\nkeys =\n[logger_root]\nhandlers =\n"
            "[logger_a]\nhandlers =\n") == "x.ini:9: [logger_a] has no 'qualname'");
    CHECK(
        failure(
            "[loggers]\nkeys = root,a\n[handlers]\nkeys =\n[formatters]\nkeys =\n[logger_root]\nhandlers =\n"
            "[logger_a]\nhandlers =\nqualname = a\npropagate = no\n") ==
        "x.ini:12: invalid literal for int() with base 10: 'no'");
}

TEST_CASE("logging: the arguments of handlers") {
    tests::Variable set("LIMBECK_TEST_LOG", "/var/log");
    tests::Variable unset("LIMBECK_TEST_NONE");
    using project::LoggingArgument;
    auto text = [](std::string_view arguments) {
        return std::get<std::string>(project::parse_logging_args(arguments).at(0));
    };
    CHECK(project::parse_logging_args("()").empty());
    CHECK(project::parse_logging_args(" ( 'a' , 2*1024 , None, True, sys.stdout ) ") ==
          std::vector<LoggingArgument>{"a", 2048.0, std::monostate(), 1.0, project::StandardStream::output});
    CHECK(text("(os.path.join(os.environ['LIMBECK_TEST_LOG'], 'a' + \".log\"),)") == "/var/log/a.log");
    CHECK(text("(os.getenv('LIMBECK_TEST_NONE', r'x\\n') + '\\t\\'',)") == "x\\n\t'");
    CHECK(text("(os.path.join('a', '/b', 'c'),)") == "/b/c");
    auto named = project::parse_logging_kwargs("{'filename': 'x', \"delay\": False,}");
    CHECK(named.size() == 2);
    CHECK(named.at(1) == std::pair<std::string, LoggingArgument>("delay", 0.0));
    for (const char* bad : {"", "(", "('a'", "('a' 1)", "(f('a'))", "('a') x", "('\\x41',)", "(1 + 'a',)",
                            "('a' + 1,)", "(x,)", "(os.path.join(1),)", "('abc", "(1e999,)", "(--1,)", "[1]"})
        CHECK_THROWS_AS(project::parse_logging_args(bad), ConfigError);
    CHECK_THROWS_WITH_AS(project::parse_logging_args("(os.environ['LIMBECK_TEST_NONE'],)"),
                         "the environment variable LIMBECK_TEST_NONE is not set", ConfigError);
    for (const char* bad : {"()", "{1: 2}", "{'a' 2}", "{'a': }"})
        CHECK_THROWS_AS(project::parse_logging_kwargs(bad), ConfigError);
    std::string deep = "(";
    for (int i = 0; i < 100'000; ++i) deep += "os.path.join(";
    CHECK_THROWS_AS(project::parse_logging_args(deep), ConfigError);
}

TEST_CASE("logging: a formatter of the application's own becomes a plain one, and the log says so") {
    auto lines = [](const std::string& formatter) {
        CleanTree clean;
        Ini ini;
        ini.read_text("[loggers]\nkeys = root\n[handlers]\nkeys = h\n[formatters]\nkeys = f\n[logger_root]\n"
                      "handlers = h\n[handler_h]\nclass = StreamHandler\nformatter = f\n[formatter_f]\n" +
                          formatter,
                      "x.ini");
        tests::CapturedStream captured(stderr);
        project::apply_logging(ini);
        log::get("app").log(log::error, "hello");
        return captured.text();
    };
    CHECK(lines("class = a.Json\nformat = %(levelname)s - %(message)s\n") ==
          "WARNING - x.ini:13: limbeck has no log formatter 'a.Json': the lines are plain\nERROR - hello\n");
    CHECK(lines("class = a.Colored\nformat = %(color)s%(message)s\n") ==
          "WARNING:limbeck.logging:x.ini:13: limbeck has no log formatter 'a.Colored': the lines are plain\n"
          "ERROR:app:hello\n");
    CHECK(lines("class = a.Braces\nstyle = {\nformat = {message}\n")
              .ends_with("the lines are plain\nERROR:app:hello\n"));
    CHECK(lines("class = logging.Formatter\nformat = %(message)s!\n") == "hello!\n");
}
