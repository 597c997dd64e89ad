#include "migrate/script_runtime.hpp"

#include "alembic/modules.hpp"
#include "project/project.hpp"
#include "python/interpreter.hpp"
#include "sqlalchemy/modules.hpp"
#include "sqlalchemy/type_table.hpp"

extern char** environ;

namespace limbeck::migrate {

namespace {

std::map<std::string, std::string> environment_variables() {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        std::string_view text = *entry;
        std::size_t equals = text.find('=');
        if (equals != std::string_view::npos)
            variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return variables;
}

} // namespace

python::InterpreterOptions interpreter_options(const project::Project& project) {
    python::InterpreterOptions options;
    options.search_path = project.config().package_search_path();
    options.file_roots = {std::filesystem::current_path(), project.script_location()};
    options.environment = environment_variables();
    options.limits.steps = project.max_steps();
    sqlalchemy::configure(options);
    alembic::configure(options);
    sqlalchemy::use_type_table(options, project.settings().types);
    return options;
}

ScriptRuntime::ScriptRuntime(const project::Project& project) : project_(project) {}

ScriptRuntime::~ScriptRuntime() = default;

python::Interpreter& ScriptRuntime::interpreter() {
    if (!interpreter_) interpreter_ = std::make_unique<python::Interpreter>(interpreter_options(project_));
    return *interpreter_;
}

} // namespace limbeck::migrate
