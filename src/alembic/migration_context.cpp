// alembic.runtime.migration: the MigrationContext that `op.get_context()` gives, and its `.impl`.
#include "alembic/environment_host.hpp"
#include "alembic/operations.hpp"
#include "alembic/own_context.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/ddl_state.hpp"

#include <fmt/format.h>

namespace limbeck::alembic {

using python::Call;
using python::Value;

namespace {

const char* const migration_module = "alembic.runtime.migration";

Host& host_of(Call& call) {
    auto& state = call.state<MigrationContextState>();
    if (!state.host)
        python::raise(python::Exc::RuntimeError, "This migration context is not at work any more");
    return *state.host;
}

// The naming conventions of target_metadata, where configure() was given one that has some.
void find_conventions(MigrationContextState& state, const Value& options) {
    state.conventions_object = Value::none();
    auto plain = std::make_shared<schema::MetaData>();
    state.conventions = plain;
    if (!options.exists() || options.is_none()) return;
    auto* dict = python::as<python::Dict>(options);
    const Value* target = dict ? dict->find("target_metadata") : nullptr;
    if (!target || target->is_none() || python::is_unresolved(*target)) return;
    Value convention = python::find_attribute(*target, "naming_convention");
    if (!convention.exists() || convention.is_none() || python::is_unresolved(convention)) return;
    state.conventions_object = convention;
    if (auto* metadata = python::state_if<sqlalchemy::MetaDataState>(*target)) {
        auto made = std::make_shared<schema::MetaData>(*metadata->metadata);
        made->schema.reset();
        state.conventions = made;
    }
}

// dialect.name and its kin.
Value dialect_object(Host& host) {
    Value dialect = python::find_attribute(bind_object(host), "dialect");
    if (dialect.exists()) return dialect;
    std::string module = "sqlalchemy.dialects." + std::string(host.dialect().name());
    Value make = python::native_attribute(module, "dialect");
    return make.exists() ? python::call(make) : Value::none();
}

Value options_object(Host& host) {
    Value& options = host.script_side().options;
    if (!options.exists()) options = python::make_dict();
    return options;
}

Value execute(Host& host, const Value& sql) {
    const sql::Dialect& dialect = host.as_sql() ? host.dialect() : host.execution_dialect();
    if (!host.as_sql()) {
        Value statement =
            python::is_str(sql) ? python::call(python::native_attribute("sqlalchemy", "text"), {sql}) : sql;
        return python::call_method(bind_object(host), "execute", {statement});
    }
    if (std::optional<sql::Statement> ddl = sqlalchemy::ddl_statement_if(sql, dialect))
        host.execute(*ddl);
    else
        perform(host, schema::Execute{sqlalchemy::to_text_or_expression(sql)});
    return Value::none();
}

// `with context.autocommit_block():`.
struct AutocommitState final : python::NativeState {
    Host* host = nullptr;
};

// The connection that scripts execute with begins no transactions of its own meanwhile.
void tell_connection(Host& host, std::string_view method) {
    Value tell = python::find_attribute(bind_object(host), method);
    if (tell.exists()) python::call(tell);
}

void define_autocommit_block(python::ClassBuilder& type) {
    type.method("__enter__(self)", [](Call& call) {
        Host& host = *call.state<AutocommitState>().host;
        host.enter_autocommit();
        tell_connection(host, "_enter_autocommit_block");
        return Value::none();
    });
    type.method("__exit__(self, type_, value, traceback)", [](Call& call) {
        Host& host = *call.state<AutocommitState>().host;
        tell_connection(host, "_leave_autocommit_block");
        // A script may catch what failed inside and go on, in a transaction again. Where there is no way to
        // one, the first failure is the one to tell of.
        try {
            host.leave_autocommit();
        } catch (const Error&) {
            if (call[1].is_none()) throw;
        }
        return Value::boolean(false);
    });
}

// The implementation of a dialect: what scripts call of it goes the way of the directives.
void define_impl(python::ClassBuilder& type) {
    type.method("execute(self, sql, execution_options=None)", [](Call& call) {
        execute(host_of(call), call[1]);
        return Value::none();
    });
    type.method("_exec(self, construct, execution_options=None, multiparams=None, params=None)",
                [](Call& call) { return execute(host_of(call), call[1]); });
    type.method("static_output(self, text)", [](Call& call) {
        host_of(call).static_output(call.text(1));
        return Value::none();
    });
    type.property("dialect", [](Call& call) { return dialect_object(host_of(call)); });
    type.property("__dialect__", [](Call& call) { return python::make_str(host_of(call).dialect().name()); });
    type.property("as_sql", [](Call& call) { return Value::boolean(host_of(call).as_sql()); });
    type.property("literal_binds", [](Call& call) { return Value::boolean(host_of(call).literal_binds()); });
    type.property("transactional_ddl",
                  [](Call& call) { return Value::boolean(host_of(call).transactional_ddl()); });
    for (const char* name : {"bind", "connection"})
        type.property(name, [](Call& call) { return bind_object(host_of(call)); });
    // Directives by another door: impl.alter_column(…), impl.drop_column(…).
    for (const char* declaration : {"add_column(self, *args, **kw)", "alter_column(self, *args, **kw)",
                                    "rename_table(self, *args, **kw)", "bulk_insert(self, *args, **kw)"})
        type.method(declaration, [](Call& call) {
            std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(2));
            std::string_view name = call.function().name();
            return python::call_method(operations_at_work(name), python::intern(name), call.rest(1),
                                       keywords);
        });
    type.method("drop_column(self, table_name, column, *, schema=None, **kw)", [](Call& call) {
        std::vector<Value> given{call[1], python::get_attribute(call[2], "name")};
        return python::call_method(operations_at_work("drop_column"), python::intern("drop_column"), given,
                                   std::vector<python::KeywordArgument>{{python::intern("schema"), call[3]}});
    });
    // What the reference executes by a construct of SQLAlchemy's.
    for (auto [declaration, construct] :
         {std::pair{"drop_constraint(self, const, **kw)", "DropConstraint"},
          std::pair{"create_table_comment(self, table)", "SetTableComment"},
          std::pair{"drop_table_comment(self, table)", "DropTableComment"},
          std::pair{"create_column_comment(self, column)", "SetColumnComment"}})
        type.method(declaration, [name = construct](Call& call) {
            Value make = python::native_attribute("sqlalchemy.schema", name);
            return execute(host_of(call), python::call(make, {call[1]}));
        });
    for (auto [declaration, text] :
         {std::pair{"emit_begin(self)", "BEGIN;"}, std::pair{"emit_commit(self)", "COMMIT;"}})
        type.method(declaration, [word = text](Call& call) {
            host_of(call).static_output(word);
            return Value::none();
        });
    type.constant("command_terminator", python::make_str(std::string_view(";")));
    type.method("create_table(self, table, **kw)", [](Call& call) {
        perform(host_of(call), schema::CreateTable{sqlalchemy::to_table(call[1]), std::nullopt});
        return Value::none();
    });
    type.method("drop_table(self, table, **kw)", [](Call& call) {
        perform(host_of(call), schema::DropTable{sqlalchemy::to_table(call[1]), std::nullopt});
        return Value::none();
    });
    type.method("add_constraint(self, const, **kw)", [](Call& call) {
        schema::ConstraintPtr constraint = sqlalchemy::to_constraint_if(call[1]);
        schema::TablePtr table = sqlalchemy::to_table(python::get_attribute(call[1], "table"));
        perform(host_of(call), schema::CreateConstraint{table, constraint});
        return Value::none();
    });
    type.method("create_index(self, index, **kw)", [](Call& call) {
        schema::IndexPtr index = sqlalchemy::to_index_if(call[1]);
        schema::TablePtr table = sqlalchemy::to_table(python::get_attribute(call[1], "table"));
        perform(host_of(call), schema::CreateIndex{table, index, std::nullopt});
        return Value::none();
    });
    type.method("drop_index(self, index, **kw)", [](Call& call) {
        schema::IndexPtr index = sqlalchemy::to_index_if(call[1]);
        schema::TablePtr table = sqlalchemy::to_table(python::get_attribute(call[1], "table"));
        perform(host_of(call), schema::DropIndex{table, index, std::nullopt});
        return Value::none();
    });
}

Value impl_object(Call& call) {
    auto& state = call.state<MigrationContextState>();
    Host& host = host_of(call);
    if (!state.implementation.exists()) {
        const char* name = host.dialect().is_postgresql() ? "PostgresqlImpl" : "SQLiteImpl";
        state.implementation =
            python::make_instance(python::as_class(python::native_attribute(migration_module, name)));
        auto& made = python::attach_state<MigrationContextState>(state.implementation);
        made.host = &host;
        made.own = state.own;
    }
    return state.implementation;
}

// MigrationContext.configure().
Value own_context(Call& call) {
    std::shared_ptr<Host> host = make_own_host({call[1], call[2], call[3], call[4], call[7]});
    Value made = python::make_instance(python::as_class(call[0]));
    auto& state = python::attach_state<MigrationContextState>(made);
    state.host = host.get();
    state.own = host;
    find_conventions(state, host->script_side().options);
    return made;
}

void define_migration_context(python::ClassBuilder& type) {
    type.class_method("configure(cls, connection=None, url=None, dialect_name=None, dialect=None, "
                      "environment_context=None, dialect_opts=None, opts=None)",
                      own_context);
    type.property("dialect", [](Call& call) { return dialect_object(host_of(call)); });
    type.property("as_sql", [](Call& call) { return Value::boolean(host_of(call).as_sql()); });
    for (const char* name : {"bind", "connection"})
        type.property(name, [](Call& call) { return bind_object(host_of(call)); });
    type.property("opts", [](Call& call) { return options_object(host_of(call)); });
    type.property("impl", [](Call& call) { return impl_object(call); });
    type.property("version_table",
                  [](Call& call) { return python::make_str(host_of(call).version_table()); });
    type.property("version_table_schema", [](Call& call) {
        Value schema = python::call_method(options_object(host_of(call)), "get",
                                           {python::make_str("version_table_schema")});
        return schema;
    });
    type.property("config", [](Call&) {
        Value context = python::import_native("alembic.context");
        Value config = context.exists() ? python::find_attribute(context, "config") : Value();
        return config.exists() ? config : Value::none();
    });
    type.property("environment_context", [](Call&) {
        Value context = python::import_native("alembic.context");
        return context.exists() ? context : Value::none();
    });
    type.property("script", [](Call& call) {
        Value context = current_environment() ? python::import_native("alembic.context") : Value();
        if (context.exists()) return python::get_attribute(context, "script");
        return python::call_method(options_object(host_of(call)), "get", {python::make_str("script")});
    });
    type.method("get_current_heads(self)", [](Call& call) {
        return python::make_tuple(python::make_strs(host_of(call).current_heads()));
    });
    type.method("get_current_revision(self)", [](Call& call) {
        Host& host = host_of(call);
        std::vector<std::string> heads = host.current_heads();
        if (heads.size() > 1)
            throw CommandError(fmt::format("Version table '{}' has more than one head present; please use "
                                           "get_current_heads()",
                                           host.version_table()));
        return heads.empty() ? Value::none() : python::make_str(heads.front());
    });
    type.method("execute(self, sql, execution_options=None)", [](Call& call) {
        execute(host_of(call), call[1]);
        return Value::none();
    });
    type.method("autocommit_block(self)", [](Call& call) {
        Value block =
            python::make_instance(python::as_class(python::native_attribute(migration_module, "_Block")));
        python::attach_state<AutocommitState>(block).host = &host_of(call);
        return block;
    });
}

} // namespace

