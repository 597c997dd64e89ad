#include "sqlalchemy/modules.hpp"

#include "python/interpreter.hpp"
#include "sqlalchemy/dialect_modules.hpp"

#include <array>

namespace limbeck::sqlalchemy {

// The table that stdlib/embed_modules.py writes.
const python::SourceModule* find_source_module(std::string_view dotted_name);

namespace {

void populate_package(python::ModuleBuilder& package) {
    package.constant("__version__", python::make_str("2.0.52"));
    export_types(package);
    export_expressions(package);
    export_schema(package);
    export_engine(package);
    static constexpr std::array<std::string_view, 2> submodules = {"schema", "sql"};
    export_submodules(package, submodules);
}

} // namespace

void configure(python::InterpreterOptions& options) {
    Modules& modules = options.modules;
    modules.push_back({"sqlalchemy", populate_package});
    add_type_modules(modules);
    add_expression_modules(modules);
    add_schema_modules(modules);
    add_engine_modules(modules);
    options.source_modules.push_back(find_source_module);
    options.translate_error = translate;
}

} // namespace limbeck::sqlalchemy
