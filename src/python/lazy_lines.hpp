// Lines that are parsed when they are first needed: of the modules that are compiled into the program, which
// are known to be right, a run uses a few functions and classes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace limbeck::python {

struct LazyLines {
    std::uint32_t start; // byte offsets in the module's text: of the first line, and of what follows the last
    std::uint32_t end;
    std::int32_t line; // of the first, from 1
    std::int32_t lines;
    // The module's function or class that they define, decorators and all; empty: they are the body of a
    // function, at the level of the module or of a class in it.
    std::string_view defines;
};

// By where they start: what lies inside a definition follows it.
using LazyParts = std::span<const LazyLines>;

// What follows the first of them and all that lies inside it.
inline LazyParts after(LazyParts parts) {
    std::size_t count = 1;
    while (count < parts.size() && parts[count].start < parts.front().end) ++count;
    return parts.subspan(count);
}

// What lies inside the first of them.
inline LazyParts inside(LazyParts parts) {
    return parts.subspan(1, parts.size() - after(parts).size() - 1);
}

} // namespace limbeck::python
