#include "sql/recorded.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;
using schema::Name;
using schema::TypeKind;
using schema::TypePtr;

namespace {

template <class Change> TypePtr with(TypeKind kind, Change change) {
    auto made = schema::make_type(kind);
    change(*made);
    return made;
}

TypePtr sized(TypeKind kind, int length) {
    return with(kind, [&](schema::Type& type) { type.length = length; });
}

TypePtr precise(TypeKind kind, int precision) {
    return with(kind, [&](schema::Type& type) { type.precision = precision; });
}

TypePtr precise(TypeKind kind, int precision, int scale) {
    return with(kind, [&](schema::Type& type) {
        type.precision = precision;
        type.scale = scale;
    });
}

TypePtr zoned(TypeKind kind) {
    return with(kind, [](schema::Type& type) { type.timezone = true; });
}

TypePtr foreign(const std::string& name) {
    return with(TypeKind::foreign, [&](schema::Type& type) { type.foreign_name = name; });
}

} // namespace

TEST_CASE("generic types") {
    check_type(R"py(sa.String())py", type(TypeKind::string));
    check_type(R"py(sa.String(50))py", varchar(50));
    check_type(R"py(sa.String(0))py", varchar(0));
    check_type(R"py(sa.String(50, collation="C"))py", with(TypeKind::string, [](auto& t) {
                   t.length = 50;
                   t.collation = "C";
               }));
    check_type(R"py(sa.String(collation="de_DE"))py",
               with(TypeKind::string, [](auto& t) { t.collation = "de_DE"; }));
    check_type(R"py(sa.Unicode(20))py", sized(TypeKind::unicode, 20));
    check_type(R"py(sa.Text())py", type(TypeKind::text));
    check_type(R"py(sa.Text(100))py", sized(TypeKind::text, 100));
    check_type(R"py(sa.UnicodeText())py", type(TypeKind::unicode_text));
    check_type(R"py(sa.Integer())py", type(TypeKind::integer));
    check_type(R"py(sa.SmallInteger())py", type(TypeKind::small_integer));
    check_type(R"py(sa.BigInteger())py", type(TypeKind::big_integer));
    check_type(R"py(sa.Numeric())py", type(TypeKind::numeric));
    check_type(R"py(sa.Numeric(10))py", precise(TypeKind::numeric, 10));
    check_type(R"py(sa.Numeric(10, 2))py", precise(TypeKind::numeric, 10, 2));
    check_type(R"py(sa.Numeric(10, 0))py", precise(TypeKind::numeric, 10, 0));
    check_type(R"py(sa.Float())py", type(TypeKind::float_));
    check_type(R"py(sa.Float(53))py", precise(TypeKind::float_, 53));
    check_type(R"py(sa.Double())py", type(TypeKind::double_));
    check_type(R"py(sa.Double(10))py", precise(TypeKind::double_, 10));
    check_type(R"py(sa.DateTime())py", type(TypeKind::datetime));
    check_type(R"py(sa.DateTime(timezone=True))py", zoned(TypeKind::datetime));
    check_type(R"py(sa.Date())py", type(TypeKind::date));
    check_type(R"py(sa.Time())py", type(TypeKind::time));
    check_type(R"py(sa.Time(timezone=True))py", zoned(TypeKind::time));
    check_type(R"py(sa.Boolean())py", type(TypeKind::boolean));
    check_type(R"py(sa.LargeBinary())py", type(TypeKind::large_binary));
    check_type(R"py(sa.LargeBinary(100))py", sized(TypeKind::large_binary, 100));
    check_type(R"py(sa.Interval())py", type(TypeKind::interval));
    check_type(R"py(sa.Interval(native=False))py",
               with(TypeKind::interval, [](auto& t) { t.native = false; }));
    check_type(R"py(sa.JSON())py", type(TypeKind::json));
    check_type(R"py(sa.Uuid())py", type(TypeKind::uuid));
    check_type(R"py(sa.Uuid(native_uuid=False))py", with(TypeKind::uuid, [](auto& t) { t.native = false; }));
    check_type(R"py(sa.types.NullType())py", schema::null_type());
    check_type(R"py(sa.PickleType())py", with(TypeKind::decorator, [](auto& t) {
                   auto pickle = std::make_shared<schema::Decorated>();
                   pickle->class_name = "PickleType";
                   pickle->impl = type(TypeKind::large_binary);
                   t.decorated = pickle;
               }));
}

