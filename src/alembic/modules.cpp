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

python::Value command_error() {
    return python::native_attribute("alembic.util.exc", "CommandError");
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
            return python::call(command_error(), {python::make_str(error.message())});
        return next ? next(error) : python::Value();
    };
    options.translate_uncaught = [next = options.translate_uncaught](const python::ScriptError& error) {
        if (python::is_instance(error.exception(), command_error())) {
            CommandError own(python::to_str(error.exception()), error.place());
            own.with_source_line(error.source_line());
            throw own;
        }
        if (next) next(error);
    };
}

} // namespace limbeck::alembic
