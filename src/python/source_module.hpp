// A module written in Python that is compiled into the program as text (stdlib/embed_modules.py), and run
// when a script first imports it.
#pragma once

#include "python/lazy_lines.hpp"

#include <span>
#include <string_view>

namespace limbeck::python {

struct SourceModule {
    std::string_view name; // dotted
    std::string_view source;
    bool is_package; // its file is an __init__.py
    LazyParts lazy;
};

// Finds a module by its dotted name; null where there is none.
using SourceModuleFinder = const SourceModule* (*)(std::string_view dotted_name);

} // namespace limbeck::python
