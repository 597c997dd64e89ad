// Evaluates the module level of many files, all in one interpreter, each as a module of its own. For
// measuring.
//
//     limbeck-modules [--unresolved] [--call NAME] [--rounds N] [--path FOLDER] --list FILE
//
// One line for each file: "ok", the path; or the sort of its error, the path, the message. With --rounds, the
// seconds of each round instead: reading, parsing, evaluating and calling, in a new interpreter each time.
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "alembic/modules.hpp"
#include "python/importing.hpp"
#include "python/inert.hpp"
#include "python/interpreter.hpp"
#include "python/operations.hpp"
#include "python/parse_ahead.hpp"
#include "python/syntax_error.hpp"
#include "sqlalchemy/modules.hpp"
#include "support/file.hpp"

using namespace limbeck;

namespace {

struct Settings {
    std::vector<std::string> files;
    std::vector<std::string> folders;
    std::string called;
    bool unresolved = false;
};

python::InterpreterOptions interpreter_options(const Settings& settings) {
    python::InterpreterOptions options;
    options.search_path.assign(settings.folders.begin(), settings.folders.end());
    options.file_roots = options.search_path;
    options.print = [](std::string_view) {};
    options.print_error = [](std::string_view) {};
    if (!settings.unresolved) {
        sqlalchemy::configure(options);
        alembic::configure(options);
    }
    return options;
}

void evaluate(python::Interpreter& interpreter, const Settings& settings, const std::string& file,
              std::size_t number) {
    python::Value module = interpreter.run_file(file, "module_" + std::to_string(number));
    if (settings.called.empty()) return;
    interpreter.run([&] { return python::call(python::get_attribute(module, settings.called)); });
}

std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    return text;
}

void report(const Settings& settings) {
    python::Interpreter interpreter(interpreter_options(settings));
    for (std::size_t at = 0; at < settings.files.size(); ++at) {
        const std::string& file = settings.files[at];
        try {
            evaluate(interpreter, settings, file, at);
            std::cout << "ok\t" << file << "\n";
        } catch (const python::ScriptError& error) {
            std::cout << error.type() << "\t" << file << "\t" << one_line(error.what()) << "\n";
        } catch (const python::SyntaxError& error) {
            std::cout << error.type_name() << "\t" << file << "\t" << one_line(error.what()) << "\n";
        } catch (const Error& error) {
            std::cout << "unresolved or limit\t" << file << "\t" << one_line(error.what()) << "\n";
        }
    }
}

// As a run of a plan does it: the files are parsed ahead, and a module goes when its step is done.
double measure(const Settings& settings) {
    auto start = std::chrono::steady_clock::now();
    {
        python::Interpreter interpreter(interpreter_options(settings));
        python::ParseAhead ahead(settings.files);
        interpreter.run([&] {
            for (const std::string& file : settings.files) {
                python::Value module = python::run_module_unit(ahead.take(file), "module");
                if (!settings.called.empty()) python::call(python::get_attribute(module, settings.called));
                python::dismiss_module(std::move(module));
            }
            return python::Value::none();
        });
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Evaluates the module level of many files in one interpreter");
    Settings settings;
    std::string list;
    int rounds = 0;
    app.add_flag("--unresolved", settings.unresolved, "Without alembic and sqlalchemy");
    app.add_option("--call", settings.called, "Then call this function of the module");
    app.add_option("--rounds", rounds, "Measure, so many times");
    app.add_option("--path", settings.folders, "Where project modules are found");
    app.add_option("--list", list, "A file that names the files, one on each line")->required();
    CLI11_PARSE(app, argc, argv);
    std::string names = file::read(list);
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = std::min(names.find('\n', at), names.size());
        if (end > at) settings.files.push_back(names.substr(at, end - at));
        at = end + 1;
    }
    try {
        if (rounds == 0) report(settings);
        for (int round = 0; round < rounds; ++round) std::cout << measure(settings) << "\n";
    } catch (const Error& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
