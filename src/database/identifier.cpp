#include "database/identifier.hpp"

#include <algorithm>

namespace limbeck::database {

namespace {

// Sorted. Words that cannot be names of columns or tables without quotes.
// clang-format off
constexpr std::string_view postgres_reserved[] = {
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization",
    "between", "binary", "both", "case", "cast", "check", "collate", "column", "constraint", "create",
    "cross", "current_catalog", "current_date", "current_role", "current_schema", "current_time",
    "current_timestamp", "current_user", "default", "deferrable", "desc", "distinct", "do", "else", "end",
    "except", "false", "fetch", "for", "foreign", "freeze", "from", "full", "grant", "group", "having",
    "ilike", "in", "initially", "inner", "intersect", "into", "is", "isnull", "join", "leading", "left",
    "like", "limit", "localtime", "localtimestamp", "natural", "new", "not", "notnull", "null", "of", "off",
    "offset", "old", "on", "only", "or", "order", "outer", "over", "overlaps", "placing", "primary",
    "references", "returning", "right", "select", "session_user", "similar", "some", "symmetric", "table",
    "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "verbose", "when",
    "where", "window", "with",
};
constexpr std::string_view sqlite_reserved[] = {
    "add", "after", "all", "alter", "analyze", "and", "as", "asc", "attach", "autoincrement", "before",
    "begin", "between", "by", "cascade", "case", "cast", "check", "collate", "column", "commit", "conflict",
    "constraint", "create", "cross", "current_date", "current_time", "current_timestamp", "database",
    "default", "deferrable", "deferred", "delete", "desc", "detach", "distinct", "drop", "each", "else",
    "end", "escape", "except", "exclusive", "exists", "explain", "fail", "false", "for", "foreign", "from",
    "full", "glob", "group", "having", "if", "ignore", "immediate", "in", "index", "indexed", "initially",
    "inner", "insert", "instead", "intersect", "into", "is", "isnull", "join", "key", "left", "like",
    "limit", "match", "natural", "not", "notnull", "null", "of", "offset", "on", "or", "order", "outer",
    "plan", "pragma", "primary", "query", "raise", "references", "reindex", "rename", "replace", "restrict",
    "right", "rollback", "row", "select", "set", "table", "temp", "temporary", "then", "to", "transaction",
    "trigger", "true", "union", "unique", "update", "using", "vacuum", "values", "view", "virtual", "when",
    "where",
};
// clang-format on

bool is_reserved(Dialect dialect, std::string_view name) {
    if (dialect == Dialect::postgresql)
        return std::binary_search(std::begin(postgres_reserved), std::end(postgres_reserved), name);
    return std::binary_search(std::begin(sqlite_reserved), std::end(sqlite_reserved), name);
}

bool is_plain(std::string_view name) {
    if (name.empty() || name[0] == '$' || (name[0] >= '0' && name[0] <= '9')) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    });
}

} // namespace

std::string quote_where_needed(Dialect dialect, std::string_view name) {
    return is_plain(name) && !is_reserved(dialect, name) ? std::string(name)
                                                         : Connection::quote_identifier(name);
}

} // namespace limbeck::database
