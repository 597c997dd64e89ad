// SQLite's side of the inspector: its pragmas, and the text of the CREATE TABLE for what they do not say.
#include "sqlalchemy/create_table_text.hpp"
#include "sqlalchemy/inspector.hpp"

#include "database/connection.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace limbeck::sqlalchemy {

namespace {

using database::Cell;
using database::CellKind;
using database::Result;

std::string text_of(const Cell& cell) {
    return cell.is_null() ? std::string() : cell.to_string();
}

// The types by their names, as the reference knows them; everything else goes by SQLite's own affinity rules.
const std::map<std::string_view, schema::TypeKind>& known_types() {
    using Kind = schema::TypeKind;
    static const std::map<std::string_view, Kind> types = {
        {"BIGINT", Kind::BIGINT},   {"BLOB", Kind::BLOB},           {"BOOL", Kind::BOOLEAN},
        {"BOOLEAN", Kind::BOOLEAN}, {"CHAR", Kind::CHAR},           {"DATE", Kind::DATE},
        {"DATE_CHAR", Kind::DATE},  {"DATETIME", Kind::DATETIME},   {"DATETIME_CHAR", Kind::DATETIME},
        {"DECIMAL", Kind::DECIMAL}, {"DOUBLE", Kind::DOUBLE},       {"FLOAT", Kind::FLOAT},
        {"INT", Kind::INTEGER},     {"INTEGER", Kind::INTEGER},     {"JSON", Kind::json},
        {"NCHAR", Kind::NCHAR},     {"NUMERIC", Kind::NUMERIC},     {"NVARCHAR", Kind::NVARCHAR},
        {"REAL", Kind::REAL},       {"SMALLINT", Kind::SMALLINT},   {"TEXT", Kind::TEXT},
        {"TIME", Kind::TIME},       {"TIMESTAMP", Kind::TIMESTAMP}, {"TIME_CHAR", Kind::TIME},
        {"VARCHAR", Kind::VARCHAR},
    };
    return types;
}

schema::TypeKind kind_of(std::string_view name) {
    using Kind = schema::TypeKind;
    if (auto it = known_types().find(name); it != known_types().end()) return it->second;
    auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
    if (has("INT")) return Kind::INTEGER;
    if (has("CHAR") || has("CLOB") || has("TEXT")) return Kind::TEXT;
    if (has("BLOB") || name.empty()) return Kind::null;
    if (has("REAL") || has("FLOA") || has("DOUB")) return Kind::REAL;
    return Kind::NUMERIC;
}

// How many arguments a type takes: more of them are dropped, as the reference does (with a warning).
void set_arguments(schema::Type& type, const std::vector<std::int64_t>& arguments) {
    using Kind = schema::TypeKind;
    if (arguments.empty()) return;
    switch (type.kind) {
    case Kind::VARCHAR:
    case Kind::CHAR:
    case Kind::NVARCHAR:
    case Kind::NCHAR:
    case Kind::TEXT:
    case Kind::BLOB:
        if (arguments.size() == 1) type.length = arguments[0];
        break;
    case Kind::NUMERIC:
    case Kind::DECIMAL:
        if (arguments.size() <= 2) {
            type.precision = static_cast<int>(arguments[0]);
            if (arguments.size() == 2) type.scale = static_cast<int>(arguments[1]);
        }
        break;
    case Kind::FLOAT:
    case Kind::REAL:
    case Kind::DOUBLE:
        type.precision = static_cast<int>(arguments[0]);
        break;
    default:
        break;
    }
}

schema::TypePtr type_from(const std::string& declared) {
    std::size_t end = 0;
    auto is_name = [](char c) {
        return c == ' ' || c == '_' || (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    while (end < declared.size() && is_name(declared[end])) ++end;
    auto type = schema::make_type(kind_of(std::string_view(declared).substr(0, end)));
    std::vector<std::int64_t> arguments;
    std::size_t close = declared.find(')', end);
    if (end < declared.size() && declared[end] == '(' && close != std::string::npos) {
        std::int64_t number = -1;
        for (std::size_t i = end + 1; i <= close; ++i) {
            bool digit = declared[i] >= '0' && declared[i] <= '9';
            if (digit) number = (number < 0 ? 0 : number * 10) + (declared[i] - '0');
            if (!digit && number >= 0) {
                arguments.push_back(number);
                number = -1;
            }
        }
    }
    set_arguments(*type, arguments);
    return type;
}

class SqliteInspector : public Inspector {
  public:
    explicit SqliteInspector(database::Connection& connection) : connection_(connection) {}

    std::string_view dialect_name() const override { return "sqlite"; }
    std::string default_schema() override { return "main"; }

    std::vector<std::string> schema_names() override {
        std::vector<std::string> names;
        Result rows = connection_.execute("PRAGMA database_list");
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows.at(i, 1).text() != "temp") names.emplace_back(rows.at(i, 1).text());
        return names;
    }

    std::vector<std::string> table_names(const Schema& schema) override { return names("table", schema); }
    std::vector<std::string> view_names(const Schema& schema) override { return names("view", schema); }

    bool has_table(const std::string& table, const Schema& schema) override {
        if (schema) {
            std::vector<std::string> schemas = schema_names();
            if (std::find(schemas.begin(), schemas.end(), *schema) == schemas.end()) return false;
        }
        return !pragma("table_info", table, schema).empty();
    }

    std::vector<ReflectedColumn> columns(const std::string& table, const Schema& schema) override {
        Result rows = pragma("table_xinfo", table, schema);
        if (rows.empty()) missing(table, schema);
        std::vector<ReflectedColumn> columns;
        std::optional<CreateTableText> text;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::int64_t hidden = rows.at(i, 6).integer();
            if (hidden == 1) continue;
            ReflectedColumn column;
            column.name = text_of(rows.at(i, 1));
            std::string declared = text::to_upper(text_of(rows.at(i, 2)));
            column.nullable = rows.at(i, 3).integer() == 0;
            if (!rows.at(i, 4).is_null()) column.default_sql = text_of(rows.at(i, 4));
            column.primary_key = static_cast<int>(rows.at(i, 5).integer());
            if (hidden != 0) {
                declared = text::replace_all(text::replace_all(declared, "GENERATED", ""), "ALWAYS", "");
                declared = std::string(text::trim(declared));
                if (!text) text = read_create_table(table_sql(table, schema));
                column.computed = ReflectedColumn::Generated{generated_sql(*text, column.name), hidden == 3};
            }
            column.type = type_from(declared);
            columns.push_back(std::move(column));
        }
        return columns;
    }

    ReflectedPrimaryKey primary_key(const std::string& table, const Schema& schema) override {
        ReflectedPrimaryKey key;
        CreateTableText text = read_create_table(table_sql(table, schema));
        std::vector<ReflectedColumn> all = columns(table, schema);
        std::stable_sort(all.begin(), all.end(), [](const ReflectedColumn& a, const ReflectedColumn& b) {
            return a.primary_key < b.primary_key;
        });
        for (const ReflectedColumn& column : all)
            if (column.primary_key > 0) key.columns.push_back(column.name);
        if (!key.columns.empty()) key.name = text.primary_key_name;
        return key;
    }

    std::vector<ReflectedForeignKey> foreign_keys(const std::string& table, const Schema& schema) override {
        std::vector<ReflectedForeignKey> keys = pragma_foreign_keys(table, schema);
        // Two of the same columns are one, which has the name that is written first.
        auto same_columns = [](const ReflectedForeignKey& one, const ReflectedForeignKey& other) {
            return one.columns == other.columns && one.referred_table == other.referred_table &&
                   one.referred_columns == other.referred_columns;
        };
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys.erase(std::remove_if(keys.begin() + static_cast<std::ptrdiff_t>(i) + 1, keys.end(),
                                      [&](const auto& key) { return same_columns(keys[i], key); }),
                       keys.end());
        CreateTableText text = read_create_table(table_sql(table, schema));
        // Those whose text is found come first, in the order of the text and with what it says.
        std::vector<ReflectedForeignKey> found;
        for (ReflectedForeignKey& written : text.foreign_keys) {
            auto same = std::find_if(keys.begin(), keys.end(),
                                     [&](const auto& key) { return same_columns(key, written); });
            if (same == keys.end()) continue;
            written.referred_schema = schema;
            found.push_back(std::move(written));
            keys.erase(same);
        }
        std::move(keys.begin(), keys.end(), std::back_inserter(found));
        return found;
    }

    std::vector<ReflectedUnique> unique_constraints(const std::string& table, const Schema& schema) override {
        std::vector<std::vector<std::string>> automatic;
        for (const ReflectedIndex& index : all_indexes(table, schema, true)) {
            if (!index.name.starts_with("sqlite_autoindex")) continue;
            std::vector<std::string> names;
            for (const auto& column : index.columns) names.push_back(column.value_or(""));
            automatic.push_back(std::move(names));
        }
        std::vector<ReflectedUnique> found;
        for (ReflectedUnique& unique : read_create_table(table_sql(table, schema)).uniques) {
            auto same = std::find(automatic.begin(), automatic.end(), unique.columns);
            if (same == automatic.end()) continue;
            automatic.erase(same);
            found.push_back(std::move(unique));
        }
        return found;
    }

    std::vector<ReflectedCheck> check_constraints(const std::string& table, const Schema& schema) override {
        std::vector<ReflectedCheck> checks = read_create_table(table_sql(table, schema)).checks;
        std::stable_sort(checks.begin(), checks.end(), [](const ReflectedCheck& a, const ReflectedCheck& b) {
            return a.name.value_or("~") < b.name.value_or("~");
        });
        return checks;
    }

    std::vector<ReflectedIndex> indexes(const std::string& table, const Schema& schema) override {
        std::vector<ReflectedIndex> found = all_indexes(table, schema, false);
        if (found.empty() && !has_table(table, schema)) missing(table, schema);
        return found;
    }

    std::optional<std::string> table_comment(const std::string&, const Schema&) override {
        // The dialect's own sentence: SQLite has no comments.
        throw Error("Dialect does not support comment reflection");
    }

    std::vector<ReflectedEnum> enums(const Schema&) override { return {}; }
    bool has_sequence(const std::string&, const Schema&) override { return false; }
    std::vector<std::string> sequence_names(const Schema&) override { return {}; }

    std::optional<std::string> view_definition(const std::string& view, const Schema& schema) override {
        database::Value name = view;
        Result rows = connection_.execute(
            fmt::format("SELECT sql FROM {}sqlite_master WHERE name = ? AND type = 'view'", prefix(schema)),
            {&name, 1});
        if (rows.empty()) missing(view, schema);
        return text_of(rows.scalar());
    }

  private:
    [[noreturn]] static void missing(const std::string& table, const Schema& schema) {
        throw NoSuchTableError(schema ? fmt::format("{}.{}", *schema, table) : table);
    }

    static std::string prefix(const Schema& schema) {
        return schema ? database::Connection::quote_identifier(*schema) + "." : std::string();
    }

    std::vector<std::string> names(std::string_view type, const Schema& schema) {
        Result rows = connection_.execute(fmt::format(
            "SELECT name FROM {}sqlite_master WHERE type = '{}' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
            "ORDER BY name",
            prefix(schema), type));
        std::vector<std::string> names;
        for (std::size_t i = 0; i < rows.size(); ++i) names.push_back(text_of(rows.at(i, 0)));
        return names;
    }

    // Of the main database, else of the temporary one.
    Result pragma(std::string_view pragma_name, const std::string& table, const Schema& schema) {
        std::string quoted = database::Connection::quote_identifier(table);
        if (schema)
            return connection_.execute(fmt::format("PRAGMA {}{}({})", prefix(schema), pragma_name, quoted));
        Result rows = connection_.execute(fmt::format("PRAGMA main.{}({})", pragma_name, quoted));
        if (!rows.empty()) return rows;
        return connection_.execute(fmt::format("PRAGMA temp.{}({})", pragma_name, quoted));
    }

    std::string table_sql(const std::string& table, const Schema& schema) {
        database::Value name = table;
        std::string tables = schema
                                 ? prefix(schema) + "sqlite_master"
                                 : "(SELECT * FROM sqlite_master UNION ALL SELECT * FROM sqlite_temp_master)";
        Result rows = connection_.execute(
            fmt::format("SELECT sql FROM {} WHERE name = ? AND type IN ('table', 'view')", tables),
            {&name, 1});
        bool internal = table == "sqlite_master" || table == "sqlite_schema" ||
                        table == "sqlite_temp_master" || table == "sqlite_temp_schema";
        if (rows.empty() && !internal) missing(table, schema);
        return rows.empty() ? std::string() : text_of(rows.scalar());
    }

    static std::string generated_sql(const CreateTableText& text, const std::string& column) {
        for (const auto& [name, sql] : text.generated)
            if (name == column) return sql;
        return {};
    }

    std::vector<ReflectedForeignKey> pragma_foreign_keys(const std::string& table, const Schema& schema) {
        std::vector<ReflectedForeignKey> keys;
        std::map<std::int64_t, std::size_t> places;
        Result rows = pragma("foreign_key_list", table, schema);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto [place, added] = places.try_emplace(rows.at(i, 0).integer(), keys.size());
            if (added) {
                ReflectedForeignKey key;
                key.referred_schema = schema;
                key.referred_table = text_of(rows.at(i, 2));
                // No column named: the primary key of the other table.
                if (rows.at(i, 4).is_null() && has_table(key.referred_table, schema))
                    key.referred_columns = primary_key(key.referred_table, schema).columns;
                keys.push_back(std::move(key));
            }
            ReflectedForeignKey& key = keys[place->second];
            key.columns.push_back(text_of(rows.at(i, 3)));
            if (!rows.at(i, 4).is_null()) key.referred_columns.push_back(text_of(rows.at(i, 4)));
        }
        return keys;
    }

