// Runs one script file with limbeck's sqlalchemy at hand: print goes to standard output, an uncaught
// exception's traceback to standard error, exit status 1.
//
//     limbeck-python [--max-steps N] [--no-unresolved] FILE [ARGUMENT...]
#include "python/interpreter.hpp"
#include "python/syntax_error.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

int main(int argc, char** argv) {
    using namespace limbeck;
    python::InterpreterOptions options;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; ++at) {
        if (std::strcmp(argv[at], "--max-steps") == 0 && at + 1 < argc)
            options.limits.steps = std::strtoull(argv[++at], nullptr, 10);
        else if (std::strcmp(argv[at], "--no-unresolved") == 0)
            options.allow_unresolved = false;
        else
            break;
    }
    if (at >= argc || argv[at][0] == '-') {
        std::fputs("usage: limbeck-python [--max-steps N] [--no-unresolved] FILE [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::filesystem::path file = argv[at];
    for (int i = at; i < argc; ++i) options.argv.emplace_back(argv[i]);
    std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    options.search_path = {folder};
    options.file_roots = {folder};
    sqlalchemy::configure(options);
    sqlalchemy::use_type_table(options, {});
    try {
        python::Interpreter interpreter(std::move(options));
        interpreter.run_file(file);
        return 0;
    } catch (const python::ScriptError& error) {
        std::fflush(stdout);
        std::fputs(error.traceback().c_str(), stderr);
    } catch (const python::SyntaxError& error) {
        std::fflush(stdout);
        std::fputs(error.report().c_str(), stderr);
    } catch (const Error& error) {
        std::fflush(stdout);
        std::fprintf(stderr, "%s\n", error.what());
        if (!error.hint().empty()) std::fprintf(stderr, "%s\n", error.hint().c_str());
    }
    return 1;
}