TEST_CASE("upper-case types") {
    check_type(R"py(sa.INTEGER())py", type(TypeKind::INTEGER));
    check_type(R"py(sa.INT())py", type(TypeKind::INTEGER));
    check_type(R"py(sa.SMALLINT())py", type(TypeKind::SMALLINT));
    check_type(R"py(sa.BIGINT())py", type(TypeKind::BIGINT));
    check_type(R"py(sa.NUMERIC(8, 3))py", precise(TypeKind::NUMERIC, 8, 3));
    check_type(R"py(sa.DECIMAL(8, 3))py", precise(TypeKind::DECIMAL, 8, 3));
    check_type(R"py(sa.DECIMAL())py", type(TypeKind::DECIMAL));
    check_type(R"py(sa.FLOAT())py", type(TypeKind::FLOAT));
    check_type(R"py(sa.FLOAT(12))py", precise(TypeKind::FLOAT, 12));
    check_type(R"py(sa.REAL())py", type(TypeKind::REAL));
    check_type(R"py(sa.DOUBLE())py", type(TypeKind::DOUBLE));
    check_type(R"py(sa.DOUBLE_PRECISION())py", type(TypeKind::DOUBLE_PRECISION));
    check_type(R"py(sa.TIMESTAMP())py", type(TypeKind::TIMESTAMP));
    check_type(R"py(sa.TIMESTAMP(timezone=True))py", zoned(TypeKind::TIMESTAMP));
    check_type(R"py(sa.DATETIME())py", type(TypeKind::DATETIME));
    check_type(R"py(sa.DATE())py", type(TypeKind::DATE));
    check_type(R"py(sa.TIME())py", type(TypeKind::TIME));
    check_type(R"py(sa.TEXT())py", type(TypeKind::TEXT));
    check_type(R"py(sa.CLOB())py", type(TypeKind::CLOB));
    check_type(R"py(sa.VARCHAR(30))py", sized(TypeKind::VARCHAR, 30));
    check_type(R"py(sa.VARCHAR())py", type(TypeKind::VARCHAR));
    check_type(R"py(sa.NVARCHAR(30))py", sized(TypeKind::NVARCHAR, 30));
    check_type(R"py(sa.CHAR(3))py", sized(TypeKind::CHAR, 3));
    check_type(R"py(sa.CHAR())py", type(TypeKind::CHAR));
    check_type(R"py(sa.NCHAR(3))py", sized(TypeKind::NCHAR, 3));
    check_type(R"py(sa.BLOB())py", type(TypeKind::BLOB));
    check_type(R"py(sa.BINARY(16))py", sized(TypeKind::BINARY, 16));
    check_type(R"py(sa.BINARY())py", type(TypeKind::BINARY));
    check_type(R"py(sa.VARBINARY(16))py", sized(TypeKind::VARBINARY, 16));
    check_type(R"py(sa.BOOLEAN())py", type(TypeKind::BOOLEAN));
    check_type(R"py(sa.UUID())py", type(TypeKind::UUID));
    check_type(R"py(sa.ARRAY(sa.Integer))py", array_type(type(TypeKind::integer)));
}

