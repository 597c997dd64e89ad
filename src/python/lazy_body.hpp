// Bodies of functions that are parsed when they are first called: of the modules that are compiled into the
// program, which are known to be right, a run uses a few functions.
#pragma once

#include <cstdint>

namespace limbeck::python {

// The lines of a body, at the level of a module or of a class in it.
struct LazyBody {
    std::uint32_t start; // byte offsets in the module's text: of the first line, and of what follows the last
    std::uint32_t end;
    std::int32_t line; // of the first, from 1
    std::int32_t lines;
};

} // namespace limbeck::python
