// The interpreter as its host sees it: one sandbox in which scripts run.
//
// An Interpreter belongs to the thread that made it; scripts it runs share their modules. Everything a script
// made is freed with it. Scripts can compute, print into the sinks given here, read environment variables
// given here and files under `file_root`; nothing else exists for them.
#pragma once

#include "python/binding.hpp"
#include "python/source_module.hpp"
#include "support/error.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace limbeck::python {

struct Runtime;
class ScriptError;

// What ends a runaway script. 0: no limit.
struct RunLimits {
    int recursion = 1000;            // calls inside calls, as sys.getrecursionlimit()
    std::uint64_t steps = 0;         // statements and loop rounds
    std::uint64_t memory = 1u << 30; // bytes that values may take
};

struct InterpreterOptions {
    // Where project modules are found, in order, as sys.path. Nothing outside these folders is imported.
    std::vector<std::filesystem::path> search_path;
    // Files that open() and pathlib may read lie below these; empty: none.
    std::vector<std::filesystem::path> file_roots;
    std::map<std::string, std::string> environment;
    std::vector<std::string> argv;
    std::function<void(std::string_view)> print; // standard output; default: the process's own
    std::function<void(std::string_view)> print_error;
    RunLimits limits;
    // Modules that C++ provides beyond the built-in ones and the standard library; a later entry replaces an
    // earlier one of the same name.
    std::vector<NativeModule> modules;
    // The same for modules written in Python.
    std::vector<SourceModuleFinder> source_modules;
    // Asked for every import that nothing else provides, before it becomes unresolved: a value for the dotted
    // name, or Nothing. (limbeck.yaml's table of types stands behind it.)
    std::function<Value(std::string_view dotted_name)> resolve;
    // Asked where a script opens a text file for writing, which is refused if this is not there: what it
    // gets.
    std::function<Value(const std::string& path)> open_for_writing;
    // What native code throws as an Error is asked for here before it leaves the native function: the Python
    // exception that a script may catch for it, or Nothing where it is to end the run. Never asked for the
    // interpreter's own (ScriptError, LimitError, UnresolvedError, SyntaxError).
    std::function<Value(const Error& error)> translate_error;
    // The inverse: an exception that no script caught is shown here before it leaves the interpreter. An
    // Error that is thrown from here leaves in its stead.
    std::function<void(const ScriptError& error)> translate_uncaught;
    // A statement of this file that only calls something unresolved is an error: it stands there for what it
    // does, and nothing would be done. Logging (`log.info()`) excepted. Empty: no file's.
    std::string strict_file;
    // Told of such a statement in other files, which is passed over.
    std::function<void(const Value& call)> on_passed_over;
    // Unresolved imports: true, they become unresolved values; false, ModuleNotFoundError as CPython's.
    bool allow_unresolved = true;
};

// An exception that no script caught. message() is its last line ("ValueError: text"), place() the innermost
// script line, source_line() that line's text.
class ScriptError : public Error {
  public:
    ScriptError(std::string message, Place place, std::string traceback, Value exception);

    // As CPython 3.11 prints it, "Traceback (most recent call last):" first.
    const std::string& traceback() const { return traceback_; }
    // The class's name: "ValueError".
    const std::string& type() const { return type_; }
    // The exception itself; none once the interpreter has ended, which the error may outlive.
    const Value& exception() const { return *exception_; }

  private:
    std::string traceback_;
    std::string type_;
    std::shared_ptr<Value> exception_;
};

class Interpreter {
  public:
    explicit Interpreter(InterpreterOptions options);
    ~Interpreter();
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;

    // The one that runs on this thread.
    static Interpreter& current();

    // Runs a file as a module of this name; gives the module. It is put into sys.modules only where `name` is
    // not empty. Throws ScriptError, LimitError, UnresolvedError, SyntaxError, FileError.
    Value run_file(const std::filesystem::path& file, std::string name = "__main__");
    // The same with text that is already in memory.
    Value run_text(std::string text, std::string file_name, std::string name = "__main__");
    // As `import a.b.c`; gives the module c. ScriptError (ModuleNotFoundError) where there is none.
    Value import_module(std::string dotted_name);
    // Calls a value from the host: like python::call, but uncaught exceptions become ScriptError.
    Value call(const Value& callable, std::vector<Value> arguments = {},
               std::vector<KeywordArgument> keywords = {});
    // Runs C++ code that touches values (attributes, iteration, ...) under the same rules as `call`.
    Value run(const std::function<Value()>& body);

    const InterpreterOptions& options() const;
    // The options may be changed between runs (search path, sinks).
    InterpreterOptions& mutable_options();
    Runtime& runtime() { return *runtime_; }
    // The script line being executed, for messages and log records; unknown where no script runs.
    Place current_place() const;
    // The module dict (globals) of the innermost script frame; nullptr where no script runs.
    Dict* current_globals() const;

  private:
    std::unique_ptr<Runtime> runtime_;
    Interpreter* outer_ = nullptr; // that ran on this thread before
};

} // namespace limbeck::python
