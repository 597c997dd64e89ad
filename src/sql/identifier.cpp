#include "sql/identifier.hpp"

#include "schema/errors.hpp"
#include "schema/metadata.hpp"
#include "support/text.hpp"

#include <unordered_set>

namespace limbeck::sql {

namespace {

using Words = std::unordered_set<std::string_view>;

const Words& postgresql_words() {
    static const Words words = {
        "all",
        "analyse",
        "analyze",
        "and",
        "any",
        "array",
        "as",
        "asc",
        "asymmetric",
        "authorization",
        "between",
        "binary",
        "both",
        "case",
        "cast",
        "check",
        "collate",
        "column",
        "constraint",
        "create",
        "cross",
        "current_catalog",
        "current_date",
        "current_role",
        "current_schema",
        "current_time",
        "current_timestamp",
        "current_user",
        "default",
        "deferrable",
        "desc",
        "distinct",
        "do",
        "else",
        "end",
        "except",
        "false",
        "fetch",
        "for",
        "foreign",
        "freeze",
        "from",
        "full",
        "grant",
        "group",
        "having",
        "ilike",
        "in",
        "initially",
        "inner",
        "intersect",
        "into",
        "is",
        "isnull",
        "join",
        "leading",
        "left",
        "like",
        "limit",
        "localtime",
        "localtimestamp",
        "natural",
        "new",
        "not",
        "notnull",
        "null",
        "of",
        "off",
        "offset",
        "old",
        "on",
        "only",
        "or",
        "order",
        "outer",
        "over",
        "overlaps",
        "placing",
        "primary",
        "references",
        "returning",
        "right",
        "select",
        "session_user",
        "similar",
        "some",
        "symmetric",
        "table",
        "then",
        "to",
        "trailing",
        "true",
        "union",
        "unique",
        "user",
        "using",
        "variadic",
        "verbose",
        "when",
        "where",
        "window",
        "with",
    };
    return words;
}

// Words of PostgreSQL that are names to SQL of no database in particular.
const Words& generic_names() {
    static const Words words = {"current_catalog", "current_schema", "fetch",  "of",  "over",
                                "returning",       "variadic",       "window", "with"};
    return words;
}

const Words& sqlite_words() {
    static const Words words = {
        "add",          "after",
        "all",          "alter",
        "analyze",      "and",
        "as",           "asc",
        "attach",       "autoincrement",
        "before",       "begin",
        "between",      "by",
        "cascade",      "case",
        "cast",         "check",
        "collate",      "column",
        "commit",       "conflict",
        "constraint",   "create",
        "cross",        "current_date",
        "current_time", "current_timestamp",
        "database",     "default",
        "deferrable",   "deferred",
        "delete",       "desc",
        "detach",       "distinct",
        "drop",         "each",
        "else",         "end",
        "escape",       "except",
        "exclusive",    "exists",
        "explain",      "fail",
        "false",        "for",
        "foreign",      "from",
        "full",         "glob",
        "group",        "having",
        "if",           "ignore",
        "immediate",    "in",
        "index",        "indexed",
        "initially",    "inner",
        "insert",       "instead",
        "intersect",    "into",
        "is",           "isnull",
        "join",         "key",
        "left",         "like",
        "limit",        "match",
        "natural",      "not",
        "notnull",      "null",
        "of",           "offset",
        "on",           "or",
        "order",        "outer",
        "plan",         "pragma",
        "primary",      "query",
        "raise",        "references",
        "reindex",      "rename",
        "replace",      "restrict",
        "right",        "rollback",
        "row",          "select",
        "set",          "table",
        "temp",         "temporary",
        "then",         "to",
        "transaction",  "trigger",
        "true",         "union",
        "unique",       "update",
        "using",        "vacuum",
        "values",       "view",
        "virtual",      "when",
        "where",
    };
    return words;
}

} // namespace

bool has_illegal_characters(std::string_view name) {
    if (name.empty()) return true;
    for (char c : name) {
        bool legal = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                     c == '$';
        if (!legal) return true;
    }
    return false;
}

bool requires_quotes(std::string_view name, const Dialect& dialect) {
    if (name.empty() || (name[0] >= '0' && name[0] <= '9') || name[0] == '$') return true;
    for (char c : name) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
        if (!plain) return true;
    }
    if (dialect.is_sqlite()) return sqlite_words().contains(name);
    if (dialect.is_generic() && generic_names().contains(name)) return false;
    return postgresql_words().contains(name) || (dialect.is_generic() && name == "set");
}

void append_quoted(std::string& out, std::string_view name, const Dialect& dialect) {
    out += '"';
    for (char c : name) {
        out += c;
        if (c == '"' || (c == '%' && dialect.double_percents())) out += c;
    }
    out += '"';
}

void append_name(std::string& out, const schema::Name& name, const Dialect& dialect) {
    if (name.quote == schema::Quote::always ||
        (name.quote == schema::Quote::automatic && requires_quotes(name.text, dialect)))
        append_quoted(out, name.text, dialect);
    else
        out += name.text;
}

std::string quoted(const schema::Name& name, const Dialect& dialect) {
    std::string out;
    append_name(out, name, dialect);
    return out;
}

void append_qualified(std::string& out, const std::optional<schema::Name>& schema, const schema::Name& name,
                      const Dialect& dialect) {
    if (schema && !schema->empty()) {
        append_name(out, *schema, dialect);
        out += '.';
    }
    append_name(out, name, dialect);
}

void append_dotted(std::string& out, const std::optional<schema::Name>& schema, const schema::Name& name,
                   const Dialect& dialect) {
    if (schema && !schema->empty()) {
        if (schema->quote != schema::Quote::automatic) {
            append_name(out, *schema, dialect);
            out += '.';
        } else {
            for (std::string_view part : text::split(schema->text, '.')) {
                append_name(out, schema::Name(part), dialect);
                out += '.';
            }
        }
    }
    append_name(out, name, dialect);
}

void require_length(const schema::Name& name, const Dialect& dialect) {
    if (text::utf8_length(name.text) > dialect.max_identifier_length)
        throw schema::IdentifierError(fmt::format("Identifier '{}' exceeds maximum length of {} characters",
                                                  name.text, dialect.max_identifier_length));
}

void append_constraint_name(std::string& out, const schema::Name& name, const Dialect& dialect) {
    if (!name.truncatable) require_length(name, dialect);
    if (text::utf8_length(name.text) <= dialect.max_identifier_length) return append_name(out, name, dialect);
    schema::Name shorter(schema::shortened(name.text, dialect.max_identifier_length));
    append_name(out, shorter, dialect);
}

} // namespace limbeck::sql
