// Scripts with recorded output: scripts/<folder>/<name>.py prints what <name>.out says, byte for byte, as the
// reference did when record.py ran it. After a line "--- error" stands the last line of the exception that
// ended it.
#include "python/interpreter.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"
#include "support/file.hpp"
#include "support/recorded_scripts.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace limbeck;

namespace {

namespace fs = std::filesystem;

std::string run(const fs::path& script) {
    std::string out;
    python::InterpreterOptions options;
    options.search_path = {script.parent_path()};
    options.file_roots = {script.parent_path()};
    options.print = [&](std::string_view text) { out += text; };
    options.print_error = [](std::string_view) {};
    sqlalchemy::configure(options);
    sqlalchemy::use_type_table(options, {});
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text(file::read(script), script.filename().string(), "__main__");
    } catch (const python::ScriptError& error) {
        out += "--- error\n" + std::string(error.what()) + "\n";
    } catch (const Error& error) {
        out += "--- limbeck\n" + std::string(error.what()) + "\n";
    }
    return out;
}

} // namespace

TEST_CASE("sqlalchemy: every script prints what the reference printed") {
    tests::check_recorded_scripts(tests::source_root() / "tests/sqlalchemy/scripts", run);
}
