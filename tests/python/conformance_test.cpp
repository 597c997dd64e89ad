// Scripts with recorded output: conformance/<feature>/<name>.py prints what <name>.out says, byte for byte,
// as CPython 3.11 did when record.py ran it. After a line "--- error" stands the traceback of the exception
// that ended it.
#include "python/interpreter.hpp"
#include "support/file.hpp"
#include "support/log.hpp"
#include "support/recorded_scripts.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace limbeck;

namespace {

namespace fs = std::filesystem;

std::string run(const fs::path& script) {
    log::reset(); // what the last script did to its loggers
    std::string out;
    python::InterpreterOptions options;
    options.search_path = {script.parent_path()};
    options.file_roots = {script.parent_path()};
    options.print = [&](std::string_view text) { out += text; };
    options.print_error = [](std::string_view) {};
    python::Interpreter interpreter(std::move(options));
    std::string shown = script.parent_path().filename().string() + "/" + script.filename().string();
    try {
        interpreter.run_text(file::read(script), shown, "__main__");
    } catch (const python::ScriptError& error) {
        out += "--- error\n" + error.traceback();
    } catch (const Error& error) {
        out += "--- limbeck\n" + std::string(error.what()) + "\n";
    }
    return out;
}

} // namespace

TEST_CASE("conformance: every script prints what CPython printed") {
    tests::check_recorded_scripts(tests::source_root() / "tests/python/conformance", run);
}
