// Dialect arguments: `postgresql_where=`, `sqlite_autoincrement=`, `mysql_engine=`.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace limbeck::sqlalchemy {

using python::Value;

namespace {

struct Accepted {
    std::string_view dialect, class_name, arguments; // separated by blanks; "*": any
};

// Which arguments the reference's dialects know, by class.
constexpr Accepted accepted[] = {
    {"postgresql", "Index", "using include where ops concurrently with tablespace nulls_not_distinct"},
    {"postgresql", "Table", "ignore_search_path tablespace partition_by with_oids on_commit inherits using"},
    {"postgresql", "CheckConstraint", "not_valid"},
    {"postgresql", "ForeignKeyConstraint", "not_valid"},
    {"postgresql", "PrimaryKeyConstraint", "include"},
    {"postgresql", "UniqueConstraint", "include nulls_not_distinct"},
    {"sqlite", "Table", "autoincrement with_rowid strict"},
    {"sqlite", "Index", "where"},
    {"sqlite", "Column", "on_conflict_primary_key on_conflict_not_null on_conflict_unique"},
    {"sqlite", "Constraint", "on_conflict"},
    {"mysql", "Table", "*"},
    {"mysql", "PrimaryKeyConstraint", "using"},
    {"mysql", "Index", "using length prefix with_parser"},
    {"mariadb", "Table", "*"},
    {"mariadb", "PrimaryKeyConstraint", "using"},
    {"mariadb", "Index", "using length prefix with_parser"},
    {"mssql", "PrimaryKeyConstraint", "clustered"},
    {"mssql", "UniqueConstraint", "clustered"},
    {"mssql", "Index", "clustered include where columnstore"},
    {"mssql", "Column", "identity_start identity_increment"},
    {"oracle", "Table", "resolve_synonyms on_commit compress tablespace"},
    {"oracle", "Index", "bitmap compress vector"},
};

constexpr std::string_view known_dialects[] = {"postgresql", "sqlite", "mysql", "mariadb", "mssql", "oracle"};

constexpr std::string_view checked_classes[] = {"Index",
                                                "Table",
                                                "Column",
                                                "ForeignKey",
                                                "CheckConstraint",
                                                "ForeignKeyConstraint",
                                                "PrimaryKeyConstraint",
                                                "UniqueConstraint",
                                                "ExcludeConstraint"};

bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        std::size_t end = words.find(' ');
        if (words.substr(0, end) == word) return true;
        if (end == words.npos) return false;
        words.remove_prefix(end + 1);
    }
    return false;
}

void check(std::string_view dialect, std::string_view argument, std::string_view key,
           std::string_view class_name) {
    if (std::find(std::begin(checked_classes), std::end(checked_classes), class_name) ==
        std::end(checked_classes))
        return;
    // Any dialect may stand there; those that are not known are not looked into.
    if (std::find(std::begin(known_dialects), std::end(known_dialects), dialect) == std::end(known_dialects))
        return;
    if (class_name == "ForeignKey") class_name = "ForeignKeyConstraint";
    for (const Accepted& entry : accepted) {
        bool applies = entry.class_name == class_name ||
                       (entry.class_name == "Constraint" && class_name.ends_with("Constraint"));
        if (applies && entry.dialect == dialect &&
            (entry.arguments == "*" || has_word(entry.arguments, argument)))
            return;
    }
    throw schema::ArgumentError(fmt::format("Argument {} is not accepted by dialect {} on behalf of <class "
                                            "'sqlalchemy.sql.schema.{}'>",
                                            schema::repr(std::string_view(key)), schema::repr(dialect),
                                            class_name));
}

// A list or tuple of what `made` makes of the items; Nothing for any other value.
std::optional<schema::Value> sequence_of(const Value& value, schema::Value (*made)(const Value&)) {
    if (auto* list = python::as<python::List>(value)) {
        schema::List out;
        for (const Value& item : list->items) out.items.push_back(made(item));
        return out;
    }
    if (auto* tuple = python::as<python::Tuple>(value)) {
        schema::Tuple out;
        for (const Value& item : tuple->items) out.items.push_back(made(item));
        return out;
    }
    return std::nullopt;
}

// Columns stand for their keys.
schema::Value plain(const Value& value) {
    if (auto* column = python::state_if<ColumnState>(value))
        return schema::Value(column->column->key_or_name());
    if (auto* table = python::state_if<TableState>(value)) return schema::Value(table->table->name.text);
    if (auto sequence = sequence_of(value, plain)) return *std::move(sequence);
    if (python::as<python::Dict>(value)) {
        schema::Dict made;
        python::for_each_item(value, [&](const Value& key, const Value& item) {
            made.items.emplace_back(plain(key), plain(item));
        });
        return made;
    }
    if (auto* state = python::state_if<ClauseState>(value))
        if (auto* ref = dynamic_cast<const schema::ColumnRef*>(state->expression.get()))
            return schema::Value(ref->key.empty() ? ref->name.text : ref->key);
    return to_value(value);
}

// Options that are names, which may say how they want to be quoted.
bool is_name(std::string_view key) {
    return key == "postgresql_inherits" || key == "postgresql_tablespace";
}

schema::Value plain_name(const Value& value) {
    if (auto sequence = sequence_of(value, plain_name)) return *std::move(sequence);
    schema::Quote quote = python::is_str(value) ? to_name(value).quote : schema::Quote::automatic;
    if (quote == schema::Quote::automatic) return plain(value);
    schema::Opaque name = to_opaque(value);
    name.quote = quote;
    return name;
}

} // namespace

schema::Options to_options(const python::Dict& keywords, std::string_view class_name) {
    schema::Options options;
    auto& dict = const_cast<python::Dict&>(keywords);
    python::for_each_item(Value(&dict), [&](const Value& name, const Value& value) {
        const std::string& key = python::as_text(name);
        std::size_t underscore = key.find('_');
        if (underscore == 0 || underscore == std::string::npos || underscore + 1 == key.size())
            python::raise(
                python::Exc::TypeError,
                fmt::format("Additional arguments should be named <dialectname>_<argument>, got '{}'", key));
        check(std::string_view(key).substr(0, underscore), std::string_view(key).substr(underscore + 1), key,
              class_name);
        if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as " + key);
        if (!python::state_if<ColumnState>(value))
            if (schema::ExpressionPtr expression = to_expression_if(value)) {
                options.set(key, std::move(expression));
                return;
            }
        options.set(key, is_name(key) ? plain_name(value) : plain(value));
    });
    return options;
}

} // namespace limbeck::sqlalchemy
