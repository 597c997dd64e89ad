#include "cli/commands.hpp"
#include "cli/running.hpp"

namespace limbeck::cli {

int ensure_version(Project& project, const Arguments& arguments) {
    project.ensure_version(run_options(arguments));
    return 0;
}

} // namespace limbeck::cli
