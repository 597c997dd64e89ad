import sqlalchemy as sa
from sqlalchemy import column, func
from sqlalchemy.dialects import postgresql, sqlite


def show(e):
    for d in (postgresql.dialect(), sqlite.dialect()):
        for kw in ({}, {"literal_binds": True}):
            try:
                c = e().compile(dialect=d, compile_kwargs=kw)
                print(str(c).replace("\n", "~"), "|", sorted(c.params.items()) if not kw else "")
            except Exception as error:
                print(type(error).__name__, str(error).split("\n")[0])


i, s, f, b = column("i", sa.Integer), column("s", sa.String), column("f", sa.Float), column("b", sa.Boolean)
d, n, plain = column("d", sa.DateTime), column("n", sa.Numeric), column("p")
for e in [
    lambda: i == 5, lambda: i != 5, lambda: i < 5, lambda: i <= 5, lambda: i > 5, lambda: i >= 5,
    lambda: 5 == i, lambda: 5 < i, lambda: i == None, lambda: i != None, lambda: b == True, lambda: b == False,
    lambda: i + 1, lambda: 1 + i, lambda: i - 1, lambda: 1 - i, lambda: i * 2, lambda: 2 * i, lambda: i / 2,
    lambda: 2 / i, lambda: i // 2, lambda: i % 3, lambda: 7 % i, lambda: -i, lambda: i + i + i, lambda: (i + 1) * 2,
    lambda: i * (i + 1), lambda: i - (i - 1), lambda: s + "x", lambda: "x" + s, lambda: s + s + "z", lambda: s.concat("y"),
    lambda: i.is_(None), lambda: i.is_not(None), lambda: i.isnot(None), lambda: b.is_(True), lambda: i.is_distinct_from(5),
    lambda: i.is_not_distinct_from(None), lambda: i.isnot_distinct_from(5), lambda: i.in_([1, 2, 3]), lambda: i.not_in([1]),
    lambda: i.notin_([1, 2]), lambda: i.in_([]), lambda: i.not_in([]), lambda: i.in_([i, 5]), lambda: s.in_(["a", "b"]),
    lambda: ~i.in_([1]), lambda: s.like("a%"), lambda: s.like("a/%", escape="/"), lambda: s.ilike("A%"),
    lambda: s.not_like("x"), lambda: s.notlike("x"), lambda: s.not_ilike("x"), lambda: ~s.like("x"),
    lambda: s.startswith("ab"), lambda: s.startswith("a%b", autoescape=True), lambda: s.endswith("ab"),
    lambda: s.contains("ab"), lambda: s.contains("a_b", autoescape=True, escape="#"), lambda: ~s.contains("ab"),
    lambda: s.icontains("Ab"), lambda: s.istartswith("Ab"), lambda: s.iendswith("Ab"), lambda: s.contains(s),
    lambda: s.match("foo"), lambda: s.match("foo", postgresql_regconfig="english"), lambda: s.regexp_match("^a"),
    lambda: s.regexp_match("^a", flags="i"), lambda: ~s.regexp_match("^a"), lambda: s.regexp_replace("a", "b"),
    lambda: s.regexp_replace("a", "b", flags="g"), lambda: i.op("&")(4), lambda: i.op("&", precedence=10)(4) == 0,
    lambda: s.op("~*")("x"), lambda: s.bool_op("@@")("x"), lambda: ~s.bool_op("@@")("x"),
    lambda: s.op("->", return_type=sa.Text)("x") + "y", lambda: i.between(1, 2), lambda: i.desc(), lambda: i.asc(),
    lambda: i.desc().nulls_last(), lambda: i.label("x"), lambda: i.cast(sa.String), lambda: s.collate("C"),
    lambda: s.distinct(), lambda: i.bitwise_and(1), lambda: i.bitwise_or(1), lambda: i.bitwise_xor(1),
    lambda: i.bitwise_not(), lambda: i.bitwise_lshift(1), lambda: i.bitwise_rshift(1), lambda: i << 2, lambda: i >> 2,
    lambda: (i == 5) & (s == "x"), lambda: (i == 5) | ~(s == "x"), lambda: ~b, lambda: ~~b, lambda: b & (i == 5),
    lambda: d - d, lambda: n * 2, lambda: f / i, lambda: plain == 5, lambda: plain + "x", lambda: plain.in_(["a", 1]),
    lambda: func.lower(s) == "x", lambda: func.coalesce(i, 0) + 1, lambda: (i == 5) == (s == "x"),
    lambda: plain == sa.column("z", sa.Integer), lambda: i.in_(sa.select(plain)), lambda: i < None,
    lambda: s == sa.func.now(), lambda: i.between(i, func.max(i)), lambda: i["x"], lambda: i == object,
]:
    show(e)
print(bool(i == i), bool(i == s), bool(i != s), i in [s, i], i in [s])
try:
    bool(i > 5)
except TypeError as error:
    print(error)
try:
    i.foo
except AttributeError as error:
    print(error)
print({i: 1, s: 2}[s], hash(i) == hash(i), (i == 5).left is not None, (i == 5).operator.__name__)
