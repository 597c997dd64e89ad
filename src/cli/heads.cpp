#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace limbeck::cli {

int heads(Project& project, const Arguments& arguments) {
    std::vector<Revision> revisions = project.heads(arguments.resolve_dependencies);
    if (arguments.format == Format::json) {
        print_line(revisions_json(revisions, false));
        return 0;
    }
    for (const Revision& revision : revisions)
        print_line(arguments.verbose ? revision.entry() : revision.line({.labels = true, .tree = false}));
    return 0;
}

} // namespace limbeck::cli
