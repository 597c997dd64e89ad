#include "cli/commands.hpp"
#include "cli/report.hpp"

#include <fmt/format.h>

namespace limbeck::cli {

namespace {

[[noreturn]] void fail_off_heads() {
    throw CommandError("Database is not on all head revisions");
}

} // namespace

int current(Project& project, const Arguments& arguments) {
    bool json = arguments.format == Format::json;
    Current state = project.current({}, [&](const Current& read) {
        if (arguments.verbose && !json) print_line(fmt::format("Current revision(s) for {}:", read.url));
        if (arguments.check_heads && !read.at_heads && !json) fail_off_heads();
    });
    if (json) {
        // The JSON says for itself whether the database is at all heads: it is printed in either case.
        print_line(current_json(state));
        if (arguments.check_heads && !state.at_heads) fail_off_heads();
        return 0;
    }
    for (const Revision& revision : state.revisions)
        print_line(arguments.verbose ? revision.entry() : revision.line({}));
    return 0;
}

} // namespace limbeck::cli
