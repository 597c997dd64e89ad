// Scripts that use a PostgreSQL server: tests/sqlalchemy/online/<name>.py prints what <name>.out says, as the
// reference did when record.py ran it, each on an empty database.
#include "e2e/database.hpp"
#include "python/interpreter.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"
#include "support/file.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace fs = std::filesystem;
using namespace limbeck;

namespace {

std::string run(const fs::path& script, const std::string& url) {
    std::string out;
    python::InterpreterOptions options;
    options.search_path = {script.parent_path()};
    options.file_roots = {script.parent_path()};
    options.environment = {{"DATABASE_URL", url}};
    options.print = [&](std::string_view text) { out += text; };
    options.print_error = [](std::string_view) {};
    sqlalchemy::configure(options);
    sqlalchemy::use_type_table(options, {});
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text(file::read(script), script.filename().string(), "__main__");
    } catch (const Error& error) {
        out += std::string("--- limbeck\n") + error.what() + "\n";
    }
    return out;
}

} // namespace

TEST_CASE("online: scripts print of a PostgreSQL server what the reference printed") {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(tests::source_root() / "tests/sqlalchemy/online")) {
        fs::path recorded = entry.path();
        if (recorded.extension() != ".out") continue;
        fs::path script = recorded;
        script.replace_extension(".py");
        INFO(script.string());
        tests::TestDatabase database;
        CHECK_EQ(run(script, database.url()), file::read(recorded));
        ++count;
    }
    CHECK_GT(count, 0);
}
