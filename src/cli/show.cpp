#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace limbeck::cli {

int show(Project& project, const Arguments& arguments) {
    std::vector<Revision> revisions = project.revisions(arguments.revisions.front());
    if (arguments.format == Format::json) {
        print_line(revisions_json(revisions, false));
        return 0;
    }
    for (const Revision& revision : revisions) print_line(revision.entry());
    return 0;
}

} // namespace limbeck::cli
