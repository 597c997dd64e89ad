// Modules that can as well be run later: typical revision files, which import, name constants and define
// functions.
//
// A plan runs the modules of all its revisions before the first upgrade(): what one of them does at its
// module level (a hook, an import that fails) counts for all. A module that does nothing there need not be
// kept in memory until its turn comes, nor afterwards.
#pragma once

#include "python/value.hpp"

namespace limbeck::python {

struct Unit;

// Whether the module's body has no effect beyond the names it binds, and cannot fail: limbeck's own modules
// imported by names that are there, constants, plain functions; nothing that a second run of it would find
// changed by the first. Imports what it imports.
bool is_inert(const Unit& unit);
// Whether the module's body defines this function.
bool defines_function(const Unit& unit, std::string_view name);

// Frees a module that no one can reach but by this value, with its functions and its tree; any other is left
// as it is. Once no statement that it sent is under way.
void dismiss_module(Value module);

} // namespace limbeck::python