TEST_CASE("PostgreSQL's types") {
    check_type(R"py(pg.UUID())py", type(TypeKind::UUID));
    check_type(R"py(pg.UUID(as_uuid=True))py", type(TypeKind::UUID));
    check_type(R"py(pg.JSON())py", type(TypeKind::JSON));
    check_type(R"py(pg.JSONB())py", type(TypeKind::JSONB));
    check_type(R"py(pg.JSONPATH())py", type(TypeKind::JSONPATH));
    check_type(R"py(pg.ARRAY(sa.Integer))py", array_type(type(TypeKind::integer)));
    check_type(R"py(pg.ARRAY(sa.String(20), dimensions=2))py", array_type(varchar(20), 2));
    check_type(R"py(pg.ARRAY(sa.String(20, collation="C")))py",
               array_type(with(TypeKind::string, [](auto& t) {
                   t.length = 20;
                   t.collation = "C";
               })));
    check_type(R"py(pg.ARRAY(pg.ENUM("a", "b", name="ab")))py", array_type(with(TypeKind::ENUM, [](auto& t) {
                   t.labels = {"a", "b"};
                   t.name = Name("ab");
               })));
    check_type(R"py(pg.ENUM("a", "b", name="Ab"))py", with(TypeKind::ENUM, [](auto& t) {
                   t.labels = {"a", "b"};
                   t.name = Name("Ab");
               }));
    check_type(R"py(pg.ENUM("a", "b", name="ab", schema="s"))py", with(TypeKind::ENUM, [](auto& t) {
                   t.labels = {"a", "b"};
                   t.name = Name("ab");
                   t.schema = Name("s");
               }));
    check_type(R"py(pg.HSTORE())py", type(TypeKind::HSTORE));
    check_type(R"py(pg.CITEXT())py", type(TypeKind::CITEXT));
    check_type(R"py(pg.INET())py", type(TypeKind::INET));
    check_type(R"py(pg.CIDR())py", type(TypeKind::CIDR));
    check_type(R"py(pg.MACADDR())py", type(TypeKind::MACADDR));
    check_type(R"py(pg.MACADDR8())py", type(TypeKind::MACADDR8));
    check_type(R"py(pg.MONEY())py", type(TypeKind::MONEY));
    check_type(R"py(pg.OID())py", type(TypeKind::OID));
    check_type(R"py(pg.REGCLASS())py", type(TypeKind::REGCLASS));
    check_type(R"py(pg.REGCONFIG())py", type(TypeKind::REGCONFIG));
    check_type(R"py(pg.TSVECTOR())py", type(TypeKind::TSVECTOR));
    check_type(R"py(pg.TSQUERY())py", type(TypeKind::TSQUERY));
    check_type(R"py(pg.BYTEA())py", type(TypeKind::BYTEA));
    check_type(R"py(pg.BIT())py", type(TypeKind::BIT));
    check_type(R"py(pg.BIT(8))py", sized(TypeKind::BIT, 8));
    check_type(R"py(pg.BIT(varying=True))py", with(TypeKind::BIT, [](auto& t) {
                   t.varying = true;
                   t.length.reset();
               }));
    check_type(R"py(pg.BIT(5, varying=True))py", with(TypeKind::BIT, [](auto& t) {
                   t.varying = true;
                   t.length = 5;
               }));
    check_type(R"py(pg.INTERVAL())py", type(TypeKind::INTERVAL));
    check_type(R"py(pg.INTERVAL(fields="DAY TO SECOND", precision=3))py",
               with(TypeKind::INTERVAL, [](auto& t) {
                   t.fields = "DAY TO SECOND";
                   t.precision = 3;
               }));
    check_type(R"py(pg.TIMESTAMP(precision=3, timezone=True))py", with(TypeKind::TIMESTAMP, [](auto& t) {
                   t.precision = 3;
                   t.timezone = true;
               }));
    check_type(R"py(pg.TIME(precision=0))py", precise(TypeKind::TIME, 0));
    check_type(R"py(pg.DOUBLE_PRECISION(precision=53))py", precise(TypeKind::DOUBLE_PRECISION, 53));
    check_type(R"py(pg.DOMAIN("price", sa.Numeric))py", with(TypeKind::DOMAIN, [](auto& t) {
                   t.name = Name("price");
                   t.item = type(TypeKind::numeric);
               }));
    check_type(R"py(pg.INT4RANGE())py", type(TypeKind::INT4RANGE));
    check_type(R"py(pg.INT8RANGE())py", type(TypeKind::INT8RANGE));
    check_type(R"py(pg.NUMRANGE())py", type(TypeKind::NUMRANGE));
    check_type(R"py(pg.DATERANGE())py", type(TypeKind::DATERANGE));
    check_type(R"py(pg.TSRANGE())py", type(TypeKind::TSRANGE));
    check_type(R"py(pg.TSTZRANGE())py", type(TypeKind::TSTZRANGE));
    check_type(R"py(pg.INT4MULTIRANGE())py", type(TypeKind::INT4MULTIRANGE));
    check_type(R"py(pg.INT8MULTIRANGE())py", type(TypeKind::INT8MULTIRANGE));
    check_type(R"py(pg.NUMMULTIRANGE())py", type(TypeKind::NUMMULTIRANGE));
    check_type(R"py(pg.DATEMULTIRANGE())py", type(TypeKind::DATEMULTIRANGE));
    check_type(R"py(pg.TSMULTIRANGE())py", type(TypeKind::TSMULTIRANGE));
    check_type(R"py(pg.TSTZMULTIRANGE())py", type(TypeKind::TSTZMULTIRANGE));
}

