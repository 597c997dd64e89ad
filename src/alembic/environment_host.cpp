#include "alembic/environment_host.hpp"

#include "alembic/host.hpp"
#include "project/config.hpp"
#include "python/interpreter.hpp"
#include "support/log.hpp"

#include <cstdio>
#include <memory>

namespace limbeck::alembic {

using python::Call;
using python::make_str;
using python::Value;

namespace {

thread_local EnvironmentHost* environment_at_work = nullptr;

// A Config object's files: the run's, or those that a script names.
struct ConfigState final : python::NativeState {
    std::unique_ptr<project::Config> owned;
    project::Config* config = nullptr;
};

EnvironmentHost& environment() {
    if (!environment_at_work)
        python::raise(python::Exc::NameError,
                      "Can't invoke function on the EnvironmentContext proxy, as no environment is at work. "
                      "It is there while env.py and the revisions run.");
    return *environment_at_work;
}

Value optional_text(const std::optional<std::string>& text) {
    return text ? make_str(*text) : Value::none();
}

Value list_of(const std::vector<std::string>& texts) {
    return python::make_list(python::make_strs(texts));
}

project::Config& config_of(Call& call) {
    return *python::state<ConfigState>(call[0]).config;
}

void add_config_functions(python::ModuleBuilder& module) {
    // The run's own configuration; False where none runs.
    module.function("attach_config(config)", [](Call& call) {
        if (!environment_at_work) return Value::boolean(false);
        python::attach_state<ConfigState>(call[0]).config = &environment_at_work->config();
        return Value::boolean(true);
    });
    module.function("open_config(config, file, section)", [](Call& call) {
        project::ConfigArguments arguments;
        if (call.has(1)) arguments.files.push_back(call.text(1));
        arguments.section = call.text(2);
        auto& state = python::attach_state<ConfigState>(call[0]);
        state.owned = std::make_unique<project::Config>(std::move(arguments));
        state.config = state.owned.get();
        return Value::none();
    });
    module.function("config_file_name(config)",
                    [](Call& call) { return make_str(config_of(call).config_file_name()); });
    module.function("config_file_exists(config)",
                    [](Call& call) { return Value::boolean(config_of(call).config_file_exists()); });
    module.function("section_name(config)",
                    [](Call& call) { return make_str(config_of(call).section_name()); });
    module.function("option(config, section, name)", [](Call& call) {
        return optional_text(config_of(call).ini().get(call.text(1), call.text(2)));
    });
    module.function("alembic_option(config, name)",
                    [](Call& call) { return optional_text(config_of(call).alembic_option(call.text(1))); });
    module.function("set_option(config, section, name, value)", [](Call& call) {
        config_of(call).set_section_option(call.text(1), call.text(2), call.text(3));
        return Value::none();
    });
    module.function("remove_option(config, section, name)", [](Call& call) {
        return Value::boolean(config_of(call).ini().remove_option(call.text(1), call.text(2)));
    });
    module.function("sections(config)", [](Call& call) { return list_of(config_of(call).ini().sections()); });
    module.function("items(config, section)", [](Call& call) {
        const project::Ini& ini = config_of(call).ini();
        if (!ini.has_section(call.text(1))) return Value::none();
        Value dict = python::make_dict();
        for (const auto& [name, value] : ini.items(call.text(1)))
            python::cast<python::Dict>(dict).set(name, make_str(value));
        return dict;
    });
    module.function("x_arguments(config)",
                    [](Call& call) { return list_of(config_of(call).x_argument_list()); });
    module.function("print_stdout(text)", [](Call& call) {
        const auto& print = call.interpreter().options().print;
        std::string line = call.text(0) + "\n";
        if (print)
            print(line);
        else
            std::fwrite(line.data(), 1, line.size(), stdout);
        return Value::none();
    });
}

void add_run_functions(python::ModuleBuilder& module) {
    module.function("is_running()", [](Call&) { return Value::boolean(environment_at_work != nullptr); });
    module.function("is_offline_mode()",
                    [](Call&) { return Value::boolean(environment().is_offline_mode()); });
    module.function("tag()", [](Call&) { return optional_text(environment().tag()); });
    module.function("starting_revision()",
                    [](Call&) { return optional_text(environment().starting_revision()); });
    module.function("destination_revisions()",
                    [](Call&) { return list_of(environment().destination_revisions()); });
    module.function("head_revisions()", [](Call&) { return list_of(environment().head_revisions()); });
    module.function("find_revisions(ids)", [](Call& call) {
        std::vector<std::string> ids;
        python::for_each(call[0], [&](const Value& id) { ids.push_back(python::as_text(id)); });
        return python::make_list(environment().find_revisions(ids));
    });
    module.function("walk_revisions(base, head)", [](Call& call) {
        return python::make_list(environment().walk_revisions(call.text(0), call.text(1)));
    });
    module.function("revision_module(path)",
                    [](Call& call) { return environment().revision_module(call.text(0)); });
    module.function("script_location()", [](Call&) { return make_str(environment().script_location()); });
    module.function("version_locations()", [](Call&) { return list_of(environment().version_locations()); });
    module.function("configure(options)", [](Call& call) {
        environment().configure(call[0]);
        return Value::none();
    });
    module.function("is_configured()", [](Call&) { return Value::boolean(environment().host() != nullptr); });
    module.function("migration_context()", [](Call&) {
        Host* host = environment().host();
        return host ? migration_context_object(*host) : Value::none();
    });
    module.function("bind()", [](Call&) {
        Host* host = environment().host();
        return host ? bind_object(*host) : Value::none();
    });
    module.function("is_transactional_ddl()", [](Call&) {
        Host* host = environment().host();
        return Value::boolean(host && host->transactional_ddl());
    });
    module.function("static_output(text)", [](Call& call) {
        if (Host* host = environment().host()) host->static_output(call.text(0));
        return Value::none();
    });
    module.function("is_in_transaction()",
                    [](Call&) { return Value::boolean(environment().is_in_transaction()); });
    module.function("begin_transaction()", [](Call&) {
        environment().begin_transaction();
        return Value::none();
    });
    module.function("end_transaction(commit)", [](Call& call) {
        environment().end_transaction(call.truth(0));
        return Value::none();
    });
    module.function("run_migrations(arguments)", [](Call& call) {
        environment().run_migrations(call[0]);
        return Value::none();
    });
}

} // namespace

EnvironmentHost* current_environment() noexcept {
    return environment_at_work;
}

EnvironmentScope::EnvironmentScope(EnvironmentHost& host)
    : outer_(std::exchange(environment_at_work, &host)) {}

EnvironmentScope::~EnvironmentScope() {
    environment_at_work = outer_;
}

void populate_environment(python::ModuleBuilder& module) {
    add_config_functions(module);
    add_run_functions(module);
}

} // namespace limbeck::alembic
