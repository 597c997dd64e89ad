#include "cli/commands.hpp"
#include "cli/running.hpp"

namespace limbeck::cli {

int stamp(Project& project, const Arguments& arguments) {
    project.stamp(arguments.revisions, run_options(arguments));
    return 0;
}

} // namespace limbeck::cli
