// The classes of types as the reference has them: its names, its bases, its arguments.
#include "sqlalchemy/types/classes.hpp"
#include "sqlalchemy/types/members.hpp"

#include <unordered_map>

namespace limbeck::sqlalchemy {

namespace {

using schema::TypeKind;

constexpr std::string_view api = "sqlalchemy.sql.type_api";
constexpr std::string_view generic = "sqlalchemy.sql.sqltypes";
constexpr std::string_view pg_array = "sqlalchemy.dialects.postgresql.array";
constexpr std::string_view pg_hstore = "sqlalchemy.dialects.postgresql.hstore";
constexpr std::string_view pg_json = "sqlalchemy.dialects.postgresql.json";
constexpr std::string_view pg_named = "sqlalchemy.dialects.postgresql.named_types";
constexpr std::string_view pg_ranges = "sqlalchemy.dialects.postgresql.ranges";
constexpr std::string_view pg_types = "sqlalchemy.dialects.postgresql.types";
constexpr std::string_view sqlite_base = "sqlalchemy.dialects.sqlite.base";
constexpr std::string_view sqlite_json = "sqlalchemy.dialects.sqlite.json";
constexpr std::string_view mysql_types = "sqlalchemy.dialects.mysql.types";
constexpr std::string_view mysql_enums = "sqlalchemy.dialects.mysql.enumerated";
constexpr std::string_view mysql_json = "sqlalchemy.dialects.mysql.json";
constexpr std::string_view mysql_mariadb = "sqlalchemy.dialects.mysql.mariadb";
constexpr std::string_view oracle_types = "sqlalchemy.dialects.oracle.types";
constexpr std::string_view oracle_vector = "sqlalchemy.dialects.oracle.vector";
constexpr std::string_view mssql_base = "sqlalchemy.dialects.mssql.base";
constexpr std::string_view mssql_json = "sqlalchemy.dialects.mssql.json";

constexpr std::nullopt_t mixin = std::nullopt;

// clang-format off
const TypeSpec specs[] = {
    // id, module, bases, kind, visit name, arguments, more members
    {"TypeEngine", api, "", TypeKind::null, "", "", populate_type_engine},
    {"TypeEngineMixin", api, "", mixin, "", ""},
    {"SchemaEventTarget", "sqlalchemy.sql.base", "", mixin, "", ""},
    {"Emulated", api, "TypeEngineMixin", mixin, "", ""},
    {"NativeForEmulated", api, "TypeEngineMixin", mixin, "", ""},
    {"ExternalType", api, "TypeEngineMixin", mixin, "", "", populate_external_type},
    {"UserDefinedType", api, "ExternalType TypeEngineMixin TypeEngine", TypeKind::user_defined, "user_defined", "", populate_user_defined},
    {"TypeDecorator", api, "SchemaEventTarget ExternalType TypeEngine", TypeKind::decorator, "type_decorator", "", populate_type_decorator},
    {"Variant", api, "TypeDecorator", TypeKind::decorator, "", "", populate_variant},

    {"HasExpressionLookup", generic, "TypeEngineMixin", mixin, "", ""},
    {"Concatenable", generic, "TypeEngineMixin", mixin, "", ""},
    {"Indexable", generic, "TypeEngineMixin", mixin, "", ""},
    {"_RenderISO8601NoT", generic, "", mixin, "", ""},
    {"SchemaType", generic, "SchemaEventTarget TypeEngineMixin", mixin, "", "__init__(self, name=None, schema=None, metadata=None, inherit_schema=False, quote=None, _create_events=True, _adapted_from=None)", populate_schema_type},

    {"String", generic, "Concatenable TypeEngine", TypeKind::string, "string", "__init__(self, length=None, collation=None)", populate_string},
    {"Text", generic, "String", TypeKind::text, "text", ""},
    {"Unicode", generic, "String", TypeKind::unicode, "unicode", ""},
    {"UnicodeText", generic, "Text", TypeKind::unicode_text, "unicode_text", ""},
    {"Integer", generic, "HasExpressionLookup TypeEngine", TypeKind::integer, "integer", "", populate_integer},
    {"SmallInteger", generic, "Integer", TypeKind::small_integer, "small_integer", ""},
    {"BigInteger", generic, "Integer", TypeKind::big_integer, "big_integer", ""},
    {"Numeric", generic, "HasExpressionLookup TypeEngine", TypeKind::numeric, "numeric", "__init__(self, precision=None, scale=None, decimal_return_scale=None, asdecimal=True)", populate_numeric},
    {"Float", generic, "Numeric", TypeKind::float_, "float", "__init__(self, precision=None, asdecimal=False, decimal_return_scale=None)", populate_float},
    {"Double", generic, "Float", TypeKind::double_, "double", ""},
    {"DateTime", generic, "_RenderISO8601NoT HasExpressionLookup TypeEngine", TypeKind::datetime, "datetime", "__init__(self, timezone=False)", populate_datetime_type},
    {"Date", generic, "_RenderISO8601NoT HasExpressionLookup TypeEngine", TypeKind::date, "date", "", populate_date_type},
    {"Time", generic, "_RenderISO8601NoT HasExpressionLookup TypeEngine", TypeKind::time, "time", "__init__(self, timezone=False)", populate_time_type},
    {"_Binary", generic, "TypeEngine", TypeKind::large_binary, "", "__init__(self, length=None)", populate_binary},
    {"LargeBinary", generic, "_Binary", TypeKind::large_binary, "large_binary", "__init__(self, length=None)"},
    {"Enum", generic, "String SchemaType Emulated TypeEngine", TypeKind::enum_, "enum", "", populate_enum},
    {"PickleType", generic, "TypeDecorator", TypeKind::decorator, "", "", populate_pickle},
    {"Boolean", generic, "SchemaType Emulated TypeEngine", TypeKind::boolean, "boolean", "__init__(self, create_constraint=False, name=None, _create_events=True, _adapted_from=None)", populate_boolean},
    {"_AbstractInterval", generic, "HasExpressionLookup TypeEngine", TypeKind::interval, "", "", populate_interval},
    {"Interval", generic, "Emulated _AbstractInterval TypeDecorator", TypeKind::interval, "", "__init__(self, native=True, second_precision=None, day_precision=None)", populate_generic_interval},
    {"JSON", generic, "Indexable TypeEngine", TypeKind::json, "JSON", "__init__(self, none_as_null=False)", populate_json},
    {"JSON.JSONElementType", generic, "TypeEngine", TypeKind::json_index, "", ""},
    {"JSON.JSONIndexType", generic, "JSON.JSONElementType", TypeKind::json_index, "", ""},
    {"JSON.JSONIntIndexType", generic, "JSON.JSONIndexType", TypeKind::json_index, "", ""},
    {"JSON.JSONStrIndexType", generic, "JSON.JSONIndexType", TypeKind::json_index, "", ""},
    {"JSON.JSONPathType", generic, "JSON.JSONElementType", TypeKind::json_path, "json_path", ""},
    {"ARRAY", generic, "SchemaEventTarget Indexable Concatenable TypeEngine", TypeKind::ARRAY, "ARRAY", "__init__(self, item_type, as_tuple=False, dimensions=None, zero_indexes=False)", populate_array},
    {"TupleType", generic, "TypeEngine", TypeKind::tuple, "", "", populate_tuple},
    {"NullType", generic, "TypeEngine", TypeKind::null, "null", ""},
    {"TableValueType", generic, "TypeEngine", TypeKind::null, "", ""},
    {"MatchType", generic, "Boolean", TypeKind::match, "", ""},
    {"Uuid", generic, "Emulated TypeEngine", TypeKind::uuid, "uuid", "__init__(self, as_uuid=True, native_uuid=True)", populate_uuid},

    {"REAL", generic, "Float", TypeKind::REAL, "REAL", ""},
    {"FLOAT", generic, "Float", TypeKind::FLOAT, "FLOAT", ""},
    {"DOUBLE", generic, "Double", TypeKind::DOUBLE, "DOUBLE", ""},
    {"DOUBLE_PRECISION", generic, "Double", TypeKind::DOUBLE_PRECISION, "DOUBLE_PRECISION", ""},
    {"NUMERIC", generic, "Numeric", TypeKind::NUMERIC, "NUMERIC", ""},
    {"DECIMAL", generic, "Numeric", TypeKind::DECIMAL, "DECIMAL", ""},
    {"INTEGER", generic, "Integer", TypeKind::INTEGER, "INTEGER", ""},
    {"SMALLINT", generic, "SmallInteger", TypeKind::SMALLINT, "SMALLINT", ""},
    {"BIGINT", generic, "BigInteger", TypeKind::BIGINT, "BIGINT", ""},
    {"TIMESTAMP", generic, "DateTime", TypeKind::TIMESTAMP, "TIMESTAMP", "__init__(self, timezone=False)"},
    {"DATETIME", generic, "DateTime", TypeKind::DATETIME, "DATETIME", ""},
    {"DATE", generic, "Date", TypeKind::DATE, "DATE", ""},
    {"TIME", generic, "Time", TypeKind::TIME, "TIME", ""},
    {"TEXT", generic, "Text", TypeKind::TEXT, "TEXT", ""},
    {"CLOB", generic, "Text", TypeKind::CLOB, "CLOB", ""},
    {"VARCHAR", generic, "String", TypeKind::VARCHAR, "VARCHAR", ""},
    {"NVARCHAR", generic, "Unicode", TypeKind::NVARCHAR, "NVARCHAR", ""},
    {"CHAR", generic, "String", TypeKind::CHAR, "CHAR", ""},
    {"NCHAR", generic, "Unicode", TypeKind::NCHAR, "NCHAR", ""},
    {"BLOB", generic, "LargeBinary", TypeKind::BLOB, "BLOB", ""},
    {"BINARY", generic, "_Binary", TypeKind::BINARY, "BINARY", ""},
    {"VARBINARY", generic, "_Binary", TypeKind::VARBINARY, "VARBINARY", ""},
    {"BOOLEAN", generic, "Boolean", TypeKind::BOOLEAN, "BOOLEAN", ""},
    {"UUID", generic, "Uuid NativeForEmulated", TypeKind::UUID, "UUID", "__init__(self, as_uuid=True)"},

    {"postgresql.NamedType", pg_named, "TypeEngine", TypeKind::ENUM, "", "", populate_named_type},
    {"postgresql.ARRAY", pg_array, "ARRAY", TypeKind::ARRAY, "", ""},
    {"postgresql.ENUM", pg_named, "postgresql.NamedType NativeForEmulated Enum", TypeKind::ENUM, "", "", populate_postgresql_enum},
    {"postgresql.DOMAIN", pg_named, "postgresql.NamedType SchemaType", TypeKind::DOMAIN, "DOMAIN", "", populate_domain},
    {"postgresql.HSTORE", pg_hstore, "Indexable Concatenable TypeEngine", TypeKind::HSTORE, "HSTORE", "__init__(self, text_type=None)", populate_hstore},
    {"postgresql.JSON", pg_json, "JSON", TypeKind::JSON, "", "__init__(self, none_as_null=False, astext_type=None)", populate_postgresql_json},
    {"postgresql.JSONB", pg_json, "postgresql.JSON", TypeKind::JSONB, "JSONB", ""},
    {"postgresql.JSONPathType", pg_json, "JSON.JSONPathType", TypeKind::json_path, "", ""},
    {"postgresql.JSONPATH", pg_json, "postgresql.JSONPathType", TypeKind::JSONPATH, "JSONPATH", ""},
    {"postgresql._NetworkAddressTypeMixin", pg_types, "", mixin, "", ""},
    {"postgresql.INET", pg_types, "postgresql._NetworkAddressTypeMixin TypeEngine", TypeKind::INET, "INET", ""},
    {"postgresql.CIDR", pg_types, "postgresql._NetworkAddressTypeMixin TypeEngine", TypeKind::CIDR, "CIDR", ""},
    {"postgresql.MACADDR", pg_types, "postgresql._NetworkAddressTypeMixin TypeEngine", TypeKind::MACADDR, "MACADDR", ""},
    {"postgresql.MACADDR8", pg_types, "postgresql._NetworkAddressTypeMixin TypeEngine", TypeKind::MACADDR8, "MACADDR8", ""},
    {"postgresql.MONEY", pg_types, "TypeEngine", TypeKind::MONEY, "MONEY", ""},
    {"postgresql.OID", pg_types, "TypeEngine", TypeKind::OID, "OID", ""},
    {"postgresql.REGCONFIG", pg_types, "TypeEngine", TypeKind::REGCONFIG, "REGCONFIG", ""},
    {"postgresql.REGCLASS", pg_types, "TypeEngine", TypeKind::REGCLASS, "REGCLASS", ""},
    {"postgresql.TSVECTOR", pg_types, "TypeEngine", TypeKind::TSVECTOR, "TSVECTOR", ""},
    {"postgresql.TSQUERY", pg_types, "TypeEngine", TypeKind::TSQUERY, "TSQUERY", ""},
    {"postgresql.CITEXT", pg_types, "TEXT", TypeKind::CITEXT, "CITEXT", ""},
    {"postgresql.BYTEA", pg_types, "LargeBinary", TypeKind::BYTEA, "BYTEA", ""},
    {"postgresql.BIT", pg_types, "TypeEngine", TypeKind::BIT, "BIT", "__init__(self, length=None, varying=False)", populate_bit},
    {"postgresql.INTERVAL", pg_types, "NativeForEmulated _AbstractInterval", TypeKind::INTERVAL, "INTERVAL", "__init__(self, precision=None, fields=None)"},
    {"postgresql.TIMESTAMP", pg_types, "TIMESTAMP", TypeKind::TIMESTAMP, "TIMESTAMP", "__init__(self, timezone=False, precision=None)"},
    {"postgresql.TIME", pg_types, "TIME", TypeKind::TIME, "TIME", "__init__(self, timezone=False, precision=None)"},
    {"postgresql.PGUuid", pg_types, "UUID", TypeKind::UUID, "", ""},
    {"postgresql.AbstractRange", pg_ranges, "TypeEngine", TypeKind::null, "", ""},
    {"postgresql.AbstractSingleRange", pg_ranges, "postgresql.AbstractRange", TypeKind::null, "", ""},
    {"postgresql.AbstractMultiRange", pg_ranges, "postgresql.AbstractRange", TypeKind::null, "", ""},
    {"postgresql.INT4RANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::INT4RANGE, "INT4RANGE", ""},
    {"postgresql.INT8RANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::INT8RANGE, "INT8RANGE", ""},
    {"postgresql.NUMRANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::NUMRANGE, "NUMRANGE", ""},
    {"postgresql.DATERANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::DATERANGE, "DATERANGE", ""},
    {"postgresql.TSRANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::TSRANGE, "TSRANGE", ""},
    {"postgresql.TSTZRANGE", pg_ranges, "postgresql.AbstractSingleRange", TypeKind::TSTZRANGE, "TSTZRANGE", ""},
    {"postgresql.INT4MULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::INT4MULTIRANGE, "INT4MULTIRANGE", ""},
    {"postgresql.INT8MULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::INT8MULTIRANGE, "INT8MULTIRANGE", ""},
    {"postgresql.NUMMULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::NUMMULTIRANGE, "NUMMULTIRANGE", ""},
    {"postgresql.DATEMULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::DATEMULTIRANGE, "DATEMULTIRANGE", ""},
    {"postgresql.TSMULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::TSMULTIRANGE, "TSMULTIRANGE", ""},
    {"postgresql.TSTZMULTIRANGE", pg_ranges, "postgresql.AbstractMultiRange", TypeKind::TSTZMULTIRANGE, "TSTZMULTIRANGE", ""},

    {"sqlite._DateTimeMixin", sqlite_base, "", mixin, "", ""},
    {"sqlite.DATETIME", sqlite_base, "sqlite._DateTimeMixin DateTime", TypeKind::datetime, "", "__init__(self, *args, storage_format=None, regexp=None, truncate_microseconds=False, **kwargs)"},
    {"sqlite.DATE", sqlite_base, "sqlite._DateTimeMixin Date", TypeKind::date, "", "__init__(self, storage_format=None, regexp=None, **kw)"},
    {"sqlite.TIME", sqlite_base, "sqlite._DateTimeMixin Time", TypeKind::time, "", "__init__(self, *args, storage_format=None, regexp=None, truncate_microseconds=False, **kwargs)"},
    {"sqlite.JSON", sqlite_json, "JSON", TypeKind::json, "", ""},

    {"mysql._NumericType", mysql_types, "", mixin, "", "__init__(self, unsigned=False, zerofill=False, **kw)", populate_mysql_numeric},
    {"mysql._FloatType", mysql_types, "mysql._NumericType Float", TypeKind::float_, "", "__init__(self, precision=None, scale=None, asdecimal=True, unsigned=False, zerofill=False, **kw)", populate_mysql_float},
    {"mysql._IntegerType", mysql_types, "mysql._NumericType Integer", TypeKind::integer, "", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)", populate_mysql_integer},
    {"mysql._StringType", mysql_types, "String", TypeKind::string, "", "__init__(self, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, **kw)", populate_mysql_string},
    {"mysql.NUMERIC", mysql_types, "mysql._NumericType NUMERIC", TypeKind::NUMERIC, "NUMERIC", "__init__(self, precision=None, scale=None, asdecimal=True, unsigned=False, zerofill=False, **kw)"},
    {"mysql.DECIMAL", mysql_types, "mysql._NumericType DECIMAL", TypeKind::DECIMAL, "DECIMAL", "__init__(self, precision=None, scale=None, asdecimal=True, unsigned=False, zerofill=False, **kw)"},
    {"mysql.DOUBLE", mysql_types, "mysql._FloatType DOUBLE", TypeKind::DOUBLE, "DOUBLE", "__init__(self, precision=None, scale=None, asdecimal=True, unsigned=False, zerofill=False, **kw)"},
    {"mysql.REAL", mysql_types, "mysql._FloatType REAL", TypeKind::REAL, "REAL", "__init__(self, precision=None, scale=None, asdecimal=True, unsigned=False, zerofill=False, **kw)"},
    {"mysql.FLOAT", mysql_types, "mysql._FloatType FLOAT", TypeKind::FLOAT, "FLOAT", "__init__(self, precision=None, scale=None, asdecimal=False, unsigned=False, zerofill=False, **kw)"},
    {"mysql.INTEGER", mysql_types, "mysql._IntegerType INTEGER", TypeKind::INTEGER, "INTEGER", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)"},
    {"mysql.BIGINT", mysql_types, "mysql._IntegerType BIGINT", TypeKind::BIGINT, "BIGINT", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)"},
    {"mysql.MEDIUMINT", mysql_types, "mysql._IntegerType", TypeKind::foreign, "MEDIUMINT", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)"},
    {"mysql.TINYINT", mysql_types, "mysql._IntegerType", TypeKind::foreign, "TINYINT", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)"},
    {"mysql.SMALLINT", mysql_types, "mysql._IntegerType SMALLINT", TypeKind::SMALLINT, "SMALLINT", "__init__(self, display_width=None, unsigned=False, zerofill=False, **kw)"},
    {"mysql.BIT", mysql_types, "TypeEngine", TypeKind::foreign, "BIT", "__init__(self, length=None)"},
    {"mysql.TIME", mysql_types, "TIME", TypeKind::TIME, "TIME", "__init__(self, timezone=False, fsp=None)"},
    {"mysql.TIMESTAMP", mysql_types, "TIMESTAMP", TypeKind::TIMESTAMP, "TIMESTAMP", "__init__(self, timezone=False, fsp=None)"},
    {"mysql.DATETIME", mysql_types, "DATETIME", TypeKind::DATETIME, "DATETIME", "__init__(self, timezone=False, fsp=None)"},
    {"mysql.YEAR", mysql_types, "TypeEngine", TypeKind::foreign, "YEAR", "__init__(self, display_width=None)"},
    {"mysql.TEXT", mysql_types, "mysql._StringType TEXT", TypeKind::TEXT, "TEXT", "__init__(self, length=None, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, **kw)"},
    {"mysql.TINYTEXT", mysql_types, "mysql._StringType", TypeKind::foreign, "TINYTEXT", ""},
    {"mysql.MEDIUMTEXT", mysql_types, "mysql._StringType", TypeKind::foreign, "MEDIUMTEXT", ""},
    {"mysql.LONGTEXT", mysql_types, "mysql._StringType", TypeKind::foreign, "LONGTEXT", ""},
    {"mysql.VARCHAR", mysql_types, "mysql._StringType VARCHAR", TypeKind::VARCHAR, "VARCHAR", "__init__(self, length=None, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, **kw)"},
    {"mysql.CHAR", mysql_types, "mysql._StringType CHAR", TypeKind::CHAR, "CHAR", "__init__(self, length=None, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, **kw)"},
    {"mysql.NVARCHAR", mysql_types, "mysql._StringType NVARCHAR", TypeKind::NVARCHAR, "NVARCHAR", "__init__(self, length=None, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=True, **kw)"},
    {"mysql.NCHAR", mysql_types, "mysql._StringType NCHAR", TypeKind::NCHAR, "NCHAR", "__init__(self, length=None, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=True, **kw)"},
    {"mysql.TINYBLOB", mysql_types, "_Binary", TypeKind::foreign, "TINYBLOB", ""},
    {"mysql.MEDIUMBLOB", mysql_types, "_Binary", TypeKind::foreign, "MEDIUMBLOB", ""},
    {"mysql.LONGBLOB", mysql_types, "_Binary", TypeKind::foreign, "LONGBLOB", ""},
    {"mysql.ENUM", mysql_enums, "NativeForEmulated Enum mysql._StringType", TypeKind::ENUM, "", "", populate_mysql_enum},
    {"mysql.SET", mysql_enums, "mysql._StringType", TypeKind::foreign, "SET", "", populate_mysql_set},
    {"mysql.JSON", mysql_json, "JSON", TypeKind::JSON, "", ""},
    {"mysql.INET4", mysql_mariadb, "TypeEngine", TypeKind::foreign, "INET4", ""},
    {"mysql.INET6", mysql_mariadb, "TypeEngine", TypeKind::foreign, "INET6", ""},

    {"oracle.BFILE", oracle_types, "LargeBinary", TypeKind::foreign, "BFILE", ""},
    {"oracle.BINARY_DOUBLE", oracle_types, "Double", TypeKind::foreign, "BINARY_DOUBLE", ""},
    {"oracle.BINARY_FLOAT", oracle_types, "Float", TypeKind::foreign, "BINARY_FLOAT", ""},
    {"oracle.DATE", oracle_types, "DateTime", TypeKind::DATE, "DATE", ""},
    {"oracle.FLOAT", oracle_types, "FLOAT", TypeKind::FLOAT, "FLOAT", "__init__(self, binary_precision=None, asdecimal=False, decimal_return_scale=None)"},
    {"oracle.INTERVAL", oracle_types, "NativeForEmulated _AbstractInterval", TypeKind::foreign, "INTERVAL", "__init__(self, day_precision=None, second_precision=None)"},
    {"oracle.LONG", oracle_types, "Text", TypeKind::foreign, "LONG", ""},
    {"oracle.NCLOB", oracle_types, "Text", TypeKind::NCLOB, "NCLOB", ""},
    {"oracle.NUMBER", oracle_types, "Numeric Integer", TypeKind::foreign, "NUMBER", "__init__(self, precision=None, scale=None, asdecimal=None)", populate_oracle_number},
    {"oracle.RAW", oracle_types, "_Binary", TypeKind::foreign, "RAW", ""},
    {"oracle.ROWID", oracle_types, "TypeEngine", TypeKind::foreign, "ROWID", ""},
    {"oracle.TIMESTAMP", oracle_types, "TIMESTAMP", TypeKind::TIMESTAMP, "", "__init__(self, timezone=False, local_timezone=False)"},
    {"oracle.VARCHAR2", oracle_types, "VARCHAR", TypeKind::foreign, "VARCHAR2", ""},
    {"oracle.VECTOR", oracle_vector, "TypeEngine", TypeKind::foreign, "VECTOR", "__init__(self, dim=None, storage_format=None, storage_type=None)"},

    {"mssql.BIT", mssql_base, "Boolean", TypeKind::foreign, "BIT", ""},
    {"mssql.DATETIME2", mssql_base, "DateTime", TypeKind::foreign, "DATETIME2", "__init__(self, precision=None, **kw)"},
    {"mssql.DATETIMEOFFSET", mssql_base, "DateTime", TypeKind::foreign, "DATETIMEOFFSET", "__init__(self, precision=None, **kw)"},
    {"mssql.DOUBLE_PRECISION", mssql_base, "DOUBLE_PRECISION", TypeKind::DOUBLE_PRECISION, "", "__init__(self, **kw)"},
    {"mssql.IMAGE", mssql_base, "LargeBinary", TypeKind::foreign, "IMAGE", ""},
    {"mssql.JSON", mssql_json, "JSON", TypeKind::JSON, "", ""},
    {"mssql.MONEY", mssql_base, "TypeEngine", TypeKind::MONEY, "MONEY", ""},
    {"mssql.NTEXT", mssql_base, "UnicodeText", TypeKind::foreign, "NTEXT", ""},
    {"mssql.REAL", mssql_base, "REAL", TypeKind::REAL, "", "__init__(self, **kw)"},
    {"mssql.SMALLDATETIME", mssql_base, "DateTime", TypeKind::foreign, "SMALLDATETIME", ""},
    {"mssql.SMALLMONEY", mssql_base, "TypeEngine", TypeKind::foreign, "SMALLMONEY", ""},
    {"mssql.SQL_VARIANT", mssql_base, "TypeEngine", TypeKind::foreign, "SQL_VARIANT", ""},
    {"mssql.TIME", mssql_base, "TIME", TypeKind::TIME, "", "__init__(self, precision=None, **kwargs)"},
    {"mssql.TIMESTAMP", mssql_base, "_Binary", TypeKind::TIMESTAMP, "TIMESTAMP", "__init__(self, convert_int=False)"},
    {"mssql.ROWVERSION", mssql_base, "mssql.TIMESTAMP", TypeKind::foreign, "ROWVERSION", ""},
    {"mssql.TINYINT", mssql_base, "Integer", TypeKind::foreign, "TINYINT", ""},
    {"mssql.UNIQUEIDENTIFIER", mssql_base, "Uuid", TypeKind::foreign, "UNIQUEIDENTIFIER", "__init__(self, as_uuid=True)"},
    {"mssql.VARBINARY", mssql_base, "VARBINARY LargeBinary", TypeKind::VARBINARY, "VARBINARY", "__init__(self, length=None, filestream=False)"},
    {"mssql.XML", mssql_base, "Text", TypeKind::foreign, "XML", ""},
};
// clang-format on

} // namespace

std::span<const TypeSpec> type_specs() {
    return specs;
}

const TypeSpec* find_type_spec(std::string_view id) {
    static const std::unordered_map<std::string_view, const TypeSpec*> by_id = [] {
        std::unordered_map<std::string_view, const TypeSpec*> made;
        for (const TypeSpec& spec : specs) made.emplace(spec.id, &spec);
        return made;
    }();
    auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
}

const TypeSpec* spec_for_visit_name(std::string_view visit_name) {
    for (const TypeSpec& spec : specs)
        if (spec.kind && spec.visit_name == visit_name) return &spec;
    return nullptr;
}

} // namespace limbeck::sqlalchemy
