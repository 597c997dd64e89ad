// A column of a table as DDL needs it.
#pragma once

#include "schema/options.hpp"
#include "schema/script_object.hpp"

namespace limbeck::schema {

// Options of a sequence; what is nothing is not written.
struct SequenceOptions {
    std::optional<std::int64_t> start, increment, minvalue, maxvalue, cache;
    std::optional<bool> nominvalue, nomaxvalue; // written where they are set at all
    std::optional<bool> cycle;
};

struct Sequence {
    Name name;
    std::optional<Name> schema;
    SequenceOptions options;
    TypePtr data_type; // null: not said
    bool optional = false;
    bool has_metadata = false;
};

struct Identity {
    bool always = false;
    bool on_null = false;
    SequenceOptions options;
};

struct Computed {
    ExpressionPtr sqltext;
    std::optional<bool> persisted;
};

enum class ServerDefaultKind : std::uint8_t { none, text, expression, fetched };

// server_default: a text is written as a literal, an expression as it is, FetchedValue() not at all.
struct ServerDefault {
    ServerDefaultKind kind = ServerDefaultKind::none;
    std::string text;
    ExpressionPtr expression;

    static ServerDefault of(std::string text) { return {ServerDefaultKind::text, std::move(text), nullptr}; }
    static ServerDefault of(ExpressionPtr e) { return {ServerDefaultKind::expression, {}, std::move(e)}; }
    bool present() const { return kind != ServerDefaultKind::none; }
};

// `default=` and `onupdate=`: what INSERT and UPDATE write where a statement gives no value. Scalars and SQL
// only; a callable needs the script.
struct ClientDefault {
    // What the row's other columns get, by the names of the parameters.
    using Parameters = std::vector<std::pair<std::string, Value>>;
    std::optional<Value> value;
    ExpressionPtr expression;
    std::function<Value(const Parameters&)> callable;
};

enum class Autoincrement : std::uint8_t { automatic, yes, no, ignore_fk };

struct Table;
struct Constraint;

// A FOREIGN KEY of one column: `ForeignKey("schema.table.column", …)`.
struct ForeignKey {
    // Where it points; `table` where it was given as a column of one.
    std::optional<Name> schema;
    Name table;
    Name column;
    // The text as given: "schema.table.column".
    std::string target;

    std::optional<Name> name;
    std::optional<std::string> onupdate, ondelete, initially, match;
    std::optional<bool> deferrable;
    bool use_alter = false;
    bool link_to_name = false;
    std::string comment;
    Options options;
    // The type of the column it points to, where known: for columns that have none of their own.
    TypePtr target_type;
};

struct Column {
    Name name;
    std::string key; // empty: the name
    TypePtr type = null_type();

    bool primary_key = false;
    // Nothing: not said, and then it follows the primary key and the identity.
    std::optional<bool> nullable_given;
    bool nullable = true;
    std::optional<bool> index, unique;
    Autoincrement autoincrement = Autoincrement::automatic;
    bool system = false;

    ServerDefault server_default;
    std::optional<Identity> identity;
    std::optional<Computed> computed;
    std::shared_ptr<const Sequence> sequence; // Sequence(…) as the column's default
    std::optional<ClientDefault> client_default, onupdate;
    bool server_onupdate = false;

    std::vector<ForeignKey> foreign_keys;
    // CHECK constraints given inside the column: written behind it.
    std::vector<std::shared_ptr<Constraint>> constraints;
    std::optional<std::string> comment;
    Options options;
    // The table it was attached to, null before; not owned.
    const Table* table = nullptr;
    ScriptObject script;

    const std::string& key_or_name() const { return key.empty() ? name.text : key; }
};

// A column of the same arguments that belongs to no table: Column._copy().
ColumnPtr copy(const Column& column);

} // namespace limbeck::schema
