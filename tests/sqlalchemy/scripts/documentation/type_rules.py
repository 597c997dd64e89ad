# What a type of one's own says of statements: functions around its parameters and columns, its own operators.
import sqlalchemy as sa
from sqlalchemy import Column, Integer, MetaData, String, Table, cast, column, func, insert, literal, select, type_coerce, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import operators
from sqlalchemy.types import TypeDecorator, UserDefinedType

from shared.cases import case, statement_case


class Place(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "PLACE"

    def bind_expression(self, bound):
        return func.place_from_text(bound, type_=self)

    def column_expression(self, col):
        return func.place_as_text(col, type_=self)


class Folded(TypeDecorator):
    impl = String
    cache_ok = True

    def bind_expression(self, bound):
        return func.casefold(bound)


class Sealed(TypeDecorator):
    impl = sa.LargeBinary
    cache_ok = True

    def __init__(self, key, **kw):
        super().__init__(**kw)
        self.key = key

    def process_bind_param(self, value, dialect):
        return None if value is None else value.encode("utf-8")

    def bind_expression(self, bound):
        return func.seal(type_coerce(bound, String), self.key)

    def column_expression(self, col):
        return func.unseal(col, self.key)


class Outer(TypeDecorator):
    impl = Place
    cache_ok = True


class Trimmed(String):
    cache_ok = True

    def column_expression(self, col):
        return func.trim(col)


meta = MetaData()
sites = Table(
    "sites",
    meta,
    Column("id", Integer, primary_key=True),
    Column("at", Place()),
    Column("label", Folded(40)),
    Column("near", Outer()),
    Column("note", Trimmed(9)),
)


@statement_case
def written():
    return [
        lambda: sites.insert(),
        lambda: sites.insert().values(at="P(1 2)", label="Quay"),
        lambda: sites.insert().values([{"at": "P(1 2)", "label": "A"}, {"at": None, "label": "B"}]),
        lambda: sites.update().where(sites.c.label == "Quay").values(at="P(3 4)", near="P(5 6)"),
        lambda: sites.update().values(at=func.shift(sites.c.at, 1)),
        lambda: sites.update().values({sites.c.at: sa.null(), sites.c.label: sites.c.note}),
        lambda: sites.delete().where(sites.c.at == "P(1 2)"),
    ]


@statement_case
def compared():
    return [
        lambda: sites.c.at == "P(0 0)",
        lambda: sites.c.label.in_(["a", "b"]),
        lambda: sites.c.label.not_in([]),
        lambda: sites.c.label.like("q%"),
        lambda: sites.c.label + "x",
        lambda: sites.c.label.between("a", "b"),
        lambda: "x" == sites.c.label,
        lambda: sites.c.at.is_(None),
        lambda: literal("P(9 9)", Place()),
        lambda: cast("P(9 9)", Place()),
        lambda: type_coerce("P(9 9)", Place()),
        lambda: func.coalesce(sites.c.label, "none"),
        lambda: sa.case((sites.c.id == 1, sites.c.label), else_="other"),
        lambda: sa.tuple_(sites.c.id, sites.c.id).in_([(1, 2)]),
        lambda: sa.bindparam("spot", type_=Place()),
    ]


@statement_case
def read():
    s = sites.alias("s")
    inner = select(sites.c.id, sites.c.at).where(sites.c.id > 3).subquery()
    return [
        lambda: select(sites),
        lambda: select(sites.c.at, sites.c.note.label("n"), func.max(sites.c.label)),
        lambda: select(s.c.at, s.c.at),
        lambda: select(inner.c.at),
        lambda: select(sites.c.id).where(sites.c.at == select(s.c.at).where(s.c.id == 1).scalar_subquery()),
        lambda: select(sites.c.at).union(select(s.c.at)),
        lambda: select(sites.c.at).union_all(select(s.c.at)).order_by("at"),
        lambda: select(sites.c.at).order_by(sites.c.at),
        lambda: select(sites.c.at).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL),
        lambda: select(sa.distinct(sites.c.at)),
        lambda: select(select(sites.c.at).scalar_subquery()),
        lambda: insert(sites).from_select(["at"], select(s.c.at)),
        lambda: select(select(sites.c.at).cte("c").c.at),
        lambda: select(sa.exists().where(sites.c.at == "P(1 1)")),
    ]


