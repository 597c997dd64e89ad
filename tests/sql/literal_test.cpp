#include "sql/recorded.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;
using schema::TypeKind;
using schema::Value;

namespace {

Value list(std::vector<Value> items) {
    return Value(schema::List{std::move(items)});
}
Value dict(std::vector<std::pair<Value, Value>> items) {
    return Value(schema::Dict{std::move(items)});
}
Value moment(int h, int m, int s, int us, std::optional<int> offset = {}) {
    return Value(schema::DateTime{{2020, 1, 2}, {h, m, s, us, offset}});
}
Value member(const std::string& name, const std::string& value) {
    return Value(schema::EnumMember{"Color", name, std::make_shared<Value>(value)});
}
schema::TypePtr color() {
    auto made = schema::make_type(TypeKind::enum_);
    made->labels = made->member_names = {"red", "green"};
    made->name = schema::Name("color");
    return made;
}
const Value uuid{schema::Uuid{"00000000000000000000000000000005"}};
const Value delta{schema::Interval{1, 3, 5}};

} // namespace

TEST_CASE("literals of values that bring their type") {
    check_literal(R"py(None)py", Value());
    check_literal(R"py(True)py", Value(true));
    check_literal(R"py(1)py", Value(1));
    check_literal(R"py(-5)py", Value(-5));
    check_literal(R"py(12345678901234567890)py", Value(schema::BigInteger{"12345678901234567890"}));
    check_literal(R"py(1.5)py", Value(1.5));
    check_literal(R"py(1e20)py", Value(1e20));
    check_literal(R"py(-0.00001)py", Value(-0.00001));
    check_literal(R"py(float("nan"))py", Value(std::numeric_limits<double>::quiet_NaN()));
    check_literal(R"py(float("-inf"))py", Value(-std::numeric_limits<double>::infinity()));
    check_literal(R"py(decimal.Decimal("1.10"))py", Value(schema::Decimal{"1.10"}));
    check_literal(R"py(decimal.Decimal("1E+5"))py", Value(schema::Decimal{"1E+5"}));
    check_literal(R"py("plain")py", Value("plain"));
    check_literal(R"py("it's 5% \\ \"x\"")py", Value("it's 5% \\ \"x\""));
    check_literal(R"py("line\nbreak\ttab")py", Value("line\nbreak\ttab"));
    check_literal(R"py("")py", Value(""));
    check_literal(R"py("żółw 😀")py", Value("żółw 😀"));
    check_literal(R"py(b"ab'c\\")py", Value(schema::Bytes{"ab'c\\"}));
    check_literal(R"py(b"\xff")py", Value(schema::Bytes{"\xff"}));
    check_literal(R"py(dt.date(2020, 1, 2))py", Value(schema::Date{2020, 1, 2}));
    check_literal(R"py(dt.time(1, 2, 3))py", Value(schema::Time{1, 2, 3, 0, std::nullopt}));
    check_literal(R"py(dt.time(1, 2, 3, 4))py", Value(schema::Time{1, 2, 3, 4, std::nullopt}));
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5))py", moment(3, 4, 5, 0));
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5, 6, dt.timezone.utc))py", moment(3, 4, 5, 6, 0));
    check_literal(
        R"py(dt.datetime(2020, 1, 2, 3, 4, 5, 0, dt.timezone(-dt.timedelta(hours=3, minutes=30))))py",
        moment(3, 4, 5, 0, -12600));
    check_literal(R"py(dt.timedelta(days=1, seconds=3, microseconds=5))py", delta);
    check_literal(R"py(dt.timedelta(days=-400))py", Value(schema::Interval{-400, 0, 0}));
    check_literal(R"py(uuid.UUID(int=5))py", uuid);
    check_literal(R"py({"a": [1, None]})py", dict({{"a", list({1, Value()})}}));
    check_literal(R"py([1, 2])py", list({1, 2}));
    check_literal(R"py((1,))py", Value(schema::Tuple{{Value(1)}}));
    check_literal(R"py(Color.red)py", member("red", "r"));
}

