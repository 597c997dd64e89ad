// Answers questions about the revision files of a folder: `chain_answers FOLDER < questions`, one question
// and one answer a line (tests/script/chain_queries.hpp). For comparing with the reference; not installed.
#include "script/chain_queries.hpp"
#include "script/script_directory.hpp"

#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using namespace limbeck;
    if (argc < 2) {
        std::cerr << "usage: chain_answers FOLDER... < questions\n";
        return 2;
    }
    std::vector<std::string> warnings;
    script::ScriptOptions options;
    options.directory = argv[1];
    for (int i = 1; i < argc; ++i) options.version_locations.emplace_back(argv[i]);
    options.warn = [&](const std::string& warning) { warnings.push_back(warning); };
    script::ScriptDirectory scripts(options);
    for (std::string query; std::getline(std::cin, query);)
        std::cout << tests::answer(scripts, query, warnings) << '\n';
    return 0;
}
