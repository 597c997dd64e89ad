// Any text as a script: run in the sandbox with tight limits, it ends, well or with an error that can be shown.
#include <cstdint>
#include <string>

#include "python/interpreter.hpp"
#include "python/syntax_error.hpp"

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    python::InterpreterOptions options;
    options.limits.steps = 2000;
    options.limits.memory = 16u << 20;
    options.limits.recursion = 60;
    options.print = [](std::string_view) {};
    options.print_error = [](std::string_view) {};
    python::Interpreter interpreter(std::move(options));
    try {
        interpreter.run_text(std::string(reinterpret_cast<const char*>(data), size), "fuzz.py");
    } catch (const python::SyntaxError& error) {
        error.report();
    } catch (const Error&) {
    }
    return 0;
}
