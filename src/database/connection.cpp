#include "database/connection.hpp"

namespace limbeck::database {

namespace {

std::string quoted(std::string_view text, char quote) {
    std::string out(1, quote);
    for (char c : text) {
        if (c == quote) out += quote;
        out += c;
    }
    out += quote;
    return out;
}

} // namespace

std::string_view to_string(Dialect dialect) {
    return dialect == Dialect::postgresql ? "postgresql" : "sqlite";
}

void Connection::post(std::string_view sql, std::span<const Value> parameters, Posted then) {
    try {
        Result result = execute(sql, parameters);
        if (then.done) then.done(result);
    } catch (DatabaseError& error) {
        if (then.failed) then.failed(error);
        throw;
    }
}

void Connection::savepoint(std::string_view name) {
    execute("SAVEPOINT " + quote_identifier(name));
}

void Connection::release_savepoint(std::string_view name) {
    execute("RELEASE SAVEPOINT " + quote_identifier(name));
}

void Connection::rollback_to_savepoint(std::string_view name) {
    execute("ROLLBACK TO SAVEPOINT " + quote_identifier(name));
}

std::string Connection::quote_identifier(std::string_view name) {
    return quoted(name, '"');
}

std::string Connection::quote_literal(std::string_view text) {
    return quoted(text, '\'');
}

} // namespace limbeck::database
