#include "sql/type_compiler.hpp"

#include "schema/errors.hpp"
#include "sql/identifier.hpp"
#include "support/text.hpp"

#include <charconv>

namespace limbeck::sql {

namespace {

using schema::Type;
using schema::TypeKind;
using schema::TypePtr;

void append_number(std::string& out, std::int64_t number) {
    char digits[24];
    auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    out.append(digits, end);
}

void append_string(std::string& out, std::string_view name, const Type& type) {
    out += name;
    if (type.length.value_or(0) != 0) {
        out += '(';
        append_number(out, *type.length);
        out += ')';
    }
    if (!type.collation.empty()) {
        out += " COLLATE \"";
        out += type.collation;
        out += '"';
    }
}

void append_numeric(std::string& out, std::string_view name, const Type& type) {
    out += name;
    if (!type.precision) return;
    out += '(';
    append_number(out, *type.precision);
    if (type.scale) {
        out += ", ";
        append_number(out, *type.scale);
    }
    out += ')';
}

void append_length(std::string& out, std::string_view name, const Type& type) {
    out += name;
    if (type.length.value_or(0) == 0) return;
    out += '(';
    append_number(out, *type.length);
    out += ')';
}

[[noreturn]] void unsupported(const Type& type, const Dialect& dialect) {
    throw schema::UnsupportedCompilationError(fmt::format(
        "Compiler {} can't render element of type {}",
        dialect.is_postgresql() ? "PGTypeCompiler" : "SQLiteTypeCompiler", schema::type_class_name(type)));
}

void append_enum_as_text(std::string& out, const Type& type) {
    std::int64_t length = type.length.value_or(0);
    if (!type.length)
        for (const std::string& label : type.labels)
            length = std::max(length, static_cast<std::int64_t>(text::utf8_length(label)));
    Type shape;
    shape.length = length;
    shape.collation = type.collation;
    append_string(out, "VARCHAR", shape);
}

void append_named(std::string& out, const Type& type, const Dialect& dialect) {
    if (!type.name || type.name->empty())
        throw schema::CompileError(
            fmt::format("PostgreSQL {} type requires a name.", type.kind == TypeKind::DOMAIN  ? "DOMAIN"
                                                               : type.kind == TypeKind::enum_ ? "Enum"
                                                                                              : "ENUM"));
    append_qualified(out, type.schema, *type.name, dialect);
}

void append_time(std::string& out, std::string_view name, const Type& type) {
    out += name;
    if (type.precision) {
        out += '(';
        append_number(out, *type.precision);
        out += ')';
    }
    out += type.timezone ? " WITH TIME ZONE" : " WITHOUT TIME ZONE";
}

// The brackets of an array stand before a COLLATE of its items.
void append_array(std::string& out, const Type& type, const Dialect& dialect) {
    std::string inner;
    append_type(inner, type.item, dialect);
    std::string brackets;
    for (int i = 0; i < type.dimensions.value_or(1); ++i) brackets += "[]";
    std::size_t collate = inner.find(" COLLATE");
    inner.insert(collate == inner.npos ? inner.size() : collate, brackets);
    out += inner;
}

bool append_postgresql(std::string& out, const Type& type, const Dialect& dialect) {
    switch (type.kind) {
    case TypeKind::float_:
    case TypeKind::FLOAT:
        out += "FLOAT";
        if (type.precision.value_or(0) != 0) {
            out += '(';
            append_number(out, *type.precision);
            out += ')';
        }
        return true;
    case TypeKind::double_:
        out += "DOUBLE PRECISION";
        return true;
    case TypeKind::datetime:
    case TypeKind::TIMESTAMP:
        append_time(out, "TIMESTAMP", type);
        return true;
    case TypeKind::time:
    case TypeKind::TIME:
        append_time(out, "TIME", type);
        return true;
    case TypeKind::enum_:
        if (!type.native_enum) return false;
        [[fallthrough]];
    case TypeKind::ENUM:
    case TypeKind::DOMAIN:
        append_named(out, type, dialect);
        return true;
    case TypeKind::interval:
        if (!type.native) {
            out += "TIMESTAMP WITHOUT TIME ZONE";
            return true;
        }
        [[fallthrough]];
    case TypeKind::INTERVAL:
        out += "INTERVAL";
        if (!type.fields.empty()) {
            out += ' ';
            out += type.fields;
        }
        if (type.precision) {
            out += " (";
            append_number(out, *type.precision);
            out += ')';
        }
        return true;
    case TypeKind::BIT:
        out += type.varying ? "BIT VARYING" : "BIT";
        if (type.length) {
            out += '(';
            append_number(out, *type.length);
            out += ')';
        }
        return true;
    case TypeKind::uuid:
        if (!type.native) return false;
        out += "UUID";
        return true;
    case TypeKind::large_binary:
    case TypeKind::BYTEA:
        out += "BYTEA";
        return true;
    case TypeKind::ARRAY:
        append_array(out, type, dialect);
        return true;
    case TypeKind::json:
    case TypeKind::JSON:
        out += "JSON";
        return true;
    case TypeKind::json_path:
    case TypeKind::JSONPATH:
        out += "JSONPATH";
        return true;
    case TypeKind::json_index:
        out += "TEXT";
        return true;
    case TypeKind::JSONB:
    case TypeKind::HSTORE:
    case TypeKind::CITEXT:
    case TypeKind::INET:
    case TypeKind::CIDR:
    case TypeKind::MACADDR:
    case TypeKind::MACADDR8:
    case TypeKind::MONEY:
    case TypeKind::OID:
    case TypeKind::REGCLASS:
    case TypeKind::REGCONFIG:
    case TypeKind::TSVECTOR:
    case TypeKind::TSQUERY:
    case TypeKind::INT4RANGE:
    case TypeKind::INT8RANGE:
    case TypeKind::NUMRANGE:
    case TypeKind::DATERANGE:
    case TypeKind::TSRANGE:
    case TypeKind::TSTZRANGE:
    case TypeKind::INT4MULTIRANGE:
    case TypeKind::INT8MULTIRANGE:
    case TypeKind::NUMMULTIRANGE:
    case TypeKind::DATEMULTIRANGE:
    case TypeKind::TSMULTIRANGE:
    case TypeKind::TSTZMULTIRANGE:
        out += schema::type_class_name(type);
        return true;
    default:
        return false;
    }
}

// A storage format of digits alone gives the column a numeric affinity, which a name ending in CHAR undoes.
bool is_digits_only(const std::string& format) {
    if (format.empty()) return false;
    for (std::size_t at = 0; at < format.size(); ++at) {
        if (format[at] == '%') {
            at = format.find(')', at);
            if (at != format.npos) at = format.find_first_of("di", at);
            if (at == format.npos) return false;
        } else if (format[at] < '0' || format[at] > '9') {
            return false;
        }
    }
    return true;
}

bool append_sqlite(std::string& out, const Type& type) {
    switch (type.kind) {
    case TypeKind::datetime:
    case TypeKind::DATETIME:
    case TypeKind::interval:
        out += is_digits_only(type.storage_format) ? "DATETIME_CHAR" : "DATETIME";
        return true;
    case TypeKind::date:
    case TypeKind::DATE:
        out += is_digits_only(type.storage_format) ? "DATE_CHAR" : "DATE";
        return true;
    case TypeKind::time:
    case TypeKind::TIME:
        out += is_digits_only(type.storage_format) ? "TIME_CHAR" : "TIME";
        return true;
    case TypeKind::json:
    case TypeKind::JSON:
        out += "JSON";
        return true;
    default:
        return false;
    }
}

void append_generic(std::string& out, const Type& type, const Dialect& dialect) {
    switch (type.kind) {
    case TypeKind::null:
        throw schema::CompileError(
            fmt::format("Can't generate DDL for {}; did you forget to specify a type on this Column?",
                        schema::repr(type)));
    case TypeKind::string:
    case TypeKind::unicode:
    case TypeKind::VARCHAR:
        append_string(out, "VARCHAR", type);
        return;
    case TypeKind::text:
    case TypeKind::unicode_text:
    case TypeKind::TEXT:
        append_string(out, "TEXT", type);
        return;
    case TypeKind::NVARCHAR:
        append_string(out, "NVARCHAR", type);
        return;
    case TypeKind::CHAR:
        append_string(out, "CHAR", type);
        return;
    case TypeKind::NCHAR:
        append_string(out, "NCHAR", type);
        return;
    case TypeKind::integer:
    case TypeKind::INTEGER:
        out += "INTEGER";
        return;
    case TypeKind::small_integer:
    case TypeKind::SMALLINT:
        out += "SMALLINT";
        return;
    case TypeKind::big_integer:
    case TypeKind::BIGINT:
        out += "BIGINT";
        return;
    case TypeKind::numeric:
    case TypeKind::NUMERIC:
        append_numeric(out, "NUMERIC", type);
        return;
    case TypeKind::DECIMAL:
        append_numeric(out, "DECIMAL", type);
        return;
    case TypeKind::float_:
    case TypeKind::FLOAT:
        out += "FLOAT";
        return;
    case TypeKind::double_:
    case TypeKind::DOUBLE:
        out += "DOUBLE";
        return;
    case TypeKind::DOUBLE_PRECISION:
        out += "DOUBLE PRECISION";
        return;
    case TypeKind::boolean:
    case TypeKind::match:
    case TypeKind::BOOLEAN:
        out += "BOOLEAN";
        return;
    case TypeKind::date:
        out += "DATE";
        return;
    case TypeKind::large_binary:
        out += "BLOB";
        return;
    case TypeKind::BINARY:
        append_length(out, "BINARY", type);
        return;
    case TypeKind::VARBINARY:
        append_length(out, "VARBINARY", type);
        return;
    case TypeKind::enum_:
    case TypeKind::ENUM:
        append_enum_as_text(out, type);
        return;
    case TypeKind::uuid:
        out += "CHAR(32)";
        return;
    case TypeKind::REAL:
    case TypeKind::TIMESTAMP:
    case TypeKind::DATETIME:
    case TypeKind::DATE:
    case TypeKind::TIME:
    case TypeKind::CLOB:
    case TypeKind::NCLOB:
    case TypeKind::BLOB:
    case TypeKind::UUID:
        out += schema::type_class_name(type);
        return;
    case TypeKind::user_defined:
        if (type.user && type.user->column_specification) {
            out += type.user->column_specification(dialect.name());
            return;
        }
        break;
    default:
        break;
    }
    unsupported(type, dialect);
}

// Of the type itself, of its variant, or of what it decorates there.
std::optional<std::string> script_name(const TypePtr& type, std::string_view dialect) {
    const TypePtr& variant = schema::variant_of(type, dialect);
    if (variant->script_name)
        if (auto text = (*variant->script_name)(dialect)) return text;
    if (variant->kind != TypeKind::decorator) return std::nullopt;
    TypePtr found = schema::resolve(variant, dialect);
    return found != variant && found->script_name ? (*found->script_name)(dialect) : std::nullopt;
}

} // namespace

TypePtr implementation(const TypePtr& type, const Dialect& dialect) {
    return schema::resolve(type, dialect.name());
}

void append_type(std::string& out, const TypePtr& type, const Dialect& dialect) {
    if (std::optional<std::string> name = script_name(type, dialect.name()))
        out += *name;
    else
        append_plain_type(out, type, dialect);
}

void append_plain_type(std::string& out, const TypePtr& type, const Dialect& dialect) {
    TypePtr found = implementation(type, dialect);
    if (dialect.is_postgresql() ? append_postgresql(out, *found, dialect) : append_sqlite(out, *found))
        return;
    append_generic(out, *found, dialect);
}

bool is_implementation(const Type& part, const TypePtr& column_type, const Dialect& dialect) {
    if (column_type->variants.empty()) return true;
    auto is_part = [&part](const TypePtr& type) {
        return type.get() == &part || (type->kind == TypeKind::ARRAY && type->item.get() == &part);
    };
    return is_part(schema::variant_of(column_type, dialect.name()));
}

std::string generic_type_name(const TypePtr& type) {
    if (type->kind == TypeKind::null) return "NULL";
    if (type->kind == TypeKind::ARRAY && type->dialect.empty()) {
        std::string inner = generic_type_name(type->item);
        for (int i = 0; i < type->dimensions.value_or(1); ++i) inner += "[]";
        return inner;
    }
    try {
        std::string out;
        append_type(out, type, sqlite_dialect());
        return out;
    } catch (const Error&) {
        return std::string(schema::type_class_name(*type));
    }
}

} // namespace limbeck::sql
