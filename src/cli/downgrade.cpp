#include "cli/commands.hpp"
#include "cli/running.hpp"

namespace limbeck::cli {

int downgrade(Project& project, const Arguments& arguments) {
    project.downgrade(arguments.revisions.front(), run_options(arguments));
    return 0;
}

} // namespace limbeck::cli
