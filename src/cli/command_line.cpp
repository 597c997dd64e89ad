#include "cli/command_line.hpp"

#include <cstdio>
#include <string_view>

namespace limbeck::cli {

int run(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        std::puts("limbeck " LIMBECK_VERSION);
        return 0;
    }
    std::fputs("usage: limbeck --version\n", stderr);
    return 2;
}

} // namespace limbeck::cli
