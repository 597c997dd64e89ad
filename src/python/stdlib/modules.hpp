// The standard library's modules: their table, and the functions that fill them in.
//
// A module is written in C++ (populate_...) or in Python (modules/*.py, compiled into the program as text and
// run at the first import). Nothing of either is made before a script imports it.
#pragma once

#include "python/binding.hpp"
#include "python/source_module.hpp"

#include <span>
#include <string_view>

namespace limbeck::python {

// The modules written in C++, by name.
std::span<const NativeModule> standard_modules();

// Those written in Python, and null where there is none of this name.
const SourceModule* find_source_module(std::string_view dotted_name);

void populate_datetime(ModuleBuilder& module);
void populate_decimal(ModuleBuilder& module);
void populate_exceptions(ModuleBuilder& module);
void populate_hashing(ModuleBuilder& module);
void populate_json(ModuleBuilder& module);
void populate_logging(ModuleBuilder& module);
void populate_math(ModuleBuilder& module);
void populate_random_core(ModuleBuilder& module);
void populate_re(ModuleBuilder& module);
void populate_struct(ModuleBuilder& module);
void populate_sys(ModuleBuilder& module);
void populate_system(ModuleBuilder& module);
void populate_time_tuple(ModuleBuilder& module);
void populate_unicodedata(ModuleBuilder& module);
void populate_zoneinfo(ModuleBuilder& module);

} // namespace limbeck::python
