// SQL types as plain data: every generic and upper-case type of SQLAlchemy, those of its PostgreSQL, SQLite
// and MySQL dialects, and types that a script or a table of third-party types defines.
//
// One struct holds them all: a kind, and the arguments that the kind knows. What a type is called on a
// dialect is sql/type_compiler.hpp's business.
#pragma once

#include "schema/name.hpp"
#include "schema/value.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::schema {

struct Column;
struct Expression;
struct Index;
struct Type;
using TypePtr = std::shared_ptr<const Type>;

// One per `__visit_name__` of the reference. Lower case first: generic types, whose name depends on the
// dialect.
enum class TypeKind : std::uint8_t {
    null,
    string,
    unicode,
    text,
    unicode_text,
    integer,
    small_integer,
    big_integer,
    numeric,
    float_,
    double_,
    datetime,
    date,
    time,
    boolean,
    large_binary,
    enum_,
    interval,
    json,
    uuid,
    tuple,
    match, // what match() gives: a boolean
    json_index,
    json_path,
    // Upper case: written as they are called.
    INTEGER,
    SMALLINT,
    BIGINT,
    NUMERIC,
    DECIMAL,
    FLOAT,
    REAL,
    DOUBLE,
    DOUBLE_PRECISION,
    TIMESTAMP,
    DATETIME,
    DATE,
    TIME,
    TEXT,
    CLOB,
    NCLOB,
    VARCHAR,
    NVARCHAR,
    CHAR,
    NCHAR,
    BLOB,
    BINARY,
    VARBINARY,
    BOOLEAN,
    UUID,
    JSON,
    ARRAY,
    // PostgreSQL.
    JSONB,
    JSONPATH,
    ENUM,
    DOMAIN,
    HSTORE,
    INTERVAL,
    BIT,
    BYTEA,
    CITEXT,
    INET,
    CIDR,
    MACADDR,
    MACADDR8,
    MONEY,
    OID,
    REGCLASS,
    REGCONFIG,
    TSVECTOR,
    TSQUERY,
    INT4RANGE,
    INT8RANGE,
    NUMRANGE,
    DATERANGE,
    TSRANGE,
    TSTZRANGE,
    INT4MULTIRANGE,
    INT8MULTIRANGE,
    NUMMULTIRANGE,
    DATEMULTIRANGE,
    TSMULTIRANGE,
    TSTZMULTIRANGE,
    // Types of other dialects (MySQL's TINYINT, Oracle's NUMBER, …): `name` has the visit name. They work as
    // variants; compiled on PostgreSQL or SQLite they are the reference's error, but for those it knows.
    foreign,
    // A TypeDecorator: `decorated` says what it stands for.
    decorator,
    // A UserDefinedType, or a third-party type of the table: `user` has its text.
    user_defined,
};

// What a type stores, whatever it is called: SQLAlchemy's `_type_affinity`.
enum class Affinity : std::uint8_t {
    none, // NullType and types that say nothing
    string,
    integer,
    numeric,
    float_,
    datetime,
    date,
    time,
    boolean,
    binary,
    interval,
    json,
    array,
    uuid,
    enum_,
    tuple,
    other,
};

// What a TypeDecorator's class says; floor 5 fills it from the script's class.
struct Decorated {
    std::string class_name; // "GUID"
    TypePtr impl;
    // load_dialect_impl(dialect): the type for a dialect ("postgresql"); absent where the class has none.
    std::function<TypePtr(std::string_view dialect)> load_dialect_impl;
    // process_bind_param, for parameters; absent where the class has none.
    std::function<Value(const Value&, std::string_view dialect)> bind;
    // process_literal_param, or process_bind_param where there is none, for values written into the text.
    std::function<Value(const Value&, std::string_view dialect)> literal;
    // process_result_value, for what a SELECT gives back; absent where the class has none.
    std::function<Value(const Value&, std::string_view dialect)> result;
    // coerce_compared_value of the class: the type for the other side of an operator.
    std::function<TypePtr(const Value&)> coerce_compared;
};

struct UserDefined {
    std::string class_name; // "Vector"
    // get_col_spec(): the text on a dialect. Throws where the class has no answer.
    std::function<std::string(std::string_view dialect)> column_specification;
    std::function<Value(const Value&, std::string_view dialect)> bind;
};

// What the class of a script's type says of statements and tables; floor 5 fills it in.
struct StatementRules {
    using Wrap = std::function<std::shared_ptr<const Expression>(const std::shared_ptr<const Expression>&)>;
    // bind_expression(parameter), column_expression(column): what is written in their place. Absent where the
    // class has none; nullptr for "as it is".
    Wrap bind, column;
    // The index that a column of the type brings to its table; nullptr for none.
    std::function<std::shared_ptr<Index>(const Name& table, const std::shared_ptr<Column>& column)> index;
    // A column of the type is NOT NULL, whatever it says itself.
    bool not_null = false;
    // comparator_factory, for the floor that knows what it is; absent where the class has the usual one.
    std::shared_ptr<void> comparator;
};

