// The commands: each takes the open project and the arguments, prints, and returns the exit status.
#pragma once

#include "cli/arguments.hpp"

namespace limbeck::cli {

int branches(Project& project, const Arguments& arguments);
int current(Project& project, const Arguments& arguments);
int downgrade(Project& project, const Arguments& arguments);
int ensure_version(Project& project, const Arguments& arguments);
int heads(Project& project, const Arguments& arguments);
int history(Project& project, const Arguments& arguments);
int show(Project& project, const Arguments& arguments);
int stamp(Project& project, const Arguments& arguments);
int upgrade(Project& project, const Arguments& arguments);

} // namespace limbeck::cli