TEST_CASE("literals of a type") {
    check_literal(R"py(5, sa.String())py", Value(5), schema::string_type());
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5), sa.String())py", moment(3, 4, 5, 0),
                  schema::string_type());
    check_literal(R"py("7", sa.Integer())py", Value("7"), schema::integer_type());
    check_literal(R"py("x", sa.Integer())py", Value("x"), schema::integer_type());
    check_literal(R"py(True, sa.Integer())py", Value(true), schema::integer_type());
    check_literal(R"py(7.9, sa.Integer())py", Value(7.9), schema::integer_type());
    check_literal(R"py(decimal.Decimal("7.9"), sa.Integer())py", Value(schema::Decimal{"7.9"}),
                  schema::integer_type());
    check_literal(R"py("1.50", sa.Numeric())py", Value("1.50"), type(TypeKind::numeric));
    check_literal(R"py("1.5; drop", sa.Numeric())py", Value("1.5; drop"), type(TypeKind::numeric));
    check_literal(R"py(True, sa.Numeric())py", Value(true), type(TypeKind::numeric));
    check_literal(R"py(3, sa.Float())py", Value(3), type(TypeKind::float_));
    check_literal(R"py(1, sa.Boolean())py", Value(1), schema::boolean_type());
    check_literal(R"py(2, sa.Boolean())py", Value(2), schema::boolean_type());
    check_literal(R"py("true", sa.Boolean())py", Value("true"), schema::boolean_type());
    check_literal(R"py(dt.date(2020, 1, 2), sa.DateTime())py", Value(schema::Date{2020, 1, 2}),
                  type(TypeKind::datetime));
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5), sa.Date())py", moment(3, 4, 5, 0),
                  type(TypeKind::date));
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5), sa.Time())py", moment(3, 4, 5, 0),
                  type(TypeKind::time));
    check_literal(R"py("2020-01-02", sa.DateTime())py", Value("2020-01-02"), type(TypeKind::datetime));
    check_literal(R"py(dt.datetime(2020, 1, 2, 3, 4, 5), sa.TIMESTAMP())py", moment(3, 4, 5, 0),
                  type(TypeKind::TIMESTAMP));
    check_literal(R"py("text", sa.LargeBinary())py", Value("text"), type(TypeKind::large_binary));
    check_literal(R"py({"a": [1, 2.5, None, True, "x'%\\"]}, sa.JSON())py",
                  dict({{"a", list({1, 2.5, Value(), true, "x'%\\"})}}), type(TypeKind::json));
    check_literal(R"py({"ż": "😀\u2028"}, pg.JSONB())py", dict({{"ż", "😀\u2028"}}), type(TypeKind::JSONB));
    check_literal(R"py({1: "x", None: 2}, sa.JSON())py", dict({{1, "x"}, {Value(), 2}}),
                  type(TypeKind::json));
    check_literal(R"py({"a": dt.date(2020, 1, 1)}, sa.JSON())py",
                  dict({{"a", Value(schema::Date{2020, 1, 1})}}), type(TypeKind::json));
    check_literal(R"py("text", sa.JSON())py", Value("text"), type(TypeKind::json));
    check_literal(R"py(uuid.UUID(int=5), sa.Uuid())py", uuid, type(TypeKind::uuid));
    check_literal(R"py("0-1'", sa.Uuid(as_uuid=False))py", Value("0-1'"), [] {
        auto made = schema::make_type(TypeKind::uuid);
        made->as_uuid = false;
        return made;
    }());
    check_literal(R"py([1, 2], pg.ARRAY(sa.Integer))py", list({1, 2}), array_type(schema::integer_type()));
    check_literal(R"py(["a'b", "c"], pg.ARRAY(sa.String))py", list({"a'b", "c"}),
                  array_type(schema::string_type()));
    check_literal(R"py([[1], [2]], pg.ARRAY(sa.Integer, dimensions=2))py", list({list({1}), list({2})}),
                  array_type(schema::integer_type(), 2));
    check_literal(R"py([[1], [2]], pg.ARRAY(sa.Integer))py", list({list({1}), list({2})}),
                  array_type(schema::integer_type()));
    check_literal(R"py([], pg.ARRAY(sa.Integer))py", list({}), array_type(schema::integer_type()));
    check_literal(R"py([1, None], pg.ARRAY(sa.Integer))py", list({1, Value()}),
                  array_type(schema::integer_type()));
    check_literal(R"py({"a": "b"}, pg.HSTORE())py", dict({{"a", "b"}}), type(TypeKind::HSTORE));
    check_literal(R"py("10.0.0.1", pg.INET())py", Value("10.0.0.1"), type(TypeKind::INET));
    check_literal(R"py("x", pg.CITEXT())py", Value("x"), type(TypeKind::CITEXT));
    check_literal(R"py("x y", pg.TSVECTOR())py", Value("x y"), type(TypeKind::TSVECTOR));
    check_literal(R"py("101", pg.BIT(3))py", Value("101"), type(TypeKind::BIT));
    check_literal(R"py("1.5", pg.MONEY())py", Value("1.5"), type(TypeKind::MONEY));
    check_literal(R"py(5, pg.OID())py", Value(5), type(TypeKind::OID));
    check_literal(R"py("[1,2)", pg.INT4RANGE())py", Value("[1,2)"), type(TypeKind::INT4RANGE));
    check_literal(R"py(dt.timedelta(hours=1), pg.INTERVAL())py", Value(schema::Interval{0, 3600, 0}),
                  type(TypeKind::INTERVAL));
    check_literal(R"py(dt.timedelta(hours=1), sa.Interval())py", Value(schema::Interval{0, 3600, 0}),
                  type(TypeKind::interval));
    check_literal(R"py(Color.red, sa.Enum(Color))py", member("red", "r"), color());
    check_literal(R"py("red", sa.Enum(Color))py", Value("red"), color());
    check_literal(R"py("blue", sa.Enum(Color))py", Value("blue"), color());
    check_literal(R"py("on", sa.Enum("on", "off", name="e"))py", Value("on"), enum_type({"on", "off"}, "e"));
    check_literal(R"py(Color.red, sa.Enum("on", "off", name="e"))py", member("red", "r"),
                  enum_type({"on", "off"}, "e"));
    check_literal(R"py("x" * 400, sa.Integer())py", Value(std::string(400, 'x')), schema::integer_type());
}
