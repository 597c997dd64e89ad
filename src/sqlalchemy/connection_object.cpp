#include "sqlalchemy/connection_object.hpp"

#include "sqlalchemy/exceptions.hpp"
#include "support/text.hpp"

namespace limbeck::sqlalchemy {

using python::Value;

namespace {

// pysqlite begins a transaction before these words.
bool writes(std::string_view text) {
    text = text::trim_start(text);
    while (text.starts_with("--") || text.starts_with("/*")) {
        std::size_t end = text[0] == '-' ? text.find('\n') : text.find("*/");
        text = end == std::string_view::npos ? std::string_view()
                                             : text::trim_start(text.substr(end + (text[0] == '-' ? 1 : 2)));
    }
    std::string word = text::to_upper(text.substr(0, std::min<std::size_t>(7, text.size())));
    return word.starts_with("INSERT") || word.starts_with("UPDATE") || word.starts_with("DELETE") ||
           word.starts_with("REPLACE");
}

Value connection_class() {
    return python::native_attribute("sqlalchemy.engine.base", "Connection");
}

} // namespace

void ConnectionState::before_statement(std::string_view text) {
    if (!wants_transaction || !connection || connection->in_transaction()) return;
    if (dialect.is_postgresql() || writes(text)) connection->begin();
}

sql::Dialect dialect_of(database::Connection& connection) {
    if (connection.dialect() == database::Dialect::sqlite) return sql::sqlite_dialect();
    sql::Dialect dialect = sql::postgresql_dialect();
    // Texts travel as the server reads them: standard_conforming_strings, or E'…' where there is a backslash.
    dialect.backslash_escapes = false;
    return dialect;
}

Value wrap_connection(database::Connection& connection) {
    Value object = python::make_instance(python::as_class(connection_class()));
    auto& state = python::attach_state<ConnectionState>(object);
    state.connection = &connection;
    state.dialect = dialect_of(connection);
    python::call_method(object, "_set_up", {Value::none()});
    return object;
}

Value make_mock_connection(const sql::Dialect& dialect, bool literal_binds,
                           std::function<void(std::string_view)> write) {
    Value type = python::native_attribute("sqlalchemy.engine.base", "MockConnection");
    Value object = python::make_instance(python::as_class(type));
    auto& state = python::attach_state<ConnectionState>(object);
    state.dialect = dialect;
    state.literal_binds = literal_binds;
    state.write = std::move(write);
    return object;
}

bool is_mock_connection(const Value& value) {
    Value type = python::native_attribute("sqlalchemy.engine.base", "MockConnection");
    return python::is_instance(value, python::as_class(type));
}

namespace {

ConnectionState* state_behind(const Value& value) {
    if (auto* state = python::state_if<ConnectionState>(value)) return state;
    // An AsyncConnection, a Session, the DBAPI's connection.
    for (const char* name : {"sync_connection", "_limbeck_connection"}) {
        if (!value.is_object() || python::is_unresolved(value)) return nullptr;
        Value inner = python::find_attribute(value, name);
        if (inner.exists() && !inner.is_none())
            if (auto* state = python::state_if<ConnectionState>(inner)) return state;
    }
    return nullptr;
}

} // namespace

database::Connection* connection_if(const Value& value) {
    ConnectionState* state = state_behind(value);
    return state ? state->connection : nullptr;
}

database::Connection& to_connection(const Value& value) {
    ConnectionState* state = state_behind(value);
    if (!state) {
        if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a connection");
        raise_exception("ArgumentError", "'connection' argument to configure() is expected to be a "
                                         "sqlalchemy.engine.Connection instance, got " +
                                             python::to_repr(value));
    }
    if (!state->connection) raise_exception("ResourceClosedError", "This Connection is closed");
    return *state->connection;
}

} // namespace limbeck::sqlalchemy
