#include "cli/commands.hpp"
#include "cli/report.hpp"

#include <fmt/format.h>

namespace limbeck::cli {

int branches(Project& project, const Arguments& arguments) {
    std::vector<Revision> points = project.branch_points();
    if (arguments.format == Format::json) {
        print_line(revisions_json(points, false));
        return 0;
    }
    for (const Revision& point : points) {
        std::string text = arguments.verbose ? point.entry() : point.line({.labels = true});
        text += '\n';
        std::string margin(point.id().size(), ' ');
        bool first = true;
        for (const std::string& id : point.children()) {
            Revision child = project.revisions(id).front();
            text += fmt::format("{}{} -> {}", first ? "" : "\n", margin,
                                child.line({.labels = true, .title = arguments.verbose}));
            first = false;
        }
        print_line(text + "\n");
    }
    return 0;
}

} // namespace limbeck::cli
