#include "migrate/script_environment.hpp"

#include "alembic/environment_host.hpp"
#include "alembic/output_file.hpp"
#include "database/connect.hpp"
#include "migrate/migration_context.hpp"
#include "migrate/python_body.hpp"
#include "migrate/script_runtime.hpp"
#include "project/project.hpp"
#include "python/call_stack.hpp"
#include "python/code.hpp"
#include "python/exceptions.hpp"
#include "python/importing.hpp"
#include "python/interpreter.hpp"
#include "script/script_directory.hpp"
#include "script/step.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "support/interrupt.hpp"

#include <limbeck/limbeck.hpp>

#include <fmt/format.h>

namespace limbeck::migrate {

using python::Value;

namespace {

const char* const without_env_py =
    "With \"env: builtin\" in limbeck.yaml the run needs no env.py: the database URL comes from --url, "
    "LIMBECK_URL, \"url:\" in limbeck.yaml or the ini's sqlalchemy.url.";

const char* const url_hint = "The URL can be given by --url, LIMBECK_URL or \"url:\" in limbeck.yaml.";

// What an error knows of the import it comes from, and that env.py is not all there is.
std::string with_way_out(const std::string& hint) {
    std::string kept = hint.substr(0, hint.find("if it is a column type"));
    if (!kept.empty() && kept.back() != '\n') kept += '\n';
    return kept + without_env_py;
}

// configure()'s arguments, as they were given.
class Arguments {
  public:
    explicit Arguments(const Value& dict) : dict_(dict) {}

    Value find(std::string_view name) const {
        const Value* found = python::cast<python::Dict>(dict_).find(name);
        return found && !found->is_none() ? *found : Value();
    }
    bool truth(std::string_view name) const {
        Value value = find(name);
        return value.exists() && python::truth(value);
    }
    std::optional<std::string> text(std::string_view name) const {
        Value value = find(name);
        if (!value.exists()) return std::nullopt;
        if (python::is_unresolved(value))
            python::raise_unresolved(value, fmt::format("use it as {} of context.configure()", name));
        return python::to_str(value);
    }

  private:
    Value dict_;
};

class RunHost final : public alembic::EnvironmentHost {
  public:
    RunHost(EnvironmentContext& context, project::Project& project, ScriptRuntime& runtime)
        : context_(context), project_(project), runtime_(runtime) {}

    project::Config& config() override { return project_.config(); }
    std::string script_location() override { return project_.script_location().string(); }
    std::vector<std::string> version_locations() override {
        std::vector<std::string> out;
        for (const auto& folder : project_.version_locations()) out.push_back(folder.string());
        return out;
    }
    bool is_offline_mode() override { return context_.is_offline_mode(); }
    std::optional<std::string> tag() override { return context_.tag(); }
    std::optional<std::string> starting_revision() override { return context_.order().starting_rev; }
    std::vector<std::string> destination_revisions() override { return context_.order().destination_revs; }
    std::vector<std::string> head_revisions() override { return context_.scripts().get_heads(); }
    std::vector<Value> find_revisions(const std::vector<std::string>& ids) override {
        std::vector<Value> out;
        for (const std::string& id : ids)
            for (script::RevisionIndex index : context_.scripts().get_revisions(id))
                if (index >= 0) out.push_back(describe(context_.scripts()[index]));
        return out;
    }
    std::vector<Value> walk_revisions(const std::string& base, const std::string& head) override {
        std::vector<Value> out;
        for (script::RevisionIndex index : context_.scripts().walk_revisions(base, head))
            if (index >= 0) out.push_back(describe(context_.scripts()[index]));
        return out;
    }
    Value revision_module(const std::string& path) override {
        if (!path.ends_with(".py"))
            python::raise(python::Exc::AttributeError, fmt::format("{} is a SQL file, not a module", path));
        return migrate::revision_module(runtime_, path);
    }

    void configure(const Value& options) override {
        Arguments given(options);
        ConfigureOptions out;
        out.transaction_per_migration = given.truth("transaction_per_migration");
        out.render_as_batch = given.truth("render_as_batch");
        out.literal_binds = given.truth("literal_binds");
        if (given.find("transactional_ddl").exists())
            out.transactional_ddl = given.truth("transactional_ddl");
        out.starting_rev = given.text("starting_rev");
        out.tag = given.text("tag");
        if (auto name = given.text("version_table")) out.version_table.name = *name;
        out.version_table.schema = given.text("version_table_schema");
        if (Value key = given.find("version_table_pk"); key.exists())
            out.version_table.primary_key = python::truth(key);
        find_target(given, out);
        if (Value buffer = given.find("output_buffer"); buffer.exists()) out.output = output_into(buffer);
        if (Value callbacks = given.find("on_version_apply");
            callbacks.exists() && (python::is_unresolved(callbacks) || python::truth(callbacks)))
            out.on_version_apply = told_of_steps(callbacks);
        out.script_side.options = options;
        scopes_.clear();
        context_.configure(std::move(out));
    }

    alembic::Host* host() override {
        return context_.is_configured() ? &context_.context().script_host() : nullptr;
    }

