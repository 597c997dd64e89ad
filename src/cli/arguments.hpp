// The command line as plain data, and how it is read.
#pragma once

#include <limbeck/limbeck.hpp>

#include <optional>
#include <string>
#include <vector>

namespace limbeck::cli {

// How a report is printed.
enum class Format { text, json, mermaid, dot };

struct Arguments {
    OpenOptions open;
    bool raise_errors = false; // --raiseerr: show all that is known of an error

    std::string command;
    // Positional: the target of upgrade, downgrade, show; the revisions of stamp.
    std::vector<std::string> revisions;

    bool verbose = false;
    std::optional<std::string> rev_range;
    bool indicate_current = false;
    bool resolve_dependencies = false;
    bool check_heads = false;
    Format format = Format::text;

    bool sql = false;
    std::optional<std::string> tag;
    bool purge = false;
    std::optional<double> lock_timeout;
};

// What reading the arguments came to: a command to run, or an exit status and the text that goes with it.
struct Parsed {
    Arguments arguments;
    std::optional<int> exit_status;
    std::string output; // for standard output (--help, --version)
    std::string error;  // for standard error (a usage error)
};

// Reads argv. Long options may be shortened as far as they stay unambiguous, as the reference allows.
Parsed parse_arguments(int argc, const char* const* argv);

} // namespace limbeck::cli