Value bind_object(Host& host) {
    Value& connection = host.script_side().connection;
    if (!connection.exists()) {
        if (host.as_sql())
            connection = sqlalchemy::make_mock_connection(
                host.dialect(), host.literal_binds(),
                [&host](std::string_view text) { host.static_output(sql::script_text(text)); });
        else
            connection = sqlalchemy::wrap_connection(*host.connection());
    }
    return connection;
}

Value migration_context_object(Host& host) {
    Value& known = host.script_side().migration_context;
    if (!known.exists()) {
        known = python::make_instance(
            python::as_class(python::native_attribute(migration_module, "MigrationContext")));
        auto& state = python::attach_state<MigrationContextState>(known);
        state.host = &host;
        find_conventions(state, host.script_side().options);
    }
    return known;
}

void populate_migration(python::ModuleBuilder& module) {
    module.define_class("_Block", {}, define_autocommit_block);
    python::Class* impl = module.define_class("DefaultImpl", {}, define_impl);
    for (const char* name : {"PostgresqlImpl", "SQLiteImpl"})
        module.define_class(name, {impl}, [](python::ClassBuilder&) {});
    module.define_class("MigrationContext", {}, define_migration_context);
    module.lazy("MigrationInfo",
                [] { return python::native_attribute("alembic.runtime._step", "MigrationInfo"); });
}

} // namespace limbeck::alembic
