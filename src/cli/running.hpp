// What the commands that run share: options for the run, the script on standard output, progress on a
// terminal.
#pragma once

#include "cli/arguments.hpp"

namespace limbeck::cli {

RunOptions run_options(const Arguments& arguments);

} // namespace limbeck::cli
