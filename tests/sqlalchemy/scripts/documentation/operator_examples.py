# Operators of columns and expressions, each as it is printed and on PostgreSQL.
import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Integer, MetaData, Numeric, String, Table, and_, bitwise_not, column, literal, not_, null, or_, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite


def case(function):
    print("#", function.__name__)
    try:
        for build in function():
            expression = build()
            print(expression)
            for dialect in (postgresql.dialect(), sqlite.dialect()):
                try:
                    print("  ", expression.compile(dialect=dialect), "|", expression.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
                except Exception as error:
                    print("  ", type(error).__name__, error)
    except Exception as error:
        print(type(error).__name__, error)


m = MetaData()
bird = Table("bird", m, Column("id", Integer, primary_key=True), Column("name", String(9)), Column("wingspan", Integer), Column("rare", Boolean))
nest = Table("nest", m, Column("id", Integer, primary_key=True), Column("bird_id", sa.ForeignKey("bird.id")), Column("tree", String))
a, b = column("a"), column("b")
n, s, t = column("n", Integer), column("s", String), column("t", Boolean)


@case
def comparisons():
    nothing = None
    return [
        lambda: a == 5,
        lambda: a != 5,
        lambda: a > 5,
        lambda: a < 5,
        lambda: a >= 5,
        lambda: a <= 5,
        lambda: 5 < a,
        lambda: n.between(5, 10),
        lambda: n.between(5, 10, symmetric=True),
        lambda: ~n.between(1, 2),
        lambda: a == b,
        lambda: a == nothing,
        lambda: a != nothing,
        lambda: sa.between(a, 1, 2),
        lambda: n == "5",
    ]


@case
def members():
    return [
        lambda: n.in_([1, 2, 3]),
        lambda: n.in_([]),
        lambda: n.in_((4,)),
        lambda: n.not_in([1, 2]),
        lambda: n.not_in([]),
        lambda: n.notin_([7]),
        lambda: ~n.in_([1, 2, 3]),
        lambda: n.in_([1, None]),
        lambda: tuple_(n, s).in_([(1, "x"), (3, "y")]),
        lambda: tuple_(n, s).not_in([(1, "x")]),
        lambda: tuple_(bird.c.id, nest.c.id) == tuple_(1, 2),
        lambda: n.in_(select(bird.c.id)),
        lambda: n.not_in(select(bird.c.id).where(bird.c.rare)),
        lambda: n.in_(sa.text("select 1")),
        lambda: n.in_([sa.literal(1), n + 2]),
    ]


@case
def identity():
    return [
        lambda: a.is_(None),
        lambda: a.is_(null()),
        lambda: a.is_(sa.true()),
        lambda: a.is_(False),
        lambda: a.is_not(None),
        lambda: a.isnot(None),
        lambda: a.is_distinct_from("v"),
        lambda: a.is_not_distinct_from("v"),
        lambda: a.isnot_distinct_from(b),
        lambda: t.is_(True),
    ]


@case
def strings():
    return [
        lambda: s.like("w_rd"),
        lambda: s.like("w/%", escape="/"),
        lambda: s.ilike("w%"),
        lambda: s.notlike("w"),
        lambda: s.not_like("w", escape="^"),
        lambda: s.notilike("w"),
        lambda: s.not_ilike("w"),
        lambda: s.startswith("wo"),
        lambda: s.startswith("wo%", autoescape=True),
        lambda: s.endswith("rd"),
        lambda: s.endswith("r_d", autoescape=True, escape="!"),
        lambda: s.contains("or"),
        lambda: s.contains("o%r", autoescape=True),
        lambda: ~s.contains("or"),
        lambda: s.istartswith("wo"),
        lambda: s.iendswith("rd"),
        lambda: s.icontains("or"),
        lambda: s.icontains("o/r", autoescape=True),
        lambda: s.contains(column("o")),
        lambda: s.match("word"),
        lambda: s.regexp_match("^w"),
        lambda: s.regexp_match("^w", flags="i"),
        lambda: ~s.regexp_match("^w"),
        lambda: s.concat("x"),
        lambda: s + "x",
        lambda: "x" + s,
        lambda: s + s + "y",
        lambda: s.collate("C") == "M",
        lambda: literal("M").collate("de_DE") == s,
        lambda: sa.collate(s, "de_DE").desc(),
    ]


@case
def numbers():
    q = column("q", Numeric)
    return [
        lambda: n + 5,
        lambda: 5 + n,
        lambda: n - 5,
        lambda: 5 - n,
        lambda: n * 5,
        lambda: 5 * n,
        lambda: n / 5,
        lambda: 5 / n,
        lambda: n // 5,
        lambda: 5 // n,
        lambda: a // 5.5,
        lambda: 5 // q,
        lambda: q // 2,
        lambda: n % 5,
        lambda: 5 % n,
        lambda: -n,
        lambda: -(n + 1),
        lambda: a / b,
        lambda: q / 3,
        lambda: n / q,
        lambda: n + 1.5,
    ]


@case
def bits():
    return [
        lambda: n.bitwise_not(),
        lambda: bitwise_not(n),
        lambda: n.bitwise_and(5),
        lambda: n.bitwise_or(5),
        lambda: n.bitwise_xor(5),
        lambda: n.bitwise_rshift(5),
        lambda: n.bitwise_lshift(5),
        lambda: (n + 1).bitwise_not(),
        lambda: n.bitwise_and(5).bitwise_or(b),
    ]


@case
def conjunctions():
    return [
        lambda: and_(a == 1, b == 2),
        lambda: or_(a == 1, b == 2),
        lambda: (a == 5) & (b == 10),
        lambda: (a == 5) | (b == 10),
        lambda: ~(a == 5),
        lambda: not_(a == 5),
        lambda: not_(t),
        lambda: ~t,
        lambda: not_(a),
        lambda: or_(bird.c.name == "owl", and_(nest.c.bird_id == bird.c.id, bird.c.name == "jay")),
        lambda: and_(nest.c.bird_id == bird.c.id, or_(bird.c.name == "owl", bird.c.name == "jay")),
        lambda: and_(),
        lambda: or_(),
        lambda: and_(True, a == 1),
        lambda: or_(sa.false(), a == 1),
        lambda: and_(sa.true(), sa.true()),
        lambda: or_(sa.true(), a == 1),
        lambda: not_(and_(a == 1, b == 2)),
        lambda: not_(or_(a == 1, b == 2)),
        lambda: and_(a == 1, None),
        lambda: and_(a == 1),
        lambda: ~sa.exists().where(a == 1),
        lambda: not_(a.in_([1])),
        lambda: not_(a.like("b")),
        lambda: not_(a.is_(None)),
        lambda: not_(sa.null()),
        lambda: not_(sa.true()),
    ]


@case
def parentheses():
    return [
        lambda: column("q") + (a * b),
        lambda: column("q") * (a + b),
        lambda: (a + b) / (a - b),
        lambda: a - (b - 1),
        lambda: (a == b) == t,
        lambda: (a.op("x")(b)) + 1,
        lambda: -(a * b),
        lambda: a.desc().nulls_first(),
        lambda: (a < b).label("less"),
        lambda: sa.cast(a + b, Integer) * 2,
        lambda: (s + "a").like("b"),
        lambda: (a + b).in_([1]),
    ]


@case
def selects():
    return [
        lambda: select(nest.c.tree).where(bird.c.name == "owl").where(nest.c.bird_id == bird.c.id),
        lambda: select(nest.c.tree).where(bird.c.name == "owl", nest.c.bird_id == bird.c.id),
        lambda: select(nest.c.tree).where(and_(or_(bird.c.name == "owl", bird.c.name == "jay"), nest.c.bird_id == bird.c.id)),
        lambda: select(bird).where(bird.c.rare),
        lambda: select(bird).where(~bird.c.rare),
        lambda: select(bird).where(bird.c.wingspan == sa.any_(sa.select(nest.c.id).scalar_subquery())),
        lambda: select(bird).where(sa.all_(select(nest.c.id).scalar_subquery()) > bird.c.wingspan),
        lambda: select(sa.distinct(bird.c.name)),
        lambda: select(sa.func.count(bird.c.name.distinct())),
        lambda: select(bird.c.name).distinct(),
        lambda: select(bird).order_by(bird.c.name.desc(), bird.c.id.asc(), bird.c.wingspan.nulls_last(), bird.c.rare.desc().nullsfirst()),
    ]


@case
def by_name():
    from sqlalchemy.sql import operators

    return [
        lambda: operators.eq(a, 1),
        lambda: operators.in_op(a, [1]),
        lambda: operators.like_op(s, "x"),
        lambda: operators.is_(a, None),
        lambda: operators.startswith_op(s, "x"),
        lambda: operators.desc_op(a),
        lambda: operators.and_(a == 1, b == 2),
        lambda: operators.concat_op(s, "x"),
        lambda: operators.inv(t),
    ]


@case
def replacing():
    print(s.regexp_replace("o", "u").compile(dialect=postgresql.dialect()))
    print(s.regexp_replace("o", "u", flags="g").compile(dialect=postgresql.dialect()))
    print(select(bird).where(5 == sa.any_(postgresql.array([1, 2]))).compile(dialect=postgresql.dialect()))
    return []