    bool is_in_transaction() override { return context_.context().is_in_transaction(); }
    void begin_transaction() override { scopes_.push_back(context_.begin_transaction()); }
    void end_transaction(bool commit) override {
        if (scopes_.empty()) return;
        TransactionScope scope = std::move(scopes_.back());
        scopes_.pop_back();
        if (commit) scope.commit();
    }

    void run_migrations(const Value& arguments) override {
        context_.context().script_host().script_side().run_arguments = arguments;
        started_ = true;
        context_.run_migrations();
    }

    // Whether env.py came as far as the revisions: what fails from then on is not its own.
    bool started() const { return started_; }

    // Calls of what is not there are passed over in env.py. Where it ends without having run the revisions,
    // the last of them may have been the one that had to.
    void pass_over(const Value& call) {
        if (!started_)
            passed_over_ = python::unresolved_error(
                call, "have it do what it does: env.py has ended without context.run_migrations()");
    }
    void require_started() const {
        if (!started_ && passed_over_) throw *passed_over_;
    }

  private:
    static std::function<void(std::string_view)> output_into(const Value& buffer) {
        if (!alembic::is_output_file(buffer))
            return [buffer](std::string_view text) {
                python::call_method(buffer, "write", {python::make_str(text)});
            };
        alembic::start_output_file(buffer);
        return [buffer](std::string_view text) { alembic::write_output_file(buffer, text); };
    }

    static Value list_of(const std::vector<std::string>& texts) {
        return python::make_list(python::make_strs(texts));
    }

    static Value describe(const script::Revision& revision) {
        Value dict = python::make_dict();
        auto& known = python::cast<python::Dict>(dict);
        known.set("revision", python::make_str(revision.id));
        known.set("down_revisions", list_of(revision.down_revisions));
        known.set("dependencies", list_of(revision.depends_on));
        known.set("branch_labels", list_of(revision.branch_labels));
        known.set("path", python::make_str(revision.path));
        known.set("doc", python::make_str(revision.doc));
        known.set("longdoc", python::make_str(revision.longdoc));
        known.set("is_head", Value::boolean(revision.is_head));
        known.set("is_branch_point", Value::boolean(revision.is_branch_point));
        return dict;
    }

    // The callbacks of `on_version_apply`, which get what they may see in Python's terms.
    std::function<void(const script::Step&, const std::vector<std::string>&)>
    told_of_steps(const Value& callbacks) {
        auto refuse = [](const Value& callback) {
            if (python::is_unresolved(callback))
                python::raise_unresolved(callback, "call it after each step (on_version_apply)");
        };
        refuse(callbacks);
        if (!python::is_callable(callbacks)) python::for_each(callbacks, refuse);
        return [this, callbacks](const script::Step& step, const std::vector<std::string>& heads) {
            alembic::Host& host = context_.context().script_host();
            alembic::HostScope scope(host);
            python::Interpreter& interpreter = runtime_.interpreter();
            Value arguments = host.script_side().run_arguments;
            interpreter.call(python::native_attribute("alembic.runtime._step", "tell"),
                             {callbacks, alembic::migration_context_object(host),
                              arguments.exists() ? arguments : python::make_dict(), list_of(heads),
                              Value::boolean(step.is_upgrade), Value::boolean(step.is_stamp),
                              list_of(step.up_revision_ids()), list_of(step.down_revision_ids())});
        };
    }

    // Where the statements go: the connection given, else what the URL or the dialect's name says.
    void find_target(const Arguments& given, ConfigureOptions& out) {
        Value connection = given.find("connection");
        if (connection.exists() && python::is_unresolved(connection))
            return connect_instead(connection, given, out);
        if (connection.exists()) {
            database::Connection& real = sqlalchemy::to_connection(connection);
            out.connection = &real;
            out.dialect = real.dialect();
            out.sql_dialect = sqlalchemy::dialect_of(real);
            out.script_side.connection = connection;
            Value inner = python::find_attribute(connection, "_limbeck_connection");
            if (inner.exists()) out.script_side.connection = inner;
            if (context_.is_offline_mode()) out.script_side.connection = {};
            return;
        }
        if (std::optional<project::UrlSource> override_url = project_.override_url())
            return use_url(override_url->url, given, out);
        Value url = given.find("url");
        if (url.exists() && python::is_unresolved(url)) return use_url(instead_of(url).url, given, out);
        if (url.exists()) {
            Value text = python::is_str(url)
                             ? url
                             : python::call_method(url, "render_as_string", {Value::boolean(false)});
            return use_url(project::DatabaseUrl::parse(python::as_text(text)), given, out);
        }
        if (std::optional<std::string> name = given.text("dialect_name")) {
            out.dialect = *name == "sqlite" ? database::Dialect::sqlite : database::Dialect::postgresql;
            out.sql_dialect = sql::dialect_for(*name, "");
            return read_paramstyle(given, out);
        }
        python::raise(python::Exc::Exception, "Connection, url, or dialect_name is required.");
    }

