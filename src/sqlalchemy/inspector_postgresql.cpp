// PostgreSQL's side of the inspector: its catalogs.
//
// A table is looked up once per question, by name in a schema or, without one, along the search path; all
// else goes by its number. What the reference reads out of pg_get_constraintdef()'s text is taken from the
// catalog's columns wherever they have it.
#include "sqlalchemy/inspector.hpp"
#include "sqlalchemy/postgresql_type_text.hpp"

#include "database/connection.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using database::Cell;
using database::Result;
using database::Value;

std::string text_of(const Cell& cell) {
    return cell.is_null() ? std::string() : cell.to_string();
}
std::optional<std::string> optional_text(const Cell& cell) {
    return cell.is_null() ? std::nullopt : std::optional(cell.to_string());
}
bool is_true(const Cell& cell) {
    if (cell.kind() == database::CellKind::boolean) return cell.boolean();
    std::string text = text_of(cell);
    return text == "t" || text == "true";
}
std::int64_t number(const Cell& cell) {
    return cell.is_null() ? 0 : std::stoll(cell.to_string());
}

// One letter of pg_constraint's confupdtype and confdeltype; NO ACTION is not said.
std::optional<std::string> action(std::string_view letter) {
    if (letter == "r") return "RESTRICT";
    if (letter == "c") return "CASCADE";
    if (letter == "n") return "SET NULL";
    if (letter == "d") return "SET DEFAULT";
    return std::nullopt;
}

// Parentheses that enclose the whole text, as often as they do.
std::string_view strip_outer_parentheses(std::string_view text) {
    while (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
        int depth = 0;
        bool quoted = false;
        std::size_t i = 0;
        for (; i < text.size(); ++i) {
            if (text[i] == '\'') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '(') ++depth;
            if (text[i] == ')' && --depth == 0) break;
        }
        if (i + 1 != text.size()) break;
        text = text.substr(1, text.size() - 2);
    }
    return text;
}

// The words behind a constraint's text that are no part of its expression.
bool take_ending(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending)) return false;
    text.remove_suffix(ending.size());
    return true;
}

class PostgresqlInspector : public Inspector {
  public:
    explicit PostgresqlInspector(database::Connection& connection) : connection_(connection) {}

    std::string_view dialect_name() const override { return "postgresql"; }
    std::string default_schema() override {
        return text_of(connection_.execute("SELECT current_schema()").scalar());
    }

