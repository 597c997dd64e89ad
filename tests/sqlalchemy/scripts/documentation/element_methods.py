# The constructors and methods of expressions, one after the other, with each of their arguments.
import datetime

import sqlalchemy as sa
from sqlalchemy import Boolean, Date, DateTime, Float, Integer, Numeric, String, all_, and_, any_, asc, between, bindparam, case, cast, collate, column, desc, distinct, extract, false, func, funcfilter, lateral, literal, literal_column, not_, null, nulls_first, nulls_last, or_, over, select, table, text, true, try_cast, tuple_, type_coerce, union_all, within_group
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression

from shared.cases import case as run
from shared.cases import statement_case

ship = table("ship", column("id", Integer), column("name", String(20)), column("built", Date), column("tons", Numeric(8, 2)), column("afloat", Boolean), column("ports", sa.ARRAY(Integer)))
crew = table("crew", column("id", Integer), column("ship", Integer), column("role", String), column("pay", Float))


@statement_case
def any_and_all():
    ports = ship.c.ports
    return [
        lambda: 5 == any_(ports),
        lambda: any_(ports) == 5,
        lambda: 5 == all_(select(crew.c.ship).scalar_subquery()),
        lambda: 5 == any_(select(crew.c.ship)),
        lambda: 5 == all_(literal([1, 2], sa.ARRAY(Integer))),
        lambda: None == any_(ports),
        lambda: ports.any_() == 3,
        lambda: 3 < ports.all_(),
        lambda: 3 != any_(ports),
        lambda: ports.any(7),
        lambda: ports.all(7, operator=operators.gt),
        lambda: ~(3 == any_(ports)),
        lambda: crew.c.pay >= all_(select(crew.c.pay).where(crew.c.ship == 1).scalar_subquery()),
    ]


@statement_case
def conjunctions():
    a, b = ship.c.name == "Argo", ship.c.afloat == True
    return [
        lambda: and_(a, b),
        lambda: a & b,
        lambda: or_(a, b),
        lambda: a | b,
        lambda: and_(true(), a),
        lambda: and_(a),
        lambda: and_(True, a),
        lambda: or_(false(), a),
        lambda: or_(false(), *[]),
        lambda: and_(true()),
        lambda: or_(a, and_(b, ship.c.id > 3), not_(b)),
        lambda: not_(or_(a, b)),
        lambda: ~ship.c.afloat,
        lambda: not_(ship.c.tons),
        lambda: and_(a, false()),
        lambda: or_(a, true()),
        lambda: select(ship.c.id).where(and_(a, b)).where(ship.c.id < 9),
        lambda: select(ship.c.id).where(true()),
        lambda: select(ship.c.id).where(false()),
        lambda: select(ship.c.id).where(a, b, ship.c.id.in_([1])),
        lambda: select(ship.c.id).where(ship.c.afloat),
        lambda: select(ship.c.id).where(~ship.c.afloat),
        lambda: select(ship.c.id).having(ship.c.afloat).group_by(ship.c.id),
        lambda: select(case((ship.c.afloat, 1), else_=0)),
    ]


@statement_case
def ordered():
    return [
        lambda: select(ship.c.id).order_by(asc(ship.c.name)),
        lambda: select(ship.c.id).order_by(ship.c.name.desc(), desc("id")),
        lambda: select(ship.c.id).order_by(nulls_first(desc(ship.c.name))),
        lambda: select(ship.c.id).order_by(nulls_last(ship.c.name.desc())),
        lambda: select(ship.c.id).order_by(ship.c.name.desc().nulls_first(), ship.c.id.asc().nulls_last()),
        lambda: select(ship.c.id).order_by(collate(ship.c.name, "C").desc()),
        lambda: select((ship.c.id + 1).label("next")).order_by("next"),
        lambda: select((ship.c.id + 1).label("next")).order_by(desc("next")),
        lambda: select((ship.c.id + 1).label("next")).order_by(func.abs(literal_column("next"))),
        lambda: select(ship.c.id).order_by(None),
        lambda: select(ship.c.id).order_by(ship.c.id).order_by(None).order_by(ship.c.name),
        lambda: select(ship.c.id).order_by(text("2 DESC")),
        lambda: select(func.count().label("n"), ship.c.name).group_by("name").order_by("n"),
    ]


