// The whole command line: arguments in, exit status out.
#pragma once

namespace limbeck::cli {

int run(int argc, char** argv);

} // namespace limbeck::cli