TEST_CASE("enums, variants, decorated and user-defined types") {
    check_type(R"py(sa.Enum("a", "bcd", name="e"))py", enum_type({"a", "bcd"}, "e"));
    check_type(R"py(sa.Enum("a", "bcd"))py", enum_type({"a", "bcd"}));
    check_type(R"py(sa.Enum("a", "bcd", native_enum=False))py", with(TypeKind::enum_, [](auto& t) {
                   t.labels = {"a", "bcd"};
                   t.native_enum = false;
               }));
    check_type(R"py(sa.Enum("a", "bcd", native_enum=False, length=20))py", with(TypeKind::enum_, [](auto& t) {
                   t.labels = {"a", "bcd"};
                   t.native_enum = false;
                   t.length = 20;
               }));
    check_type(R"py(sa.Enum(Color))py", with(TypeKind::enum_, [](auto& t) {
                   t.labels = t.member_names = {"red", "green"};
                   t.name = Name("color");
               }));
    check_type(R"py(sa.String(10).with_variant(pg.CITEXT(), "postgresql"))py",
               with(TypeKind::string, [](auto& t) {
                   t.length = 10;
                   t.variants = {{"postgresql", type(TypeKind::CITEXT)}};
               }));
    check_type(R"py(sa.BigInteger().with_variant(sa.Integer, "sqlite"))py",
               with(TypeKind::big_integer, [](auto& t) {
                   t.variants = {{"sqlite", type(TypeKind::integer)}};
               }));
    check_type(R"py(sa.Text().with_variant(mysql.LONGTEXT(), "mysql"))py", with(TypeKind::text, [](auto& t) {
                   t.variants = {{"mysql", foreign("LONGTEXT")}};
               }));
    check_type(R"py(mysql.TINYINT(1))py", foreign("TINYINT"));
    check_type(R"py(Guid())py", with(TypeKind::decorator, [](auto& t) {
                   auto guid = std::make_shared<schema::Decorated>();
                   guid->class_name = "Guid";
                   guid->impl = type(TypeKind::CHAR);
                   guid->load_dialect_impl = [](std::string_view dialect) {
                       return dialect == "postgresql" ? type(TypeKind::UUID) : sized(TypeKind::CHAR, 36);
                   };
                   t.decorated = guid;
               }));
    check_type(R"py(Vector())py", with(TypeKind::user_defined, [](auto& t) {
                   auto vector = std::make_shared<schema::UserDefined>();
                   vector->class_name = "Vector";
                   vector->column_specification = [](std::string_view) { return std::string("VECTOR(3)"); };
                   t.user = vector;
               }));
    check_type(R"py(sqlite.DATETIME())py", type(TypeKind::datetime));
    check_type(R"py(sqlite.DATE(storage_format="%(year)04d%(month)02d%(day)02d"))py",
               with(TypeKind::date, [](auto& t) { t.storage_format = "%(year)04d%(month)02d%(day)02d"; }));
    check_type(R"py(sqlite.JSON())py", type(TypeKind::JSON));
}