@statement_case
def words():
    return [
        lambda: collate(ship.c.name, "nocase"),
        lambda: ship.c.name.collate("de_DE"),
        lambda: ship.c.name.collate("C") == "x",
        lambda: between(ship.c.id, 5, 7),
        lambda: between(5, 3, ship.c.id),
        lambda: ship.c.id.between(1, 2, symmetric=True),
        lambda: ~ship.c.id.between(1, 2),
        lambda: ship.c.id.between(func.f(), select(crew.c.id).scalar_subquery()),
        lambda: select(func.count(distinct(ship.c.name))),
        lambda: select(func.count(ship.c.name.distinct())),
        lambda: select(distinct(ship.c.name)),
        lambda: extract("year", ship.c.built) == 1999,
        lambda: select(extract("dow", ship.c.built)),
        lambda: extract("month", func.now()),
        lambda: ship.c.id.bitwise_and(5).bitwise_or(2) > 0,
        lambda: sa.bitwise_not(ship.c.id) == 4,
        lambda: ship.c.id.bitwise_xor(ship.c.id.bitwise_lshift(1)),
        lambda: ship.c.id.bitwise_rshift(2) + 1,
        lambda: -ship.c.id * 3,
        lambda: -(ship.c.id * 3),
        lambda: ship.c.id // 2,
        lambda: ship.c.tons / 2 % 3,
        lambda: 7 - ship.c.id - 2,
        lambda: 7 - (ship.c.id - 2),
        lambda: "MV " + ship.c.name + "!",
        lambda: ship.c.name.concat(ship.c.id),
    ]


@statement_case
def cases():
    return [
        lambda: case((ship.c.name == "a", "A"), (ship.c.name == "b", "B"), else_="?"),
        lambda: case({"a": "A", "b": "B"}, value=ship.c.name, else_="?"),
        lambda: case((ship.c.id > 100, literal_column("'many'")), else_=literal_column("'few'")),
        lambda: case((ship.c.id > 100, None)),
        lambda: select(case((ship.c.id > 1, 1), else_=0).label("k"), func.sum(case((ship.c.afloat, ship.c.tons), else_=0))),
        lambda: case((ship.c.id == 1, 2)) + 3,
        lambda: case((and_(ship.c.id > 1, ship.c.afloat == true()), 2)) == 2,
        lambda: case({1: ship.c.id, 2: ship.c.tons}, value=ship.c.id),
    ]


@statement_case
def casts():
    return [
        lambda: cast(ship.c.tons, Numeric(10, 4)),
        lambda: cast("5", Integer),
        lambda: cast(None, Integer),
        lambda: ship.c.id.cast(String),
        lambda: cast(ship.c.id, String(5)) + "x",
        lambda: cast(literal_column("'x'"), sa.Enum("x", "y", name="xy")),
        lambda: cast(ship.c.id + 1, sa.Float(53)) / 2,
        lambda: select(cast(ship.c.id, String)),
        lambda: select(cast(ship.c.id, String).label("s"), cast(func.now(), Date)),
        lambda: type_coerce(ship.c.id + 5, String) + ship.c.name,
        lambda: type_coerce(ship.c.id + 5, String).self_group() + ship.c.name,
        lambda: select(type_coerce(ship.c.name, sa.Unicode)),
        lambda: select(type_coerce(ship.c.name, sa.Unicode).label("u")),
        lambda: type_coerce(5, Integer) + 2,
    ]


