#include "schema/type.hpp"

namespace limbeck::schema {

std::shared_ptr<Type> make_type(TypeKind kind) {
    auto type = std::make_shared<Type>();
    type->kind = kind;
    switch (kind) {
    case TypeKind::float_:
    case TypeKind::double_:
    case TypeKind::FLOAT:
    case TypeKind::REAL:
    case TypeKind::DOUBLE:
    case TypeKind::DOUBLE_PRECISION:
        type->as_decimal = false;
        break;
    case TypeKind::BIT:
        type->length = 1;
        break;
    default:
        break;
    }
    return type;
}

TypePtr string_type(std::optional<std::int64_t> length) {
    if (!length) {
        static const TypePtr plain = make_type(TypeKind::string);
        return plain;
    }
    auto type = make_type(TypeKind::string);
    type->length = length;
    return type;
}

TypePtr integer_type() {
    static const TypePtr type = make_type(TypeKind::integer);
    return type;
}

TypePtr boolean_type() {
    static const TypePtr type = make_type(TypeKind::boolean);
    return type;
}

TypePtr null_type() {
    static const TypePtr type = make_type(TypeKind::null);
    return type;
}

const TypePtr& variant_of(const TypePtr& type, std::string_view dialect) {
    for (const auto& [name, variant] : type->variants)
        if (name == dialect) return variant;
    return type;
}

TypePtr resolve(const TypePtr& type, std::string_view dialect) {
    TypePtr found = type;
    // A variant may be a decorator, whose implementation may have variants.
    for (int depth = 0; depth < 16; ++depth) {
        const TypePtr before = found;
        found = variant_of(before, dialect);
        if (found->kind == TypeKind::decorator && found->decorated) {
            const Decorated& decorated = *found->decorated;
            TypePtr loaded = decorated.load_dialect_impl ? decorated.load_dialect_impl(dialect) : nullptr;
            found = loaded ? loaded : decorated.impl;
        }
        if (found == before) break;
    }
    return found;
}

namespace {

const StatementRules::Wrap* find_wrap(const TypePtr& given, std::string_view dialect,
                                      StatementRules::Wrap StatementRules::*which) {
    const TypePtr& type = variant_of(given, dialect);
    if (type->rules && (*type->rules).*which) return &((*type->rules).*which);
    if (type->kind != TypeKind::decorator || !type->decorated) return nullptr;
    const Decorated& decorated = *type->decorated;
    TypePtr loaded = decorated.load_dialect_impl ? decorated.load_dialect_impl(dialect) : decorated.impl;
    return loaded && loaded != type ? find_wrap(loaded, dialect, which) : nullptr;
}

// The first rules, of the type or of what decorators stand for, that have something to say.
template <class Member> const StatementRules* find_rules(const Type& type, Member StatementRules::*which) {
    if (type.rules && (*type.rules).*which) return type.rules.get();
    return type.decorated && type.decorated->impl ? find_rules(*type.decorated->impl, which) : nullptr;
}

} // namespace

std::shared_ptr<Index> index_of_type(const Type& type, const Name& table,
                                     const std::shared_ptr<Column>& column) {
    const StatementRules* rules = find_rules(type, &StatementRules::index);
    return rules ? rules->index(table, column) : nullptr;
}

bool is_not_null(const Type& type) {
    return find_rules(type, &StatementRules::not_null) != nullptr;
}

const void* comparator_factory(const Type& type) {
    const StatementRules* rules = find_rules(type, &StatementRules::comparator);
    return rules ? rules->comparator.get() : nullptr;
}

const StatementRules::Wrap* bind_wrap(const TypePtr& type, std::string_view dialect) {
    return find_wrap(type, dialect, &StatementRules::bind);
}

const StatementRules::Wrap* column_wrap(const TypePtr& type, std::string_view dialect) {
    return find_wrap(type, dialect, &StatementRules::column);
}

Affinity affinity(const Type& type) {
    switch (type.kind) {
    case TypeKind::null:
        return Affinity::none;
    case TypeKind::string:
    case TypeKind::unicode:
    case TypeKind::text:
    case TypeKind::unicode_text:
    case TypeKind::TEXT:
    case TypeKind::CLOB:
    case TypeKind::NCLOB:
    case TypeKind::VARCHAR:
    case TypeKind::NVARCHAR:
    case TypeKind::CHAR:
    case TypeKind::NCHAR:
    case TypeKind::CITEXT:
        return Affinity::string;
    case TypeKind::integer:
    case TypeKind::small_integer:
    case TypeKind::big_integer:
    case TypeKind::INTEGER:
    case TypeKind::SMALLINT:
    case TypeKind::BIGINT:
        return Affinity::integer;
    case TypeKind::numeric:
    case TypeKind::NUMERIC:
    case TypeKind::DECIMAL:
        return Affinity::numeric;
    case TypeKind::float_:
    case TypeKind::double_:
    case TypeKind::FLOAT:
    case TypeKind::REAL:
    case TypeKind::DOUBLE:
    case TypeKind::DOUBLE_PRECISION:
        return Affinity::float_;
    case TypeKind::datetime:
    case TypeKind::DATETIME:
    case TypeKind::TIMESTAMP:
        return Affinity::datetime;
    case TypeKind::date:
    case TypeKind::DATE:
        return Affinity::date;
    case TypeKind::time:
    case TypeKind::TIME:
        return Affinity::time;
    case TypeKind::boolean:
    case TypeKind::BOOLEAN:
    case TypeKind::match:
        return Affinity::boolean;
    case TypeKind::large_binary:
    case TypeKind::BLOB:
    case TypeKind::BINARY:
    case TypeKind::VARBINARY:
    case TypeKind::BYTEA:
        return Affinity::binary;
    case TypeKind::interval:
    case TypeKind::INTERVAL:
        return Affinity::interval;
    case TypeKind::json:
    case TypeKind::JSON:
    case TypeKind::JSONB:
        return Affinity::json;
    case TypeKind::ARRAY:
        return Affinity::array;
    case TypeKind::uuid:
    case TypeKind::UUID:
        return Affinity::uuid;
    case TypeKind::enum_:
    case TypeKind::ENUM:
        return Affinity::enum_;
    case TypeKind::tuple:
        return Affinity::tuple;
    case TypeKind::decorator:
        return type.decorated ? affinity(*type.decorated->impl) : Affinity::none;
    default:
        return Affinity::other;
    }
}

namespace {

// What a range is, by its bounds.
TypePtr range_type(const Range& range, bool several) {
    const auto& bound = range.lower ? range.lower : range.upper;
    if (!bound) return null_type();
    auto is_small = [](const std::shared_ptr<const Value>& end) {
        auto* number = end ? end->get_if<std::int64_t>() : nullptr;
        return !end || (number && *number >= -2147483648LL && *number <= 2147483647LL);
    };
    bool integer = bound->is<std::int64_t>() || bound->is<BigInteger>();
    bool small = is_small(range.lower) && is_small(range.upper);
    auto* moment = bound->get_if<DateTime>();
    if (integer && small) return make_type(several ? TypeKind::INT4MULTIRANGE : TypeKind::INT4RANGE);
    if (integer) return make_type(several ? TypeKind::INT8MULTIRANGE : TypeKind::INT8RANGE);
    if (bound->is<Decimal>()) return make_type(several ? TypeKind::NUMMULTIRANGE : TypeKind::NUMRANGE);
    if (bound->is<Date>()) return make_type(several ? TypeKind::DATEMULTIRANGE : TypeKind::DATERANGE);
    if (moment && moment->time.offset)
        return make_type(several ? TypeKind::TSTZMULTIRANGE : TypeKind::TSTZRANGE);
    if (moment) return make_type(several ? TypeKind::TSMULTIRANGE : TypeKind::TSRANGE);
    return null_type();
}

} // namespace

TypePtr type_of(const Value& value) {
    static const TypePtr big = make_type(TypeKind::big_integer), numeric = make_type(TypeKind::numeric),
                         real = make_type(TypeKind::float_), date = make_type(TypeKind::date),
                         time = make_type(TypeKind::time), datetime = make_type(TypeKind::datetime),
                         interval = make_type(TypeKind::interval), binary = make_type(TypeKind::large_binary),
                         uuid = make_type(TypeKind::uuid);
    static const TypePtr aware_datetime = [] {
        auto type = make_type(TypeKind::datetime);
        type->timezone = true;
        return type;
    }();
    static const TypePtr aware_time = [] {
        auto type = make_type(TypeKind::time);
        type->timezone = true;
        return type;
    }();
    if (value.is<bool>()) return boolean_type();
    if (auto* number = value.get_if<std::int64_t>()) {
        // Beyond 32 bits a bind parameter must not be cast to INTEGER.
        bool small = *number >= -2147483647LL && *number <= 2147483647LL;
        return small ? integer_type() : big;
    }
    if (value.is<BigInteger>()) return big;
    if (value.is<double>()) return real;
    if (value.is<std::string>()) return string_type();
    if (value.is<Decimal>()) return numeric;
    if (value.is<Bytes>()) return binary;
    if (value.is<Date>()) return date;
    if (auto* t = value.get_if<Time>()) return t->offset ? aware_time : time;
    if (auto* t = value.get_if<DateTime>()) return t->time.offset ? aware_datetime : datetime;
    if (value.is<Interval>()) return interval;
    if (value.is<Uuid>()) return uuid;
    if (auto* range = value.get_if<Range>()) return range_type(*range, false);
    // MultiRange([…])
    if (auto* list = value.get_if<List>(); list && !list->items.empty())
        if (auto* range = list->items.front().get_if<Range>()) return range_type(*range, true);
    return null_type();
}

bool is_string(const Type& type) {
    if (type.kind == TypeKind::decorator) return type.decorated && is_string(*type.decorated->impl);
    Affinity kind = affinity(type);
    return kind == Affinity::string || kind == Affinity::enum_;
}

namespace {

std::string_view class_name(const Type& type) {
    switch (type.kind) {
    case TypeKind::null:
        return "NullType";
    case TypeKind::string:
        return "String";
    case TypeKind::unicode:
        return "Unicode";
    case TypeKind::text:
        return "Text";
    case TypeKind::unicode_text:
        return "UnicodeText";
    case TypeKind::integer:
        return "Integer";
    case TypeKind::small_integer:
        return "SmallInteger";
    case TypeKind::big_integer:
        return "BigInteger";
    case TypeKind::numeric:
        return "Numeric";
    case TypeKind::float_:
        return "Float";
    case TypeKind::double_:
        return "Double";
    case TypeKind::datetime:
        return "DateTime";
    case TypeKind::date:
        return "Date";
    case TypeKind::time:
        return "Time";
    case TypeKind::boolean:
        return "Boolean";
    case TypeKind::large_binary:
        return "LargeBinary";
    case TypeKind::enum_:
        return "Enum";
    case TypeKind::interval:
        return "Interval";
    case TypeKind::json:
        return "JSON";
    case TypeKind::uuid:
        return "Uuid";
    case TypeKind::tuple:
        return "TupleType";
    case TypeKind::match:
        return "MatchType";
    case TypeKind::json_index:
        return "JSONIndexType";
    case TypeKind::json_path:
        return "JSONPathType";
    case TypeKind::INTEGER:
        return "INTEGER";
    case TypeKind::SMALLINT:
        return "SMALLINT";
    case TypeKind::BIGINT:
        return "BIGINT";
    case TypeKind::NUMERIC:
        return "NUMERIC";
    case TypeKind::DECIMAL:
        return "DECIMAL";
    case TypeKind::FLOAT:
        return "FLOAT";
    case TypeKind::REAL:
        return "REAL";
    case TypeKind::DOUBLE:
        return "DOUBLE";
    case TypeKind::DOUBLE_PRECISION:
        return "DOUBLE_PRECISION";
    case TypeKind::TIMESTAMP:
        return "TIMESTAMP";
    case TypeKind::DATETIME:
        return "DATETIME";
    case TypeKind::DATE:
        return "DATE";
    case TypeKind::TIME:
        return "TIME";
    case TypeKind::TEXT:
        return "TEXT";
    case TypeKind::CLOB:
        return "CLOB";
    case TypeKind::NCLOB:
        return "NCLOB";
    case TypeKind::VARCHAR:
        return "VARCHAR";
    case TypeKind::NVARCHAR:
        return "NVARCHAR";
    case TypeKind::CHAR:
        return "CHAR";
    case TypeKind::NCHAR:
        return "NCHAR";
    case TypeKind::BLOB:
        return "BLOB";
    case TypeKind::BINARY:
        return "BINARY";
    case TypeKind::VARBINARY:
        return "VARBINARY";
    case TypeKind::BOOLEAN:
        return "BOOLEAN";
    case TypeKind::UUID:
        return "UUID";
    case TypeKind::JSON:
        return "JSON";
    case TypeKind::ARRAY:
        return "ARRAY";
    case TypeKind::JSONB:
        return "JSONB";
    case TypeKind::JSONPATH:
        return "JSONPATH";
    case TypeKind::ENUM:
        return "ENUM";
    case TypeKind::DOMAIN:
        return "DOMAIN";
    case TypeKind::HSTORE:
        return "HSTORE";
    case TypeKind::INTERVAL:
        return "INTERVAL";
    case TypeKind::BIT:
        return "BIT";
    case TypeKind::BYTEA:
        return "BYTEA";
    case TypeKind::CITEXT:
        return "CITEXT";
    case TypeKind::INET:
        return "INET";
    case TypeKind::CIDR:
        return "CIDR";
    case TypeKind::MACADDR:
        return "MACADDR";
    case TypeKind::MACADDR8:
        return "MACADDR8";
    case TypeKind::MONEY:
        return "MONEY";
    case TypeKind::OID:
        return "OID";
    case TypeKind::REGCLASS:
        return "REGCLASS";
    case TypeKind::REGCONFIG:
        return "REGCONFIG";
    case TypeKind::TSVECTOR:
        return "TSVECTOR";
    case TypeKind::TSQUERY:
        return "TSQUERY";
    case TypeKind::INT4RANGE:
        return "INT4RANGE";
    case TypeKind::INT8RANGE:
        return "INT8RANGE";
    case TypeKind::NUMRANGE:
        return "NUMRANGE";
    case TypeKind::DATERANGE:
        return "DATERANGE";
    case TypeKind::TSRANGE:
        return "TSRANGE";
    case TypeKind::TSTZRANGE:
        return "TSTZRANGE";
    case TypeKind::INT4MULTIRANGE:
        return "INT4MULTIRANGE";
    case TypeKind::INT8MULTIRANGE:
        return "INT8MULTIRANGE";
    case TypeKind::NUMMULTIRANGE:
        return "NUMMULTIRANGE";
    case TypeKind::DATEMULTIRANGE:
        return "DATEMULTIRANGE";
    case TypeKind::TSMULTIRANGE:
        return "TSMULTIRANGE";
    case TypeKind::TSTZMULTIRANGE:
        return "TSTZMULTIRANGE";
    case TypeKind::foreign:
        return type.foreign_name;
    case TypeKind::decorator:
        return type.decorated ? std::string_view(type.decorated->class_name) : "TypeDecorator";
    case TypeKind::user_defined:
        return type.user ? std::string_view(type.user->class_name) : "UserDefinedType";
    }
    return "NullType";
}

} // namespace

std::string repr(const Type& type) {
    std::string arguments;
    auto add = [&arguments](std::string text) {
        if (!arguments.empty()) arguments += ", ";
        arguments += text;
    };
    for (const std::string& label : type.member_names.empty() ? type.labels : type.member_names)
        add(repr(std::string_view(label)));
    if (type.kind == TypeKind::ARRAY && type.item) add(repr(*type.item));
    if (type.length) add(fmt::format("length={}", *type.length));
    if (type.precision) add(fmt::format("precision={}", *type.precision));
    if (type.scale) add(fmt::format("scale={}", *type.scale));
    if (type.timezone) add("timezone=True");
    if (type.name) add("name=" + repr(std::string_view(type.name->text)));
    return std::string(class_name(type)) + "(" + arguments + ")";
}

std::string_view type_class_name(const Type& type) {
    return class_name(type);
}

} // namespace limbeck::schema
