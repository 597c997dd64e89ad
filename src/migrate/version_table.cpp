#include "migrate/version_table.hpp"

#include "database/identifier.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

namespace limbeck::migrate {

using database::Connection;
using database::Dialect;

namespace {

// PostgreSQL keeps 63 bytes of a name and drops the rest without a word.
constexpr std::size_t postgres_name_limit = 63;

} // namespace

VersionTable::VersionTable(Dialect dialect, VersionTableOptions options)
    : dialect_(dialect), options_(std::move(options)) {
    if (dialect == Dialect::postgresql && options_.name.size() > postgres_name_limit)
        throw Error(fmt::format("Identifier '{}' exceeds maximum length of {} characters", options_.name,
                                postgres_name_limit));
}

std::string VersionTable::quoted_name() const {
    std::string name = database::quote_where_needed(dialect_, options_.name);
    return options_.schema ? database::quote_where_needed(dialect_, *options_.schema) + "." + name : name;
}

std::string VersionTable::quoted_mark_name() const {
    return Connection::quote_identifier(options_.schema.value_or("main")) + "." +
           Connection::quote_identifier(options_.name + "_progress");
}

std::string VersionTable::create_sql() const {
    std::string sql = "CREATE TABLE " + quoted_name() + " (\n\tversion_num VARCHAR(32) NOT NULL";
    if (options_.primary_key)
        sql += ", \n\tCONSTRAINT " + database::quote_where_needed(dialect_, options_.name + "_pkc") +
               " PRIMARY KEY (version_num)";
    return sql + "\n)";
}

std::string VersionTable::insert_sql(std::string_view id) const {
    std::string sql =
        "INSERT INTO " + quoted_name() + " (version_num) VALUES (" + Connection::quote_literal(id) + ")";
    // The reference asks for the primary key of what it inserts.
    if (!options_.primary_key) return sql;
    return sql + " RETURNING " +
           (dialect_ == Dialect::postgresql ? quoted_name() + ".version_num" : "version_num");
}

std::string VersionTable::update_sql(std::string_view from, std::string_view to) const {
    return "UPDATE " + quoted_name() + " SET version_num=" + Connection::quote_literal(to) + " WHERE " +
           quoted_name() + ".version_num = " + Connection::quote_literal(from);
}

std::string VersionTable::delete_sql(std::string_view id) const {
    return "DELETE FROM " + quoted_name() + " WHERE " + quoted_name() +
           ".version_num = " + Connection::quote_literal(id);
}

std::string VersionTable::delete_all_sql() const {
    return "DELETE FROM " + quoted_name();
}

std::string VersionTable::select_sql() const {
    return "SELECT " + quoted_name() + ".version_num \nFROM " + quoted_name();
}

VersionState VersionTable::read(Connection& connection) const {
    VersionState state;
    if (dialect_ == Dialect::postgresql)
        look_up_postgres(connection, state);
    else
        look_up_sqlite(connection, state);
    if (!state.table_exists) return state;
    database::Result rows = connection.execute(select_sql());
    for (std::size_t i = 0; i < rows.size(); ++i) state.heads.push_back(rows.at(i, 0).to_string());
    return state;
}

void VersionTable::look_up_postgres(Connection& connection, VersionState& state) const {
    std::string name = Connection::quote_identifier(options_.name);
    if (options_.schema) name = Connection::quote_identifier(*options_.schema) + "." + name;
    // A width of varchar(n) is stored as n + 4.
    std::string sql =
        "SELECT c.oid IS NOT NULL, COALESCE(n.nspname, current_schema()), "
        "CASE WHEN a.atttypid = 'varchar'::regtype AND a.atttypmod > 4 THEN a.atttypmod - 4 ELSE 0 END, "
        "pg_catalog.obj_description(c.oid, 'pg_class') "
        "FROM (SELECT pg_catalog.to_regclass(" +
        Connection::quote_literal(name) +
        ") AS oid) AS v "
        "LEFT JOIN pg_catalog.pg_class c ON c.oid = v.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm') "
        "LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'version_num'";
    database::Result result = connection.execute(sql);
    state.table_exists = result.at(0, 0).boolean();
    state.schema = result.at(0, 1).is_null() ? "" : result.at(0, 1).to_string();
    if (!state.table_exists && options_.schema) state.schema = *options_.schema;
    if (!result.at(0, 3).is_null()) {
        state.comment = result.at(0, 3).to_string();
        state.mark = ProgressMark::parse(state.comment);
    }
    if (state.mark) {
        std::size_t line_end = state.comment.find('\n');
        state.comment = line_end == std::string::npos ? "" : state.comment.substr(line_end + 1);
    }
    state.id_limit = state.table_exists ? static_cast<int>(result.at(0, 2).integer()) : version_id_limit;
}

void VersionTable::look_up_sqlite(Connection& connection, VersionState& state) const {
    std::string schema = options_.schema.value_or("main");
    database::Result tables =
        connection.execute("SELECT name FROM " + Connection::quote_identifier(schema) +
                           ".sqlite_master WHERE type IN ('table', 'view') AND name COLLATE NOCASE IN (" +
                           Connection::quote_literal(options_.name) + ", " +
                           Connection::quote_literal(options_.name + "_progress") + ")");
    bool marked = false;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        bool is_table = tables.at(i, 0).text().size() == options_.name.size();
        (is_table ? state.table_exists : marked) = true;
    }
    if (marked) {
        database::Result mark = connection.execute("SELECT mark FROM " + quoted_mark_name());
        if (!mark.empty()) state.mark = ProgressMark::parse(mark.scalar().to_string());
    }
    state.schema = schema;
}

} // namespace limbeck::migrate