@statement_case
def windows():
    row = func.row_number()
    return [
        lambda: row.over(order_by=ship.c.name),
        lambda: row.over(partition_by=ship.c.name, order_by=[ship.c.id, ship.c.built.desc()]),
        lambda: row.over(),
        lambda: row.over(order_by=ship.c.id, range_=(None, 0)),
        lambda: row.over(order_by=ship.c.id, range_=(-5, 10)),
        lambda: row.over(order_by=ship.c.id, rows=(None, 0)),
        lambda: row.over(order_by=ship.c.id, rows=(-2, None)),
        lambda: row.over(order_by=ship.c.id, rows=(1, 3)),
        lambda: row.over(order_by=ship.c.id, groups=(0, 3)),
        lambda: row.over(order_by="x"),
        lambda: over(func.sum(ship.c.tons), partition_by="name"),
        lambda: func.rank().filter(ship.c.id > 5).over(order_by=ship.c.id),
        lambda: funcfilter(func.count(1), ship.c.name == "x"),
        lambda: func.count(1).filter(ship.c.id > 1, ship.c.id < 9),
        lambda: func.percentile_cont(0.5).within_group(ship.c.tons.desc()),
        lambda: within_group(func.mode(), ship.c.tons),
        lambda: func.percentile_disc(0.5).within_group(ship.c.id).over(partition_by=ship.c.name),
        lambda: select(func.percentile_cont(0.5).within_group(ship.c.id).filter(ship.c.id > 1)),
        lambda: select(func.sum(ship.c.tons).over(partition_by=ship.c.name).label("s")),
        lambda: row.over(order_by=ship.c.id, rows=(0, 1), range_=(0, 1)),
    ]


@statement_case
def texts():
    return [
        lambda: text("SELECT * FROM ship WHERE id=:n"),
        lambda: text("SELECT * FROM ship WHERE name='\\:n' AND t::text = :x"),
        lambda: text("SELECT :a, :b").bindparams(a=1, b="x"),
        lambda: text("SELECT :a").bindparams(bindparam("a", type_=DateTime, value=datetime.datetime(2020, 1, 2))),
        lambda: text("SELECT id FROM ship").columns(column("id", Integer)).subquery("s").select(),
        lambda: select(ship.c.id).where(text("tons > :t")),
        lambda: select(ship.c.id).where(text("tons > :t").bindparams(t=3)),
        lambda: select(text("a"), text("b AS c")).select_from(text("some_view")),
        lambda: select(ship.c.id).join(text("SELECT id AS sid FROM other").columns(column("sid", Integer)).subquery("o"), literal_column("sid") == ship.c.id),
        lambda: union_all(
            text("SELECT id FROM a WHERE n=:n").bindparams(bindparam("n", "p", unique=True)).columns(column("id")),
            text("SELECT id FROM a WHERE n=:n").bindparams(bindparam("n", "q", unique=True)).columns(column("id")),
        ),
        lambda: text("SELECT 1").columns(x=Integer).cte("t").select(),
        lambda: text("x = :x").bindparams(y=1),
    ]


@statement_case
def parameters():
    return [
        lambda: select(ship.c.id).where(ship.c.name == bindparam("who")),
        lambda: ship.update().where(ship.c.name == bindparam("who")).values(tons=bindparam("new_tons")),
        lambda: bindparam("x") + 5,
        lambda: bindparam("x", type_=String) + "a",
        lambda: bindparam("x", 5, unique=True) + bindparam("x", 6, unique=True),
        lambda: bindparam(None, 4),
        lambda: ship.c.id.in_(bindparam("ids", expanding=True)),
        lambda: ship.c.name == bindparam("a b", "x"),
        lambda: or_(ship.c.id == bindparam("n", 1), ship.c.id == bindparam("n", 2, unique=True)),
        lambda: select(literal("x"), literal(5).label("five"), null()),
    ]


