#include "sql/recorded.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;
using schema::ExpressionPtr;
using schema::Name;
using schema::Operand;
using schema::Operator;
using schema::OperatorArguments;
using schema::TypeKind;
using schema::Value;

namespace {

ExpressionPtr c(const std::string& name) {
    return col(table_t(), name);
}

ExpressionPtr op(Operator kind, const ExpressionPtr& left, const Operand& right,
                 OperatorArguments arguments = {}, bool reverse = false) {
    return schema::operate(kind, left, right, arguments, reverse);
}

OperatorArguments custom(const std::string& text, int precedence = 0, bool comparison = false) {
    OperatorArguments arguments;
    arguments.custom_text = text;
    arguments.precedence = precedence;
    arguments.is_comparison = comparison;
    return arguments;
}

OperatorArguments escaped(const std::string& escape) {
    OperatorArguments arguments;
    arguments.escape = escape;
    return arguments;
}

OperatorArguments autoescape() {
    OperatorArguments arguments;
    arguments.autoescape = true;
    return arguments;
}

OperatorArguments flags(const std::string& text) {
    OperatorArguments arguments;
    arguments.flags = text;
    return arguments;
}

Value tuple(std::vector<Value> items) {
    return Value(schema::Tuple{std::move(items)});
}

} // namespace

