// Prints syntax trees of Python files as CPython's `ast.dump` does. For tests and for looking at trees.
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <openssl/evp.h>

#include "python/ast_dump.hpp"
#include "python/syntax_error.hpp"
#include "support/file.hpp"

using namespace limbeck;

namespace {

std::string md5(const std::string& text) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), digest, &size, EVP_md5(), nullptr);
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        char pair[3];
        std::snprintf(pair, sizeof pair, "%02x", digest[i]);
        out += pair;
    }
    return out;
}

struct Settings {
    python::DumpOptions dump;
    bool digest = false;
    bool expression = false;
};

// Parses every file so many times and says how long it took, reading not counted: bytes, then seconds of each
// round.
int measure(const std::vector<std::string>& paths, int rounds) {
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (const std::string& path : paths) {
        texts.push_back(file::read(path));
        bytes += texts.back().size();
    }
    std::cout << bytes << "\n";
    for (int round = 0; round < rounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < paths.size(); ++i) {
            try {
                python::parse_module(texts[i], paths[i]);
            } catch (const python::SyntaxError&) {
                // A file of another version of Python costs what it costs.
            }
        }
        std::cout << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << "\n";
    }
    return 0;
}

// False where the file is refused.
bool show(const std::string& path, const Settings& settings) {
    try {
        std::string bytes =
            path == "-" ? std::string(std::istreambuf_iterator<char>(std::cin), {}) : file::read(path);
        auto tree = settings.expression ? python::parse_expression(std::move(bytes), path)
                                        : python::parse_module(std::move(bytes), path);
        std::string text = python::dump(*tree, settings.dump);
        std::cout << (settings.digest ? md5(text) + "\t" + path : text) << "\n";
        return true;
    } catch (const python::SyntaxError& error) {
        if (settings.digest) {
            std::cout << "error\t" << path << "\t" << error.place().line << "\t" << error.place().column
                      << "\t" << error.type_name() << ": " << error.message() << "\n";
        } else {
            std::cerr << error.report() << "\n";
        }
    } catch (const Error& error) {
        std::cerr << error.what() << "\n";
    }
    return false;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Prints syntax trees of Python files as CPython's ast.dump does");
    Settings settings;
    bool newer = false;
    std::string list;
    int rounds = 0;
    std::vector<std::string> files;
    app.add_flag("--attributes", settings.dump.attributes, "Show where each node begins and ends");
    app.add_option("--indent", settings.dump.indent, "Indent nested nodes by so many columns");
    app.add_flag("--newer", newer, "The form of Python 3.13 and 3.14 instead of 3.11's");
    app.add_flag("--digest", settings.digest,
                 "One line for each file: MD5 of the dump, or error, line, column, message");
    app.add_flag("--expression", settings.expression, "Read an expression instead of a module");
    app.add_option("--list", list, "A file that names further files, one on each line");
    app.add_option("--measure", rounds, "Only parse, so many times, and print bytes and seconds");
    app.add_option("files", files, "Python files; - for standard input");
    CLI11_PARSE(app, argc, argv);
    if (newer) settings.dump.form = python::DumpOptions::Form::Python313;
    if (!list.empty()) {
        std::string names = file::read(list);
        for (std::size_t at = 0; at < names.size();) {
            std::size_t end = std::min(names.find('\n', at), names.size());
            if (end > at) files.push_back(names.substr(at, end - at));
            at = end + 1;
        }
    }
    if (rounds > 0) return measure(files, rounds);
    bool all = true;
    for (const std::string& path : files) all = show(path, settings) && all;
    return all ? 0 : 1;
}