    std::vector<ReflectedIndex> all_indexes(const std::string& table, const Schema& schema,
                                            bool automatic_too) {
        std::vector<ReflectedIndex> found;
        Result rows = pragma("index_list", table, schema);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ReflectedIndex index;
            index.name = text_of(rows.at(i, 1));
            if (!automatic_too && index.name.starts_with("sqlite_autoindex")) continue;
            index.unique = rows.at(i, 2).integer() != 0;
            if (rows.at(i, 4).integer() != 0) index.where = predicate(index.name, schema);
            // An index on an expression is left out, as the reference leaves it out.
            if (read_index_columns(index, schema)) found.push_back(std::move(index));
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const ReflectedIndex& a, const ReflectedIndex& b) { return a.name < b.name; });
        return found;
    }

    bool read_index_columns(ReflectedIndex& index, const Schema& schema) {
        Result rows = pragma("index_info", index.name, schema);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows.at(i, 2).is_null()) return false;
            index.columns.emplace_back(text_of(rows.at(i, 2)));
        }
        return true;
    }

    // What stands behind ") WHERE" in the statement that made the index.
    std::optional<std::string> predicate(const std::string& index, const Schema& schema) {
        database::Value name = index;
        Result rows = connection_.execute(
            fmt::format("SELECT sql FROM {}sqlite_master WHERE name = ? AND type = 'index'", prefix(schema)),
            {&name, 1});
        std::string sql = text_of(rows.scalar());
        std::string upper = text::to_upper(sql);
        for (std::size_t at = upper.find("WHERE"); at != std::string::npos;
             at = upper.find("WHERE", at + 1)) {
            std::string_view before = text::trim_end(std::string_view(upper).substr(0, at));
            if (before.size() < at && before.ends_with(')') && at + 5 < sql.size() &&
                text::is_space(sql[at + 5]))
                return std::string(text::trim_start(std::string_view(sql).substr(at + 5)));
        }
        return std::nullopt;
    }

    database::Connection& connection_;
};

} // namespace

std::unique_ptr<Inspector> make_sqlite_inspector(database::Connection& connection) {
    return std::make_unique<SqliteInspector>(connection);
}

std::unique_ptr<Inspector> make_inspector(database::Connection& connection) {
    return connection.dialect() == database::Dialect::sqlite ? make_sqlite_inspector(connection)
                                                             : make_postgresql_inspector(connection);
}

} // namespace limbeck::sqlalchemy
