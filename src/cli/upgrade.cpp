#include "cli/commands.hpp"
#include "cli/running.hpp"

namespace limbeck::cli {

int upgrade(Project& project, const Arguments& arguments) {
    project.upgrade(arguments.revisions.front(), run_options(arguments));
    return 0;
}

} // namespace limbeck::cli
