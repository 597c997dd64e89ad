#include "alembic/modules.hpp"

#include "python/interpreter.hpp"

namespace limbeck::alembic {

// The table that stdlib/embed_modules.py writes.
const python::SourceModule* find_source_module(std::string_view dotted_name);

namespace {

void populate_package(python::ModuleBuilder& package) {
    package.constant("__version__", python::make_str("1.19.1"));
    package.lazy("op", [] { return python::import_native("alembic.op"); });
    package.lazy("context", [] { return python::import_native("alembic.context"); });
}

} // namespace

void configure(python::InterpreterOptions& options) {
    Modules& modules = options.modules;
    modules.push_back({"alembic", populate_package});
    add_operation_modules(modules);
    add_context_modules(modules);
    options.source_modules.push_back(find_source_module);
    options.translate_error = [next = options.translate_error](const Error& error) {
        if (dynamic_cast<const CommandError*>(&error))
            return python::call(python::native_attribute("alembic.util.exc", "CommandError"),
                                {python::make_str(error.message())});
        return next ? next(error) : python::Value();
    };
}

} // namespace limbeck::alembic