@case
def returned():
    for build in (
        lambda: insert(sites).values(label="x").returning(sites.c.at, sites.c.note),
        lambda: update(sites).values(label="x").returning(sites.c.at.label("spot")),
        lambda: sites.delete().returning(sites),
    ):
        print(build().compile(dialect=postgresql.dialect()))
        print(build().compile(dialect=sqlite.dialect()))


@case
def literals():
    for build in (
        lambda: sites.insert().values(label="Quay"),
        lambda: sites.c.label.in_(["a", "b"]),
        lambda: sites.c.label.in_([]),
        lambda: select(sites.c.at).where(sites.c.label != "Quay"),
    ):
        for dialect in (postgresql.dialect(), sqlite.dialect()):
            print(build().compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
            print(build().compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))


@case
def round_trip():
    class Doubled(TypeDecorator):
        impl = String
        cache_ok = True

        def bind_expression(self, bound):
            return func.trim(bound)

        def column_expression(self, col):
            return func.upper(col)

    class Hidden(TypeDecorator):
        impl = String
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return None if value is None else value[::-1]

        def process_result_value(self, value, dialect):
            return None if value is None else "<" + value + ">"

        def bind_expression(self, bound):
            return func.lower(bound)

    engine = sa.create_engine("sqlite://")
    t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Doubled), Column("b", Hidden))
    with engine.begin() as connection:
        t.create(connection)
        connection.execute(t.insert(), {"id": 1, "a": " one ", "b": "XYZ"})
        connection.execute(t.insert(), [{"id": 2, "a": "two", "b": "UVW"}, {"id": 3, "a": None, "b": None}])
        connection.execute(t.update().where(t.c.a == "two").values(b="Q"))
        print(connection.execute(select(t).order_by(t.c.id)).fetchall())
        print(connection.execute(select(t.c.id).where(t.c.a.in_(["one", "three"]))).fetchall())
        print(connection.exec_driver_sql("SELECT a, b FROM t ORDER BY id").fetchall())
        print(connection.execute(t.delete().where(t.c.b == "Q").returning(t.c.a)).fetchall())


class Clock(TypeDecorator):
    impl = Integer
    cache_ok = True

    class comparator_factory(TypeDecorator.Comparator):
        def __eq__(self, other):
            return func.mod(self.expr, 12) == func.mod(other, 12)

        def __add__(self, other):
            return func.turn(self.expr, other)

        def later(self, hours):
            return self.expr > hours


class Words(String):
    class comparator_factory(String.Comparator):
        def operate(self, op, other, **kw):
            return super().operate(op, func.fold(other), **kw)


class Amount(Integer):
    cache_ok = True

    class comparator_factory(Integer.Comparator):
        def __add__(self, other):
            return self.op("(+)")(other)

        def __mul__(self, other):
            return operators.custom_op("(*)", 8)(self.expr, other)

        def rounded(self):
            return func.round(self)


@statement_case
def own_operators():
    t = sa.table("t", column("h", Clock()), column("w", Words(20)), column("n", Amount()), column("i", Integer))
    return [
        lambda: t.c.h == 15,
        lambda: t.c.h != 15,
        lambda: t.c.h + 3,
        lambda: t.c.h - 3,
        lambda: t.c.h.later(5),
        lambda: t.c.w == "x",
        lambda: t.c.w > "x",
        lambda: t.c.w.like("x"),
        lambda: t.c.n + 1,
        lambda: t.c.n + t.c.i,
        lambda: t.c.i + t.c.n,
        lambda: t.c.n * 2,
        lambda: t.c.n.rounded() - 1,
        lambda: t.c.n == 4,
        lambda: sa.and_(t.c.n > 4, t.c.n.in_([1, 2])),
        lambda: t.c.n.desc(),
        lambda: select(t.c.n + 4).where(t.c.h == t.c.i),
        lambda: t.c.i.later(1),
        lambda: t.c.h.earlier(1),
    ]