struct Type {
    TypeKind kind = TypeKind::null;

    // String family, BINARY, VARBINARY, BIT, LargeBinary.
    std::optional<std::int64_t> length;
    std::string collation;

    // Numeric family; `precision` is also that of TIME, TIMESTAMP, INTERVAL and DateTime-like types.
    std::optional<int> precision;
    std::optional<int> scale;
    bool as_decimal = true; // false on Float unless asked
    std::optional<int> decimal_return_scale;

    bool timezone = false;         // DateTime, Time, TIMESTAMP, TIME
    std::string fields;            // INTERVAL("DAY TO SECOND")
    bool varying = false;          // BIT
    bool native = true;            // Interval(native=), Uuid(native_uuid=)
    bool as_uuid = true;           // Uuid
    bool none_as_null = false;     // JSON
    std::optional<int> dimensions; // ARRAY
    TypePtr item; // ARRAY's item type, DOMAIN's data type, JSON's astext_type, HSTORE's text_type
    std::vector<TypePtr> types; // tuple

    // Boolean, Enum: a CHECK constraint for backends without the type, and its name; ENUM, DOMAIN: the type's
    // name.
    bool create_constraint = false;
    std::optional<Name> name;
    std::optional<Name> schema;

    // Enum and ENUM.
    std::vector<std::string> labels;
    // Python enums: the names of the members, each standing for the label at the same place. Empty for plain
    // texts.
    std::vector<std::string> member_names;
    // The first label that is no text, as repr() shows it: such an Enum has a name and a length, but what
    // asks for its labels cannot be written.
    std::string odd_label;
    bool native_enum = true;
    bool validate_strings = false;
    bool inherit_schema = false;
    bool omit_aliases = true;
    bool create_type = true;
    // Belongs to a MetaData (`metadata=`): created and dropped with it, not with a table.
    bool has_metadata = false;

    // DOMAIN.
    std::shared_ptr<const Expression> default_expression;
    std::optional<std::string> default_text;
    std::optional<Name> constraint_name;
    std::optional<bool> not_null;
    std::shared_ptr<const Expression> check;

    // SQLite's DATE, TIME, DATETIME, which are the generic ones with a storage_format; empty for the usual
    // one.
    std::string storage_format;
    // An upper-case type of a dialect's own module ("postgresql", "sqlite", "mysql"), or empty.
    std::string dialect;

    // with_variant(): dialect name to type, in the order given.
    std::vector<std::pair<std::string, TypePtr>> variants;

    std::shared_ptr<const Decorated> decorated;
    std::shared_ptr<const UserDefined> user;
    std::shared_ptr<const StatementRules> rules;
    // The visit name of a `foreign` type ("TINYINT") and its arguments' text in repr().
    std::string foreign_name;
    // What a script calls the type on a dialect (@compiles); absent, or without an answer: what it is called.
    std::shared_ptr<const std::function<std::optional<std::string>(std::string_view dialect)>> script_name;

    // The same Python object gives the same identity: ENUM types are created once for several columns.
    const void* identity = nullptr;
};

// A type of a kind with that kind's defaults (Float is not as_decimal, …).
std::shared_ptr<Type> make_type(TypeKind kind);
TypePtr string_type(std::optional<std::int64_t> length = {});
TypePtr integer_type();
TypePtr boolean_type();
TypePtr null_type();

// The variant for a dialect; where there is none, the type.
const TypePtr& variant_of(const TypePtr& type, std::string_view dialect);
// The type as another dialect sees it: a variant where there is one, then what a decorator stands for there.
TypePtr resolve(const TypePtr& type, std::string_view dialect);
// What a type writes around its parameters and around its columns in a SELECT on a dialect, its own or that
// of the type a decorator stands for; nullptr where they stand alone.
const StatementRules::Wrap* bind_wrap(const TypePtr& type, std::string_view dialect);
const StatementRules::Wrap* column_wrap(const TypePtr& type, std::string_view dialect);
// The index that a column of the type, or of the type a decorator stands for, brings to its table.
std::shared_ptr<Index> index_of_type(const Type& type, const Name& table,
                                     const std::shared_ptr<Column>& column);
// Whether a column of the type, or of the type a decorator stands for, is NOT NULL in any case.
bool is_not_null(const Type& type);
// The comparator_factory of the type, or of the type a decorator stands for; null for the usual one.
const void* comparator_factory(const Type& type);
Affinity affinity(const Type& type);
// The kind of type that a plain value has where nothing else says.
TypePtr type_of(const Value& value);
// String-like for `+`: String and its kin, Enum among them.
bool is_string(const Type& type);
// "VARCHAR(length=20)": Python's repr, for error sentences.
std::string repr(const Type& type);
// "VARCHAR": the class that scripts call, and the visit name of upper-case types.
std::string_view type_class_name(const Type& type);

} // namespace limbeck::schema
