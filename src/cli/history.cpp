#include "cli/commands.hpp"
#include "cli/picture.hpp"
#include "cli/report.hpp"

#include <cstdio>

namespace limbeck::cli {

int history(Project& project, const Arguments& arguments) {
    HistoryOptions options{arguments.rev_range, arguments.indicate_current};
    if (arguments.format == Format::text) {
        project.walk(options, [&](const Revision& revision) {
            print_line(arguments.verbose ? revision.entry() : revision.one_line());
        });
        return 0;
    }
    std::vector<Revision> revisions = project.history(options);
    if (arguments.format == Format::json)
        print_line(revisions_json(revisions, arguments.indicate_current));
    else
        std::fputs((arguments.format == Format::dot ? dot : mermaid)(revisions).c_str(), stdout);
    return 0;
}

} // namespace limbeck::cli
