// Imports: what `import` finds, in this order: native modules, the host's table, the project's own files, and
// an unresolved value for the rest.
//
// An import that nothing provides raises ModuleNotFoundError where a `try` block around it catches
// ImportError (the idiom `try: import x / except ImportError:` then takes its other branch, which is what a
// machine without that package does), for names below a project package that has no such module, and where
// the host forbids unresolved values. Everywhere else it becomes an unresolved value.
#pragma once

#include "python/binding.hpp"

#include <memory>
#include <string>

namespace limbeck::python {

struct Unit;

// `import a.b.c`: the module c. Nothing is unresolved here: ModuleNotFoundError where there is none.
Value import_dotted(const std::string& name);
// A module that limbeck brings along, or a name of one; Nothing where that is not what is found.
Value import_own(const std::string& name);
Value import_own(const std::string& name, Str* attribute);
// One of the project's modules that could not be evaluated (unresolved.hpp); Nothing where there is none.
Value module_that_stands_aside();
// __import__(name, globals, locals, fromlist, level)
Value import_builtin(const std::string& name, const Dict* globals, const std::vector<std::string>& wanted,
                     int level);
// Runs a file as a module; `name` may be empty.
Value run_module_file(const std::string& path, const std::string& name, bool is_package, bool registered);
// The same for a file that is parsed already.
Value run_module_unit(std::unique_ptr<Unit> unit, const std::string& name);
Value run_module_text(std::string text, const std::string& file, const std::string& name);
// Modules that limbeck brings along have no file, or one like "<importlib>".
bool is_of_project(const Module& module);
void register_modules();

} // namespace limbeck::python
