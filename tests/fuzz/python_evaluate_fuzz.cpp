// Any text as a script: run in the sandbox with tight limits, it ends, well or with an error that can be
// shown.
//
// An interpreter serves many inputs, so that their time goes into them rather than into classes and standard
// modules made anew. What an input leaves behind (a changed module, cycles) may be needed for a crash: with
// LIMBECK_FUZZ_FRESH set, each input has an interpreter of its own. Leaks are looked for when an interpreter
// has ended.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <sanitizer/lsan_interface.h>

#include "python/interpreter.hpp"
#include "python/runtime.hpp"
#include "python/syntax_error.hpp"

using namespace limbeck;

namespace {

constexpr std::uint64_t memory_of_an_input = 16u << 20;
constexpr std::uint64_t memory_of_an_interpreter = 48u << 20;

std::unique_ptr<python::Interpreter> make_interpreter() {
    python::InterpreterOptions options;
    options.limits.steps = 2000;
    options.limits.memory = memory_of_an_input;
    options.limits.recursion = 60;
    options.print = [](std::string_view) {};
    options.print_error = [](std::string_view) {};
    return std::make_unique<python::Interpreter>(std::move(options));
}

// The interpreter for the next input, its limits counted from here.
python::Interpreter& interpreter_for_next() {
    // While the ground lives, the stacks of those that end are kept for the next. Neither ends with the
    // process, as what they need of the thread is gone by then.
    static const python::Interpreter* const ground = make_interpreter().release();
    static auto& current = *new std::unique_ptr<python::Interpreter>;
    (void)ground;
    static int inputs_left = 0;
    static int ended = 0;
    static const int inputs = std::getenv("LIMBECK_FUZZ_FRESH") ? 1 : 200;
    if (inputs_left == 0 || current->runtime().heap.used() > memory_of_an_interpreter) {
        current.reset();
        if (++ended % 10 == 0 && __lsan_do_recoverable_leak_check()) std::abort();
        current = make_interpreter();
        inputs_left = inputs;
    }
    --inputs_left;
    python::Runtime& runtime = current->runtime();
    runtime.steps = 0;
    runtime.heap.set_limit(runtime.heap.used() + memory_of_an_input);
    return *current;
}

} // namespace

// The fuzzer's own search for leaks, after each input, would take what the interpreter keeps for one.
extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    static std::string option = "-detect_leaks=0";
    static std::vector<char*> all(*arguments, *arguments + *count);
    all.push_back(option.data());
    *count = static_cast<int>(all.size());
    all.push_back(nullptr);
    *arguments = all.data();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    python::Interpreter& interpreter = interpreter_for_next();
    try {
        interpreter.run_text(std::string(reinterpret_cast<const char*>(data), size), "fuzz.py");
    } catch (const python::SyntaxError& error) {
        error.report();
    } catch (const Error&) {
    }
    return 0;
}
