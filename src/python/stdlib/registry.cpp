#include "python/runtime.hpp"
#include "python/stdlib/modules.hpp"

namespace limbeck::python {

namespace {

constexpr NativeModule native_modules[] = {
    {"_exceptions", populate_exceptions},
    {"_hashing", populate_hashing},
    {"_json", populate_json},
    {"_logging", populate_logging},
    {"_random", populate_random_core},
    {"_re", populate_re},
    {"_struct", populate_struct},
    {"_system", populate_system},
    {"_time_tuple", populate_time_tuple},
    {"datetime", populate_datetime},
    {"decimal", populate_decimal},
    {"math", populate_math},
    {"sys", populate_sys},
    {"unicodedata", populate_unicodedata},
    {"zoneinfo", populate_zoneinfo},
};

const SourceModule* module_source(std::string_view name) {
    const SourceModule* module = find_source_module(name);
    for (SourceModuleFinder find : rt().options.source_modules)
        if (const SourceModule* found = find(name)) module = found;
    return module;
}

} // namespace

std::span<const NativeModule> standard_modules() {
    return native_modules;
}

void add_standard_modules(Runtime& runtime) {
    for (const NativeModule& module : native_modules)
        runtime.native_modules.emplace(module.name, module.populate);
    runtime.module_source = module_source;
}

} // namespace limbeck::python