    void use_url(const project::DatabaseUrl& url, const Arguments& given, ConfigureOptions& out) {
        out.dialect = url.backend() == project::Backend::postgresql ? database::Dialect::postgresql
                                                                    : database::Dialect::sqlite;
        out.sql_dialect = sql::dialect_for(url.dialect(), url.driver());
        read_paramstyle(given, out);
        if (!context_.is_offline_mode())
            python::raise(python::Exc::Exception,
                          "This environment needs a connection: context.configure(connection=…).");
    }

    static void read_paramstyle(const Arguments& given, ConfigureOptions& out) {
        Value options = given.find("dialect_opts");
        if (!options.exists() || !python::as<python::Dict>(options)) return;
        const Value* style = python::cast<python::Dict>(options).find("paramstyle");
        if (!style || !python::is_str(*style)) return;
        static constexpr std::pair<std::string_view, sql::Paramstyle> styles[] = {
            {"named", sql::Paramstyle::named},     {"pyformat", sql::Paramstyle::pyformat},
            {"qmark", sql::Paramstyle::qmark},     {"format", sql::Paramstyle::format},
            {"numeric", sql::Paramstyle::numeric}, {"numeric_dollar", sql::Paramstyle::numeric_dollar},
        };
        for (const auto& [name, value] : styles)
            if (name == python::as_text(*style)) out.sql_dialect->paramstyle = value;
    }

    // env.py's own connection comes from what is not there (an application's engine).
    void connect_instead(const Value& unresolved, const Arguments& given, ConfigureOptions& out) {
        std::optional<project::UrlSource> source = project_.override_url();
        if (!source) source = project_.variable_url();
        if (!source) source = project_.ini_url();
        if (!source) python::raise_unresolved(unresolved, "reach a database through it", url_hint);
        say(unresolved, *source);
        if (context_.is_offline_mode()) return use_url(source->url, given, out);
        own_ = database::connect(source->url);
        out.connection = own_.get();
        out.dialect = own_->dialect();
        out.sql_dialect = sqlalchemy::dialect_of(*own_);
    }

    project::UrlSource instead_of(const Value& unresolved) {
        std::optional<project::UrlSource> source = project_.variable_url();
        if (!source) python::raise_unresolved(unresolved, "take the database's URL from it", url_hint);
        say(unresolved, *source);
        return *source;
    }

  public:
    void say(const Value& unresolved, const project::UrlSource& source) {
        if (context_.options().on_notice)
            context_.options().on_notice(
                fmt::format("env.py takes its database from {}, which limbeck does not have; {} is used",
                            python::unresolved_origin(unresolved), source.origin));
    }
    // What create_engine() is to use instead of `url`; `url` itself where that is known.
    Value chosen_url(const Value& url) {
        if (std::optional<project::UrlSource> source = project_.override_url())
            return python::make_str(source->text);
        if (!python::is_unresolved(url)) return url;
        return python::make_str(instead_of(url).text);
    }

  private:
    EnvironmentContext& context_;
    project::Project& project_;
    ScriptRuntime& runtime_;
    // Before the context: the run ends before its connection does.
    std::unique_ptr<database::Connection> own_;
    std::vector<TransactionScope> scopes_;
    bool started_ = false;
    std::optional<python::UnresolvedError> passed_over_;
};

// While env.py is evaluated.
class PassedOver {
  public:
    PassedOver(python::Interpreter& interpreter, const std::string& file, RunHost& host)
        : told_(interpreter.mutable_options().on_passed_over) {
        told_ = [file, &host](const Value& call) {
            std::error_code ignored;
            if (std::filesystem::equivalent(python::innermost_frame()->code->unit->file, file, ignored))
                host.pass_over(call);
        };
    }
    PassedOver(const PassedOver&) = delete;
    PassedOver& operator=(const PassedOver&) = delete;
    ~PassedOver() { told_ = nullptr; }

  private:
    std::function<void(const Value&)>& told_;
};

} // namespace

void ScriptEnvironment::run(EnvironmentContext& context) {
    RunHost host(context, project_, *runtime_);
    alembic::EnvironmentScope scope(host);
    if (project_.uses_builtin_environment()) return BuiltinEnvironment().run(context);
    python::Interpreter& interpreter = runtime_->interpreter();
    std::filesystem::path file = project_.script_location() / "env.py";
    if (context.is_offline_mode()) interpreter.mutable_options().open_for_writing = alembic::make_output_file;
    try {
        interpreter.run([&] {
            Value choice = python::import_native("sqlalchemy.limbeck_url");
            python::set_attribute(choice, "instead",
                                  python::make_function("chosen_url(url)", [&](python::Call& call) {
                                      return host.chosen_url(call[0]);
                                  }));
            return Value::none();
        });
        PassedOver passed_over(interpreter, file.string(), host);
        interpreter.run([&] {
            python::run_module_file(file.string(), "env_py", false, false);
            return Value::none();
        });
        host.require_started();
    } catch (const Interrupted&) {
        throw;
    } catch (python::UnresolvedError& error) {
        if (!host.started()) error.with_hint(with_way_out(error.hint()));
        throw;
    } catch (Error& error) {
        if (!host.started() && error.hint().empty()) error.with_hint(without_env_py);
        throw;
    }
}

} // namespace limbeck::migrate