    std::vector<std::string> schema_names() override {
        return column_of(connection_.execute(
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY nspname"));
    }

    std::vector<std::string> table_names(const Schema& schema) override {
        return relations("'r','p','f'", schema);
    }
    std::vector<std::string> view_names(const Schema& schema) override { return relations("'v'", schema); }
    std::vector<std::string> sequence_names(const Schema& schema) override {
        return relations("'S'", schema);
    }

    bool has_table(const std::string& table, const Schema& schema) override {
        return find(table, schema, "'r','p','f','v','m'").has_value();
    }

    bool has_sequence(const std::string& name, const Schema& schema) override {
        return find(name, schema, "'S'").has_value();
    }

    std::vector<ReflectedColumn> columns(const std::string& table, const Schema& schema) override {
        std::string oid = table_number(table, schema);
        std::string generated = connection_.server_version() >= 120000 ? "a.attgenerated" : "''";
        std::string identity = connection_.server_version() >= 100000 ? "a.attidentity" : "''";
        Result rows =
            query(fmt::format(
                      "SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, "
                      "pg_catalog.pg_get_expr(d.adbin, d.adrelid), {}::text, {}::text, "
                      "pg_catalog.col_description(a.attrelid, a.attnum), a.attnum, "
                      "CASE WHEN a.attcollation <> t.typcollation THEN c.collname END "
                      "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid "
                      "LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
                      "LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation "
                      "WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
                      generated, identity),
                  {oid});
        TypeNames names = named_types();
        std::vector<ReflectedColumn> columns;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ReflectedColumn column;
            column.name = text_of(rows.at(i, 0));
            column.type = type_from_text(text_of(rows.at(i, 1)), names, text_of(rows.at(i, 8)));
            column.nullable = !is_true(rows.at(i, 2));
            column.default_sql = optional_text(rows.at(i, 3));
            column.comment = optional_text(rows.at(i, 6));
            if (column.type->kind == schema::TypeKind::DOMAIN) {
                if (!column.default_sql) column.default_sql = column.type->default_text;
                column.nullable = column.nullable && !column.type->not_null.value_or(false);
            }
            if (std::string kind = text_of(rows.at(i, 4)); !kind.empty()) {
                column.computed = ReflectedColumn::Generated{column.default_sql.value_or(""), kind == "s"};
                column.default_sql.reset();
            }
            if (std::string kind = text_of(rows.at(i, 5)); !kind.empty())
                column.identity = identity_of(oid, text_of(rows.at(i, 7)), kind == "a");
            column.autoincrement = column.identity.has_value();
            adapt_sequence_default(column, schema);
            columns.push_back(std::move(column));
        }
        return columns;
    }

    ReflectedPrimaryKey primary_key(const std::string& table, const Schema& schema) override {
        ReflectedPrimaryKey key;
        for (ReflectedUnique& found : key_constraints("p", table, schema)) {
            key.name = std::move(found.name);
            key.columns = std::move(found.columns);
            key.comment = std::move(found.comment);
            key.include = std::move(found.include);
        }
        return key;
    }

    std::vector<ReflectedUnique> unique_constraints(const std::string& table, const Schema& schema) override {
        return key_constraints("u", table, schema);
    }

    std::vector<ReflectedForeignKey> foreign_keys(const std::string& table, const Schema& schema) override {
        Result rows =
            query("SELECT k.conname, n.nspname, r.relname, pg_catalog.pg_table_is_visible(r.oid), "
                  "own.attname, other.attname, "
                  "k.confupdtype::text, k.confdeltype::text, k.confmatchtype::text, k.condeferrable, "
                  "k.condeferred, "
                  "pg_catalog.obj_description(k.oid, 'pg_constraint') "
                  "FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class r ON r.oid = k.confrelid "
                  "JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace "
                  "CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair(own, other, place) "
                  "JOIN pg_catalog.pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = pair.own "
                  "JOIN pg_catalog.pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = "
                  "pair.other "
                  "WHERE k.contype = 'f' AND k.conrelid = $1::oid ORDER BY k.conname, pair.place",
                  {table_number(table, schema)});
        std::vector<ReflectedForeignKey> keys;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string name = text_of(rows.at(i, 0));
            if (keys.empty() || keys.back().name != name) keys.push_back(foreign_key(rows, i, schema));
            keys.back().columns.push_back(text_of(rows.at(i, 4)));
            keys.back().referred_columns.push_back(text_of(rows.at(i, 5)));
        }
        return keys;
    }