@statement_case
def patterns():
    name = ship.c.name
    return [
        build
        for method in ("startswith", "endswith", "contains", "istartswith", "iendswith", "icontains")
        for build in (
            lambda method=method: getattr(name, method)("a%b"),
            lambda method=method: getattr(name, method)("a%b", autoescape=True),
            lambda method=method: getattr(name, method)("a/%b", escape="^"),
            lambda method=method: getattr(name, method)("a%b^c", escape="^", autoescape=True),
            lambda method=method: ~getattr(name, method)(ship.c.name),
            lambda method=method: getattr(name, method)(literal_column("'x'")),
        )
    ] + [
        lambda: name.like("%x%"),
        lambda: name.like("a/%b", escape="/"),
        lambda: name.ilike("%x%"),
        lambda: name.ilike("a/%b", escape="/"),
        lambda: name.not_like("x"),
        lambda: ~name.ilike("x"),
        lambda: name.not_ilike("x", escape="!"),
        lambda: name.match("a & b"),
        lambda: ~name.match("a"),
        lambda: name.regexp_match("^(b|c)"),
        lambda: ~name.regexp_match("x", flags="i"),
        lambda: name.regexp_replace("b(..)", "X"),
        lambda: name.regexp_replace("b(..)", "X", flags="g"),
    ]


@statement_case
def comparisons():
    return [
        lambda: ship.c.name == None,
        lambda: ship.c.name != None,
        lambda: ship.c.name.is_(None),
        lambda: ship.c.name.is_not(None),
        lambda: ship.c.afloat.is_(True),
        lambda: ship.c.afloat.is_not(false()),
        lambda: ship.c.name.is_distinct_from("x"),
        lambda: ship.c.name.is_not_distinct_from(None),
        lambda: ship.c.id.in_([1, 2]),
        lambda: ship.c.id.in_([]),
        lambda: ship.c.id.not_in([3]),
        lambda: ship.c.id.in_(select(crew.c.ship).where(crew.c.id == ship.c.id)),
        lambda: ship.c.id.in_(select(crew.c.ship).where(crew.c.id == ship.c.id).correlate(ship)),
        lambda: tuple_(ship.c.id, ship.c.name).in_([(1, "a")]),
        lambda: ship.c.id.op("&")(0xFF),
        lambda: ship.c.id.op("<->", return_type=Float)(3) + 1.5,
        lambda: ship.c.name.bool_op("@@")("x") & ship.c.afloat,
        lambda: ship.c.id.op("+", precedence=7)(2) * 3,
        lambda: ship.c.id.op("~", is_comparison=True)(2),
        lambda: ~ship.c.id.bool_op("~~")(2),
        lambda: UnaryExpression(ship.c.id, operator=operators.custom_op("!")),
        lambda: UnaryExpression(ship.c.id, modifier=operators.custom_op("!"), type_=Numeric),
        lambda: column("x").op("->")("a").op("->>")("b"),
        lambda: (ship.c.id > 1) == (ship.c.id > 2),
        lambda: (ship.c.id == 1).is_(True),
        lambda: ship.c.id == crew.c.ship,
        lambda: ship.c.id.label("n") == 5,
        lambda: (ship.c.id + 1).label("n") + 5,
    ]


@run
def of_elements():
    expression = ship.c.id + 5
    print(type(expression).__name__, expression.left, expression.right, expression.operator is operators.add, expression.type)
    print(expression.right.value, expression.right.unique)
    print(column("x").op("+", python_impl=lambda a, b: a + b)("y").operator.opstring)
    print(bool(ship.c.id == ship.c.id), bool(ship.c.id != ship.c.id), ship.c.id in {ship.c.id, ship.c.name})
    print([c.name for c in ship.c], ship.c["name"] is ship.c.name, "nope" in ship.c, len(ship.c))
    print(literal_column("1 + 1", Integer).type, cast(1, String).type, func.count().type, func.now().type)
    print(select(ship.c.id).selected_columns.keys(), select(ship).subquery().c.keys())
    print(case((ship.c.id == 1, "x")).type, (ship.c.tons * 2).type, (ship.c.id / 2).type, (ship.c.built - ship.c.built).type)
    print(repr(true()) != "", str(null()), str(literal("x")), str(distinct(ship.c.id)))
