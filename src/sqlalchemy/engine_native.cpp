#include "sqlalchemy/engine_native.hpp"

#include "database/connect.hpp"
#include "project/database_url.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/driver_error.hpp"
#include "sqlalchemy/exceptions.hpp"
#include "sqlalchemy/execution.hpp"
#include "sqlalchemy/result_object.hpp"

#include <sqlite3.h> // for its version

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::make_str;
using python::Value;

Value optional_text(const std::optional<std::string>& text) {
    return text ? make_str(*text) : Value::none();
}

project::DatabaseUrl parsed_url(const std::string& text) {
    try {
        return project::DatabaseUrl::parse(text);
    } catch (const ConfigError& error) {
        raise_exception("ArgumentError", error.message());
    }
}

// (drivername, username, password, host, port, database, {name: [values]})
Value url_parts(const project::DatabaseUrl& url) {
    Value query = python::make_dict();
    for (const auto& [name, values] : url.query)
        python::cast<python::Dict>(query).set(name, python::make_list(python::make_strs(values)));
    return python::make_tuple({make_str(url.drivername), optional_text(url.username),
                               optional_text(url.password), optional_text(url.host),
                               url.port ? Value::integer(*url.port) : Value::none(),
                               optional_text(url.database), query});
}

ConnectionState& open_state(const Value& value) {
    auto& state = python::state<ConnectionState>(value);
    if (!state.connection) raise_exception("ResourceClosedError", "This Connection is closed");
    return state;
}

// The driver's refusals of BEGIN, COMMIT and the like are a script's exceptions, too.
Value guarded(Call& call, void (*act)(ConnectionState& state, const std::string& name)) {
    ConnectionState& state = open_state(call[0]);
    std::string name = call.size() > 1 ? call.text(1) : std::string();
    act(state, name);
    return Value::none();
}

Value execution_tuple(Execution execution) {
    return python::make_tuple({execution.cursor, Value::boolean(execution.is_insert),
                               python::make_list(python::make_strs(execution.key_names)),
                               python::make_list(std::move(execution.key_values))});
}

void add_connection_functions(python::ModuleBuilder& module) {
    module.function("connect(target, url, driver)", [](Call& call) {
        project::DatabaseUrl url = parsed_url(call.text(1));
        std::unique_ptr<database::Connection> connection;
        Value refused;
        try {
            connection = database::connect(url);
        } catch (const database::DatabaseError& error) {
            refused = wrapped_error(error, {}, Value::none(), false);
        }
        if (refused.exists())
            python::raise(python::Ref<python::Exception>(python::as<python::Exception>(refused)));
        auto& state = python::attach_state<ConnectionState>(call[0]);
        state.dialect = dialect_of(*connection);
        state.driver = call.text(2);
        state.owned = std::move(connection);
        state.connection = state.owned.get();
        return Value::none();
    });
    module.function("close(connection)", [](Call& call) {
        auto& state = python::state<ConnectionState>(call[0]);
        if (!state.owned) return Value::none();
        state.connection = nullptr;
        state.owned.reset();
        return Value::none();
    });
    module.function("is_open(connection)", [](Call& call) {
        auto* state = python::state_if<ConnectionState>(call[0]);
        return Value::boolean(state && state->connection);
    });
    module.function("is_own(connection)", [](Call& call) {
        auto* state = python::state_if<ConnectionState>(call[0]);
        return Value::boolean(state && state->owned);
    });
    module.function("dialect(connection)", [](Call& call) {
        auto& state = python::state<ConnectionState>(call[0]);
        // What is written down says itself how its parameters and percent signs are written.
        if (state.write) return wrap_dialect(state.dialect);
        return make_dialect(state.dialect.name(), state.driver);
    });
    module.function("name(connection)",
                    [](Call& call) { return make_str(open_state(call[0]).connection->name()); });
    module.function("server_version(connection)", [](Call& call) {
        ConnectionState& state = open_state(call[0]);
        int number = state.connection->server_version();
        if (state.dialect.is_postgresql())
            return python::make_tuple({Value::integer(number / 10000), Value::integer(number % 10000)});
        return python::make_tuple({Value::integer(number / 1000000), Value::integer(number / 1000 % 1000),
                                   Value::integer(number % 1000)});
    });
    module.function("in_transaction(connection)", [](Call& call) {
        auto& state = python::state<ConnectionState>(call[0]);
        return Value::boolean(state.connection && state.connection->in_transaction());
    });
    module.function("want_transaction(connection, wanted)", [](Call& call) {
        python::state<ConnectionState>(call[0]).wants_transaction = call.truth(1);
        return Value::none();
    });
    module.function("begin(connection)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string&) { state.connection->begin(); });
    });
    module.function("commit(connection)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string&) {
            if (state.connection->in_transaction()) state.connection->commit();
        });
    });
    module.function("rollback(connection)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string&) {
            if (state.connection->in_transaction()) state.connection->rollback_work();
        });
    });
    module.function("savepoint(connection, name)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string& name) {
            if (!state.connection->in_transaction()) state.connection->begin();
            state.connection->savepoint(name);
        });
    });
    module.function("release(connection, name)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string& name) {
            state.connection->release_savepoint(name);
        });
    });
    module.function("rollback_to(connection, name)", [](Call& call) {
        return guarded(call, [](ConnectionState& state, const std::string& name) {
            state.connection->rollback_to_savepoint(name);
        });
    });
    module.function("execute(connection, statement, sets)", [](Call& call) {
        return execution_tuple(execute(open_state(call[0]), call[1], python::to_vector(call[2])));
    });
    module.function("execute_text(connection, text, sets)", [](Call& call) {
        return execution_tuple(
            execute_driver_text(open_state(call[0]), call.text(1), python::to_vector(call[2])));
    });
    // Offline: what the statement would be, its values written out.
    module.function("write(connection, statement)", [](Call& call) {
        auto& state = python::state<ConnectionState>(call[0]);
        if (std::optional<sql::Statement> ddl = ddl_statement_if(call[1], state.dialect)) {
            state.write(ddl->text);
        } else {
            schema::ExpressionPtr expression =
                python::is_str(call[1]) ? to_text_or_expression(call[1]) : to_expression_if(call[1]);
            if (!expression)
                python::raise(exception_class("ObjectNotExecutableError"), std::vector<Value>{call[1]});
            sql::Rendering rendering = state.literal_binds ? sql::Rendering::literal : sql::Rendering::text;
            state.write(sql::compile(*expression, state.dialect, rendering).text);
        }
        return Value::none();
    });
}

void add_url_functions(python::ModuleBuilder& module) {
    module.function("parse_url(text)", [](Call& call) { return url_parts(parsed_url(call.text(0))); });
    // Of a backend and its driver: Nothing where limbeck knows no such dialect.
    module.function("make_dialect(backend, driver)", [](Call& call) {
        Value made = make_dialect(call.text(0), call.text(1));
        return made.exists() ? made : Value::none();
    });
    module.function("sqlite_version()", [](Call&) { return make_str(sqlite3_libversion()); });
}

} // namespace

void populate_engine_native(python::ModuleBuilder& module) {
    add_row_classes(module);
    add_connection_functions(module);
    add_url_functions(module);
    add_inspector_functions(module);
}

} // namespace limbeck::sqlalchemy