    std::vector<ReflectedCheck> check_constraints(const std::string& table, const Schema& schema) override {
        Result rows = query("SELECT conname, pg_catalog.pg_get_constraintdef(oid, true), "
                            "pg_catalog.obj_description(oid, 'pg_constraint') FROM pg_catalog.pg_constraint "
                            "WHERE contype = 'c' AND conrelid = $1::oid ORDER BY conname",
                            {table_number(table, schema)});
        std::vector<ReflectedCheck> checks;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ReflectedCheck check;
            check.name = text_of(rows.at(i, 0));
            check.comment = optional_text(rows.at(i, 2));
            std::string definition = text_of(rows.at(i, 1));
            std::string_view text = definition;
            check.not_valid = take_ending(text, " NOT VALID");
            check.no_inherit = take_ending(text, " NO INHERIT");
            if (text.starts_with("CHECK")) text = text::trim_start(text.substr(5));
            check.sql = std::string(strip_outer_parentheses(text));
            checks.push_back(std::move(check));
        }
        return checks;
    }

    std::vector<ReflectedIndex> indexes(const std::string& table, const Schema& schema) override {
        std::string nulls = connection_.server_version() >= 150000 ? "i.indnullsnotdistinct" : "false";
        std::string keys = connection_.server_version() >= 110000 ? "i.indnkeyatts" : "i.indnatts";
        Result rows = query(
            fmt::format(
                "SELECT c.relname, i.indisunique, am.amname, "
                "pg_catalog.pg_get_expr(i.indpred, i.indrelid), {}, k.conname, "
                "pair.number = 0, CASE WHEN pair.number = 0 "
                "THEN pg_catalog.pg_get_indexdef(i.indexrelid, pair.place::int, true) ELSE a.attname::text "
                "END, "
                "o.opcname, o.opcdefault, pair.place > {}, i.indoption[pair.place - 1]::int, i.indexrelid "
                "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
                "JOIN pg_catalog.pg_am am ON am.oid = c.relam "
                "LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = "
                "i.indrelid "
                "AND k.contype IN ('p', 'u', 'x') "
                "CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS pair(number, place) "
                "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = pair.number "
                "LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[pair.place - 1] "
                "WHERE i.indrelid = $1::oid AND NOT i.indisprimary ORDER BY c.relname, pair.place",
                nulls, keys),
            {table_number(table, schema)});
        std::vector<ReflectedIndex> indexes;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string name = text_of(rows.at(i, 0));
            if (indexes.empty() || indexes.back().name != name) indexes.push_back(index_of(rows, i));
            add_element(indexes.back(), rows, i);
        }
        // The texts matter only where there is an expression among them.
        for (ReflectedIndex& index : indexes) {
            bool plain = true;
            for (const auto& column : index.columns) plain = plain && column.has_value();
            if (plain) index.expressions.clear();
        }
        return indexes;
    }

    std::optional<std::string> table_comment(const std::string& table, const Schema& schema) override {
        return optional_text(
            query("SELECT pg_catalog.obj_description($1::oid, 'pg_class')", {table_number(table, schema)})
                .scalar());
    }

    std::vector<ReflectedEnum> enums(const Schema& schema) override {
        std::string where = schema ? "n.nspname = $1"
                                   : "$1::text IS NULL AND pg_catalog.pg_type_is_visible(t.oid) AND "
                                     "n.nspname <> 'pg_catalog'";
        if (schema == "*") where = "$1::text IS NOT NULL";
        return enums_where(where, schema ? Value(*schema) : Value(nullptr));
    }

    std::optional<std::string> view_definition(const std::string& view, const Schema& schema) override {
        auto oid = find(view, schema, "'v','m'");
        if (!oid) missing(view, schema);
        return optional_text(query("SELECT pg_catalog.pg_get_viewdef($1::oid)", {*oid}).scalar());
    }

  private:
    [[noreturn]] static void missing(const std::string& table, const Schema& schema) {
        throw NoSuchTableError(schema ? fmt::format("{}.{}", *schema, table) : table);
    }

    Result query(std::string_view sql, const std::vector<Value>& parameters) {
        return connection_.execute(sql, parameters);
    }

    static std::vector<std::string> column_of(const Result& rows) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < rows.size(); ++i) values.push_back(text_of(rows.at(i, 0)));
        return values;
    }

    std::vector<std::string> relations(std::string_view kinds, const Schema& schema) {
        std::string where = schema ? "n.nspname = $1"
                                   : "$1::text IS NULL AND pg_catalog.pg_table_is_visible(c.oid) AND "
                                     "n.nspname <> 'pg_catalog'";
        return column_of(query(fmt::format("SELECT c.relname FROM pg_catalog.pg_class c "
                                           "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                                           "WHERE c.relkind IN ({}) AND c.relpersistence <> 't' AND {}",
                                           kinds, where),
                               {schema ? Value(*schema) : Value(nullptr)}));
    }

    std::optional<std::string> find(const std::string& name, const Schema& schema, std::string_view kinds) {
        std::string where = schema ? "n.nspname = $2"
                                   : "$2::text IS NULL AND pg_catalog.pg_table_is_visible(c.oid) AND "
                                     "n.nspname <> 'pg_catalog'";
        Result rows = query(fmt::format("SELECT c.oid FROM pg_catalog.pg_class c "
                                        "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                                        "WHERE c.relname = $1 AND c.relkind IN ({}) AND {}",
                                        kinds, where),
                            {name, schema ? Value(*schema) : Value(nullptr)});
        if (rows.empty()) return std::nullopt;
        return text_of(rows.scalar());
    }

    std::string table_number(const std::string& table, const Schema& schema) {
        auto oid = find(table, schema, "'r','p','f','v','m'");
        if (!oid) missing(table, schema);
        return *oid;
    }

    schema::Identity identity_of(const std::string& oid, const std::string& attnum, bool always) {
        Result rows =
            query("SELECT s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle "
                  "FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_depend d ON d.objid = s.seqrelid "
                  "AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'i' "
                  "WHERE d.refobjid = $1::oid AND d.refobjsubid = $2::int",
                  {oid, attnum});
        schema::Identity identity;
        identity.always = always;
        if (rows.empty()) return identity;
        identity.options.start = number(rows.at(0, 0));
        identity.options.increment = number(rows.at(0, 1));
        identity.options.minvalue = number(rows.at(0, 2));
        identity.options.maxvalue = number(rows.at(0, 3));
        identity.options.cache = number(rows.at(0, 4));
        identity.options.cycle = is_true(rows.at(0, 5));
        return identity;
    }

    // nextval('seq'): a column that counts by itself; the sequence is named with the schema that was asked
    // for.
    static void adapt_sequence_default(ReflectedColumn& column, const Schema& schema) {
        if (!column.default_sql) return;
        std::string& sql = *column.default_sql;
        std::size_t start = sql.find("nextval('");
        if (start == std::string::npos) return;
        start += 9;
        std::size_t end = sql.find('\'', start);
        if (end == std::string::npos) return;
        if (schema::affinity(*column.type) == schema::Affinity::integer) column.autoincrement = true;
        if (schema && sql.substr(start, end - start).find('.') == std::string::npos)
            sql.insert(start, fmt::format("\"{}\".", *schema));
    }

    std::vector<ReflectedUnique> key_constraints(const std::string& kind, const std::string& table,
                                                 const Schema& schema) {
        std::string nulls = connection_.server_version() >= 150000 ? "i.indnullsnotdistinct" : "false";
        Result rows = query(
            fmt::format(
                "SELECT k.conname, a.attname, pg_catalog.obj_description(k.oid, 'pg_constraint'), {}, "
                "own.place > pg_catalog.cardinality(k.conkey) "
                "FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid "
                "CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS own(number, place) "
                "JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = own.number "
                "WHERE k.contype = $2 AND k.conrelid = $1::oid ORDER BY k.conname, own.place",
                nulls),
            {table_number(table, schema), kind});
        std::vector<ReflectedUnique> keys;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string name = text_of(rows.at(i, 0));
            if (keys.empty() || keys.back().name != name)
                keys.push_back({name, {}, optional_text(rows.at(i, 2)), is_true(rows.at(i, 3))});
            (is_true(rows.at(i, 4)) ? keys.back().include : keys.back().columns)
                .push_back(text_of(rows.at(i, 1)));
        }
        return keys;
    }

    static ReflectedForeignKey foreign_key(const Result& rows, std::size_t i, const Schema& schema) {
        ReflectedForeignKey key;
        key.name = text_of(rows.at(i, 0));
        std::string namespace_ = text_of(rows.at(i, 1));
        key.referred_table = text_of(rows.at(i, 2));
        // A table on the search path has no schema, unless it is in the one that was asked for.
        if (!is_true(rows.at(i, 3)) || schema == namespace_) key.referred_schema = namespace_;
        key.onupdate = action(text_of(rows.at(i, 6)));
        key.ondelete = action(text_of(rows.at(i, 7)));
        std::string match = text_of(rows.at(i, 8));
        if (match == "f") key.match = "FULL";
        if (match == "p") key.match = "PARTIAL";
        if (is_true(rows.at(i, 9))) key.deferrable = true;
        if (is_true(rows.at(i, 10))) key.initially = "DEFERRED";
        key.comment = optional_text(rows.at(i, 11));
        return key;
    }

    ReflectedIndex index_of(const Result& rows, std::size_t i) {
        ReflectedIndex index;
        index.name = text_of(rows.at(i, 0));
        index.unique = is_true(rows.at(i, 1));
        if (std::string method = text_of(rows.at(i, 2)); method != "btree") index.using_ = method;
        index.where = optional_text(rows.at(i, 3));
        index.nulls_not_distinct = is_true(rows.at(i, 4));
        if (!rows.at(i, 5).is_null()) index.duplicates_constraint = index.name;
        Result options =
            query("SELECT option_name, option_value FROM pg_catalog.pg_class c "
                  "CROSS JOIN LATERAL pg_catalog.pg_options_to_table(c.reloptions) WHERE c.oid = $1::oid",
                  {text_of(rows.at(i, 12))});
        for (std::size_t o = 0; o < options.size(); ++o)
            index.with.emplace_back(text_of(options.at(o, 0)), text_of(options.at(o, 1)));
        return index;
    }

    static void add_element(ReflectedIndex& index, const Result& rows, std::size_t i) {
        std::string element = text_of(rows.at(i, 7));
        if (is_true(rows.at(i, 10))) {
            index.include.push_back(element);
            return;
        }
        bool is_expression = is_true(rows.at(i, 6));
        index.columns.push_back(is_expression ? std::nullopt : std::optional(element));
        index.expressions.push_back(element);
        if (!rows.at(i, 9).is_null() && !is_true(rows.at(i, 9)))
            index.operator_classes.emplace_back(element, text_of(rows.at(i, 8)));
        // indoption: bit 0 is DESC, bit 1 NULLS FIRST; what is the order's own default is not said.
        std::int64_t flags = number(rows.at(i, 11));
        bool descending = (flags & 1) != 0, nulls_first = (flags & 2) != 0;
        std::vector<std::string> sorting;
        if (descending) sorting.emplace_back("desc");
        if (descending && !nulls_first) sorting.emplace_back("nulls_last");
        if (!descending && nulls_first) sorting.emplace_back("nulls_first");
        if (!sorting.empty()) index.sorting.emplace_back(element, std::move(sorting));
    }

    std::vector<ReflectedEnum> enums_where(const std::string& where, const Value& parameter) {
        Result rows = query(
            fmt::format("SELECT t.typname, n.nspname, pg_catalog.pg_type_is_visible(t.oid), e.enumlabel "
                        "FROM pg_catalog.pg_type t "
                        "JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
                        "LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid "
                        "WHERE t.typtype = 'e' AND {} ORDER BY n.nspname, t.typname, e.enumsortorder",
                        where),
            {parameter});
        std::vector<ReflectedEnum> enums;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::string name = text_of(rows.at(i, 0)), schema = text_of(rows.at(i, 1));
            if (enums.empty() || enums.back().name != name || enums.back().schema != schema)
                enums.push_back({name, schema, is_true(rows.at(i, 2)), {}});
            if (!rows.at(i, 3).is_null()) enums.back().labels.push_back(text_of(rows.at(i, 3)));
        }
        return enums;
    }

    // The database's own enums and domains, for columns that are of one.
    TypeNames named_types() {
        TypeNames names;
        names.enums = enums_where("$1::text IS NOT NULL", "*");
        Result rows = connection_.execute(
            "SELECT t.typname, n.nspname, pg_catalog.pg_type_is_visible(t.oid), "
            "pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault, k.conname, "
            "pg_catalog.pg_get_constraintdef(k.oid, true) FROM pg_catalog.pg_type t "
            "JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
            "LEFT JOIN LATERAL (SELECT oid, conname FROM pg_catalog.pg_constraint WHERE contypid = t.oid AND "
            "contype = 'c' ORDER BY conname LIMIT 1) k ON true "
            "WHERE t.typtype = 'd' AND n.nspname NOT IN ('pg_catalog', 'information_schema')");
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ReflectedDomain domain;
            domain.name = text_of(rows.at(i, 0));
            domain.schema = text_of(rows.at(i, 1));
            domain.visible = is_true(rows.at(i, 2));
            domain.type = text_of(rows.at(i, 3));
            domain.not_null = is_true(rows.at(i, 4));
            domain.default_sql = optional_text(rows.at(i, 5));
            domain.constraint_name = optional_text(rows.at(i, 6));
            std::string check = text_of(rows.at(i, 7));
            std::string_view text = check;
            if (text.starts_with("CHECK")) text = text::trim_start(text.substr(5));
            domain.check = std::string(strip_outer_parentheses(text));
            names.domains.push_back(std::move(domain));
        }
        return names;
    }

    database::Connection& connection_;
};

} // namespace

std::unique_ptr<Inspector> make_postgresql_inspector(database::Connection& connection) {
    return std::make_unique<PostgresqlInspector>(connection);
}

} // namespace limbeck::sqlalchemy