TEST_CASE("comparisons") {
    check_sql(R"py(t.c.id == 5)py", op(Operator::eq, c("id"), 5));
    check_sql(R"py(t.c.id != 5)py", op(Operator::ne, c("id"), 5));
    check_sql(R"py(t.c.id < 5)py", op(Operator::lt, c("id"), 5));
    check_sql(R"py(t.c.id <= 5)py", op(Operator::le, c("id"), 5));
    check_sql(R"py(t.c.id > 5)py", op(Operator::gt, c("id"), 5));
    check_sql(R"py(t.c.id >= 5)py", op(Operator::ge, c("id"), 5));
    check_sql(R"py(t.c.id == None)py", op(Operator::eq, c("id"), Value()));
    check_sql(R"py(t.c.id != None)py", op(Operator::ne, c("id"), Value()));
    check_sql(R"py(t.c.id.is_(None))py", op(Operator::is_, c("id"), Value()));
    check_sql(R"py(t.c.id.is_not(None))py", op(Operator::is_not, c("id"), Value()));
    check_sql(R"py(t.c.flag == True)py", op(Operator::eq, c("flag"), Value(true)));
    check_sql(R"py(t.c.flag.is_(True))py", op(Operator::is_, c("flag"), Value(true)));
    check_sql(R"py(t.c.flag.is_(sa.false()))py",
              op(Operator::is_, c("flag"), ExpressionPtr(std::make_shared<schema::False>())));
    check_sql(R"py(t.c.name.is_distinct_from("x"))py", op(Operator::is_distinct_from, c("name"), "x"));
    check_sql(R"py(t.c.name.is_not_distinct_from(None))py",
              op(Operator::is_not_distinct_from, c("name"), Value()));
    check_sql(R"py(t.c.id == t.c.ratio)py", op(Operator::eq, c("id"), c("ratio")));
    check_sql(R"py(t.c.name.like("%x_"))py", op(Operator::like, c("name"), "%x_"));
    check_sql(R"py(t.c.name.like("/%x", escape="/"))py", op(Operator::like, c("name"), "/%x", escaped("/")));
    check_sql(R"py(t.c.name.not_like("x"))py", op(Operator::not_like, c("name"), "x"));
    check_sql(R"py(t.c.name.ilike("x"))py", op(Operator::ilike, c("name"), "x"));
    check_sql(R"py(~t.c.name.ilike("x"))py", schema::negate(op(Operator::ilike, c("name"), "x")));
    check_sql(R"py(t.c.name.contains("x"))py", op(Operator::contains, c("name"), "x"));
    check_sql(R"py(t.c.name.contains("5%/x", autoescape=True))py",
              op(Operator::contains, c("name"), "5%/x", autoescape()));
    check_sql(R"py(t.c.name.startswith("x"))py", op(Operator::startswith, c("name"), "x"));
    check_sql(R"py(~t.c.name.endswith("x"))py", schema::negate(op(Operator::endswith, c("name"), "x")));
    check_sql(R"py(t.c.name.icontains("x"))py", op(Operator::icontains, c("name"), "x"));
    check_sql(R"py(t.c.name.regexp_match("^x"))py", op(Operator::regexp_match, c("name"), "^x"));
    check_sql(R"py(~t.c.name.regexp_match("^x", flags="i"))py",
              schema::negate(op(Operator::regexp_match, c("name"), "^x", flags("i"))));
    check_sql(R"py(t.c.name.regexp_replace("a", "b", flags="g"))py",
              schema::regexp_replace(c("name"), "a", "b", "g"));
    check_sql(R"py(t.c.id.between(1, 10))py", schema::between(c("id"), 1, 10));
    check_sql(R"py(~t.c.id.between(1, t.c.ratio))py",
              schema::negate(schema::between(c("id"), 1, c("ratio"))));
    check_sql(R"py(t.c.id.in_([1, 2, 3]))py", schema::in(c("id"), {Operand(1), Operand(2), Operand(3)}));
    check_sql(R"py(t.c.id.in_([]))py", schema::in(c("id"), std::vector<Operand>{}));
    check_sql(R"py(t.c.id.not_in([1, 2]))py", schema::in(c("id"), {Operand(1), Operand(2)}, true));
    check_sql(R"py(~t.c.id.in_([1]))py", schema::negate(schema::in(c("id"), {Operand(1)})));
    check_sql(R"py(t.c.name.not_in([]))py", schema::in(c("name"), std::vector<Operand>{}, true));
    check_sql(R"py(t.c.name.in_(["a", "it's"]))py", schema::in(c("name"), {Operand("a"), Operand("it's")}));
    check_sql(R"py(t.c.id.in_([1, sa.func.f()]))py",
              schema::in(c("id"), {Operand(1), Operand(schema::function("f"))}));
    check_sql(R"py(t.c.name.match("x"))py", op(Operator::match, c("name"), "x"));
}

TEST_CASE("arithmetic and parentheses") {
    check_sql(R"py(t.c.id + 5)py", op(Operator::add, c("id"), 5));
    check_sql(R"py(5 + t.c.id)py", op(Operator::add, c("id"), 5, {}, true));
    check_sql(R"py(t.c.id - 5 * t.c.ratio)py",
              op(Operator::sub, c("id"), op(Operator::mul, c("ratio"), 5, {}, true)));
    check_sql(R"py((t.c.id + 1) * 2)py", op(Operator::mul, op(Operator::add, c("id"), 1), 2));
    check_sql(R"py(t.c.id + 1 + 2)py", op(Operator::add, op(Operator::add, c("id"), 1), 2));
    check_sql(R"py(t.c.id - (t.c.id - 1))py", op(Operator::sub, c("id"), op(Operator::sub, c("id"), 1)));
    check_sql(R"py(t.c.id / 2)py", op(Operator::truediv, c("id"), 2));
    check_sql(R"py(t.c.price / t.c.ratio)py", op(Operator::truediv, c("price"), c("ratio")));
    check_sql(R"py(t.c.id // 2)py", op(Operator::floordiv, c("id"), 2));
    check_sql(R"py(t.c.ratio // 2)py", op(Operator::floordiv, c("ratio"), 2));
    check_sql(R"py(t.c.id % 3)py", op(Operator::mod, c("id"), 3));
    check_sql(R"py(-t.c.id)py", schema::unary(Operator::neg, c("id")));
    check_sql(R"py(-(t.c.id + 1))py", schema::unary(Operator::neg, op(Operator::add, c("id"), 1)));
    check_sql(R"py(t.c.name + "x")py", op(Operator::add, c("name"), "x"));
    check_sql(R"py("x" + t.c.name + "y")py",
              op(Operator::add, op(Operator::add, c("name"), "x", {}, true), "y"));
    check_sql(R"py(t.c.name.concat("x"))py", op(Operator::concat, c("name"), "x"));
    check_sql(R"py(t.c.raw + "x")py", op(Operator::add, c("raw"), "x"));
    check_sql(R"py(t.c.id.bitwise_and(3))py", op(Operator::bitwise_and, c("id"), 3));
    check_sql(R"py(t.c.id.bitwise_xor(3))py", op(Operator::bitwise_xor, c("id"), 3));
    check_sql(R"py(t.c.id.bitwise_or(3).bitwise_lshift(1))py",
              op(Operator::bitwise_lshift, op(Operator::bitwise_or, c("id"), 3), 1));
    check_sql(R"py(t.c.id.bitwise_not())py", schema::unary(Operator::bitwise_not, c("id")));
    check_sql(R"py(t.c.name.op("->>")("x"))py", op(Operator::custom, c("name"), "x", custom("->>")));
    check_sql(R"py(t.c.name.op("%%")("x") == "y")py",
              op(Operator::eq, op(Operator::custom, c("name"), "x", custom("%%")), "y"));
    check_sql(R"py(t.c.tags.op("@>")("x"))py", op(Operator::custom, c("tags"), "x", custom("@>")));
    check_sql(R"py(t.c.name.collate("C"))py", schema::collate(c("name"), Name("C")));
    check_sql(R"py(t.c.made - t.c.made)py", op(Operator::sub, c("made"), c("made")));
    check_sql(R"py(t.c.day + 5)py", op(Operator::add, c("day"), 5));
    check_sql(R"py(t.c.id.desc())py", schema::unary(Operator::desc, c("id")));
    check_sql(R"py(t.c.id.desc().nulls_last())py",
              schema::unary(Operator::nulls_last, schema::unary(Operator::desc, c("id"))));
    check_sql(R"py(sa.distinct(t.c.id))py", schema::unary(Operator::distinct, c("id")));
}

TEST_CASE("and, or, not") {
    auto a = op(Operator::eq, c("id"), 1), b = op(Operator::gt, c("ratio"), 2),
         d = op(Operator::lt, c("name"), "z");
    check_sql(R"py(sa.and_(t.c.id == 1, t.c.ratio > 2))py", schema::and_of({a, b}));
    check_sql(R"py(sa.or_(t.c.id == 1, sa.and_(t.c.ratio > 2, t.c.name < "z")))py",
              schema::or_of({a, schema::and_of({b, d})}));
    check_sql(R"py(sa.and_(t.c.id == 1, sa.or_(t.c.ratio > 2, t.c.name < "z")))py",
              schema::and_of({a, schema::or_of({b, d})}));
    check_sql(R"py((t.c.id == 1) & (t.c.ratio > 2) & (t.c.name < "z"))py",
              schema::and_of({schema::and_of({a, b}), d}));
    check_sql(R"py(sa.not_(sa.or_(t.c.id == 1, t.c.ratio > 2)))py", schema::negate(schema::or_of({a, b})));
    check_sql(R"py(~(t.c.id == 1))py", schema::negate(a));
    check_sql(R"py(~t.c.flag)py", schema::negate(c("flag")));
    check_sql(R"py(sa.and_(t.c.flag, t.c.id == 1))py", schema::and_of({c("flag"), a}));
    check_sql(R"py(sa.and_(~t.c.flag, t.c.id == 1))py", schema::and_of({schema::negate(c("flag")), a}));
    check_sql(R"py(sa.and_(sa.true(), t.c.id == 1))py",
              schema::and_of({std::make_shared<schema::True>(), a}));
    check_sql(R"py(sa.or_(sa.true(), t.c.id == 1))py", schema::or_of({std::make_shared<schema::True>(), a}));
    check_sql(R"py(sa.not_(sa.func.f(t.c.id)))py", schema::negate(schema::function("f", {c("id")})));
    check_sql(R"py(sa.true())py", std::make_shared<schema::True>());
    check_sql(R"py(sa.null())py", std::make_shared<schema::Null>());
}

TEST_CASE("functions and constructs") {
    check_sql(R"py(sa.func.now())py", schema::function("now"));
    check_sql(R"py(sa.func.current_timestamp())py", schema::function("current_timestamp"));
    check_sql(R"py(sa.func.CURRENT_DATE())py", schema::function("CURRENT_DATE"));
    check_sql(R"py(sa.func.localtimestamp())py", schema::function("localtimestamp"));
    check_sql(R"py(sa.func.count())py", schema::function("count"));
    check_sql(R"py(sa.func.count(t.c.id.distinct()))py",
              schema::function("count", {schema::unary(Operator::distinct, c("id"))}));
    check_sql(R"py(sa.func.coalesce(t.c.name, "x"))py", schema::function("coalesce", {c("name"), "x"}));
    check_sql(R"py(sa.func.lower(t.c.name) == "x")py",
              op(Operator::eq, schema::function("lower", {c("name")}), "x"));
    check_sql(R"py(sa.func.MyFunc(1, None))py", schema::function("MyFunc", {1, Value()}));
    check_sql(R"py(sa.func.pkg.fn(t.c.id))py", schema::function("fn", {c("id")}, nullptr, {Name("pkg")}));
    check_sql(R"py(getattr(sa.func, "odd name")(1))py", schema::function("odd name", {1}));
    check_sql(R"py(sa.func.char_length(t.c.name))py", schema::function("char_length", {c("name")}));
    check_sql(R"py(sa.func.sum(t.c.id).over(partition_by=t.c.name, order_by=t.c.id.desc()))py",
              schema::over(schema::function("sum", {c("id")}), {c("name")},
                           {schema::unary(Operator::desc, c("id"))}));
    check_sql(R"py(sa.func.row_number().over(order_by=t.c.id, rows=(None, 0)))py", [] {
        auto made = std::make_shared<schema::Over>(
            schema::as<schema::Over>(*schema::over(schema::function("row_number"), {}, {c("id")})));
        made->rows = schema::FrameRange{std::nullopt, 0};
        return made;
    }());
    check_sql(R"py(sa.func.row_number().over(rows=(-3, 4)))py", [] {
        auto made = std::make_shared<schema::Over>(
            schema::as<schema::Over>(*schema::over(schema::function("row_number"), {}, {})));
        made->rows = schema::FrameRange{-3, 4};
        return made;
    }());
    check_sql(
        R"py(sa.func.count(t.c.id).filter(t.c.flag, t.c.id > 1))py",
        schema::filter(schema::function("count", {c("id")}), {c("flag"), op(Operator::gt, c("id"), 1)}));
    check_sql(R"py(sa.func.percentile_cont(0.5).within_group(t.c.id))py",
              schema::within_group(schema::function("percentile_cont", {Operand(Value(0.5))}), {c("id")}));
    check_sql(R"py(sa.cast(t.c.id, sa.String(5)))py", schema::cast(c("id"), varchar(5)));
    check_sql(R"py(sa.cast("5", sa.Integer))py", schema::cast("5", schema::integer_type()));
    check_sql(R"py(sa.cast(t.c.name, sa.String(5, collation="C")))py", [] {
        auto kind = schema::make_type(TypeKind::string);
        kind->length = 5;
        kind->collation = "C";
        return schema::cast(c("name"), kind);
    }());
    check_sql(R"py(sa.cast(t.c.id + 1, sa.Text) == "x")py",
              op(Operator::eq, schema::cast(op(Operator::add, c("id"), 1), type(TypeKind::text)), "x"));
    check_sql(R"py(sa.type_coerce(t.c.id, sa.String) + "x")py",
              op(Operator::add, schema::type_coerce(c("id"), schema::string_type()), "x"));
    check_sql(
        R"py(sa.case((t.c.id == 1, "one"), (t.c.id > 5, t.c.name), else_="many"))py",
        schema::case_of({{op(Operator::eq, c("id"), 1), "one"}, {op(Operator::gt, c("id"), 5), c("name")}},
                        Operand("many")));
    check_sql(R"py(sa.case({"a": 1, "b": 2}, value=t.c.name))py",
              schema::case_of({{"a", 1}, {"b", 2}}, {}, c("name")));
    check_sql(R"py(sa.case((t.c.flag, 1), else_=0) + 1)py",
              op(Operator::add, schema::case_of({{c("flag"), 1}}, Operand(0)), 1));
    check_sql(R"py(sa.extract("year", t.c.made))py", schema::extract("year", c("made")));
    check_sql(R"py(sa.extract("epoch", t.c.made) > 5)py",
              op(Operator::gt, schema::extract("epoch", c("made")), 5));
    check_sql(R"py(sa.tuple_(t.c.id, t.c.name) == sa.tuple_(1, "x"))py",
              op(Operator::eq, schema::tuple_of({c("id"), c("name")}), schema::tuple_of({1, "x"})));
    check_sql(R"py(sa.literal("x"))py", schema::literal(Value("x")));
    check_sql(R"py(sa.literal_column("now() - '5%'"))py", schema::literal_column("now() - '5%'"));
    check_sql(R"py(sa.bindparam("b", 5) + t.c.id)py",
              op(Operator::add, schema::bindparam(Name("b"), Value(5)), c("id")));
    check_sql(R"py(t.c.id == sa.bindparam("b"))py", op(Operator::eq, c("id"), schema::bindparam(Name("b"))));
    check_sql(R"py(sa.text("a = :x AND b = '12:30' AND c::int = \\:y AND d LIKE '%z'"))py",
              schema::text("a = :x AND b = '12:30' AND c::int = \\:y AND d LIKE '%z'"));
    check_sql(R"py(sa.column("Odd Name"))py", schema::column(Name("Odd Name")));
    check_sql(R"py(sa.column(quoted_name("plain", True)))py",
              schema::column(Name("plain", schema::Quote::always)));
    check_sql(R"py(sa.column(quoted_name("Not Quoted", False)))py",
              schema::column(Name("Not Quoted", schema::Quote::never)));
    check_sql(R"py(u.c.id == t.c.id)py", op(Operator::eq, col(table_u(), "id"), c("id")));
    check_sql(R"py(sa.any_(t.c.tags) == "x")py", op(Operator::eq, schema::any_of(c("tags")), "x"));
    check_sql(R"py(t.c.name == sa.any_(t.c.tags))py", op(Operator::eq, c("name"), schema::any_of(c("tags"))));
    check_sql(R"py(~(t.c.name == sa.all_(t.c.tags)))py",
              schema::negate(op(Operator::eq, c("name"), schema::all_of(c("tags")))));
    check_sql(R"py(pg.array([1, 2]))py", schema::array_of({1, 2}));
    check_sql(R"py(pg.array([t.c.id, 2]))py", schema::array_of({c("id"), 2}));
    check_sql(R"py(sa.func.array_agg(pg.aggregate_order_by(t.c.id, t.c.name.desc())))py",
              schema::function("array_agg", {schema::aggregate_order_by(
                                                c("id"), {schema::unary(Operator::desc, c("name"))})}));
    check_sql(R"py(t.c.id.label("x"))py", schema::label(Name("x"), c("id")));
    check_sql(R"py(sa.func.aggregate_strings(t.c.name, ", "))py",
              schema::function("aggregate_strings", {c("name"), ", "}));
}

TEST_CASE("subscripts of JSON and arrays") {
    check_sql(R"py(t.c.data["a"])py", schema::getitem(c("data"), "a"));
    check_sql(R"py(t.c.doc["a"])py", schema::getitem(c("doc"), "a"));
    check_sql(R"py(t.c.doc[5])py", schema::getitem(c("doc"), 5));
    check_sql(R"py(t.c.doc["a"]["b"])py", schema::getitem(schema::getitem(c("doc"), "a"), "b"));
    check_sql(R"py(t.c.doc[("a", 1)])py", schema::getitem(c("doc"), Operand(tuple({"a", 1}))));
    check_sql(R"py(t.c.data[("a", "b")])py", schema::getitem(c("data"), Operand(tuple({"a", "b"}))));
    check_sql(R"py(t.c.tags[1])py", schema::getitem(c("tags"), 1));
    check_sql(R"py(t.c.tags[1] == "x")py", op(Operator::eq, schema::getitem(c("tags"), 1), "x"));
}
