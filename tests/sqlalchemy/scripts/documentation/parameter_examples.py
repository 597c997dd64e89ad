# Parameters: written into the text when sent, lists of them, of tuples, JSON's null, parts of columns.
import sqlalchemy as sa
from sqlalchemy import JSON, Column, Integer, MetaData, String, Table, bindparam, column, func, insert, literal, select, table, text, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import AddConstraint, CreateTable, DropConstraint
from sqlalchemy.sql import quoted_name

from shared.cases import case, statement_case

t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", Integer), Column("b", String), Column("j", JSON), Column("v", postgresql.ARRAY(Integer)), Column("jb", postgresql.JSONB))
lite = table("lite", column("a", Integer), column("b", String))


def both(build, **options):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        try:
            compiled = build().compile(dialect=dialect, compile_kwargs=options)
            print(compiled, list(compiled.params.items()))
        except Exception as error:
            print(type(error).__name__, error)


@statement_case
def literal_execute():
    return [
        lambda: select(lite.c.a).where(lite.c.a == bindparam("n", 5, literal_execute=True)),
        lambda: select(lite.c.a).where(lite.c.b == bindparam("s", "it's", literal_execute=True)),
        lambda: select(lite.c.a).where(lite.c.a.in_(bindparam("n", [1, 2], expanding=True, literal_execute=True))),
        lambda: select(lite.c.a).limit(bindparam("n", 3, literal_execute=True)),
        lambda: text("SELECT :n").bindparams(bindparam("n", 4, literal_execute=True)),
        lambda: select(literal(7, literal_execute=True)),
        lambda: select(lite.c.a).where(lite.c.a == bindparam("n", 5).render_literal_execute()),
    ]


@case
def written_when_sent():
    builds = [
        lambda: select(lite.c.a).where(lite.c.b == bindparam("s", "it's", literal_execute=True), lite.c.a == 3),
        lambda: select(lite.c.a).where(lite.c.a.in_(bindparam("n", [1, 2], expanding=True, literal_execute=True))),
        lambda: select(lite.c.a).where(lite.c.a.in_([4, 5]), lite.c.b.in_([])),
    ]
    for build in builds:
        both(build, render_postcompile=True)
        both(build, literal_binds=True)


@case
def lists_of_tuples():
    builds = [
        lambda: tuple_(lite.c.a, lite.c.b).in_([(1, "x"), (2, "y")]),
        lambda: tuple_(lite.c.a, lite.c.b).in_([]),
        lambda: tuple_(lite.c.a, lite.c.b).not_in([]),
        lambda: tuple_(lite.c.a, lite.c.b).in_(bindparam("p", expanding=True, value=[(1, "x")])),
        lambda: tuple_(lite.c.a, lite.c.b).in_(select(lite.c.a, lite.c.b)),
        lambda: tuple_(lite.c.a, lite.c.b) == tuple_(1, "x"),
        lambda: tuple_(lite.c.a, lite.c.b) > (1, "x"),
        lambda: tuple_(1, "x").in_([(1, "x")]),
        lambda: tuple_(lite.c.a, 5, types=[Integer, Integer]) < tuple_(1, 2),
        lambda: lite.c.a.in_([]),
        lambda: ~lite.c.a.in_([]),
        lambda: lite.c.a.in_([None, 1]),
        lambda: lite.c.b.in_(("p", literal("q"))),
    ]
    for build in builds:
        both(build)
        both(build, render_postcompile=True)
        both(build, literal_binds=True)


@case
def json_null():
    print(repr(JSON.NULL), JSON.NULL is postgresql.JSONB.NULL)
    engine = sa.create_engine("sqlite://")
    d = Table("d", MetaData(), Column("id", Integer, primary_key=True), Column("x", JSON), Column("y", JSON(none_as_null=True)))
    with engine.begin() as connection:
        d.create(connection)
        connection.execute(d.insert(), [{"id": 1, "x": None, "y": None}, {"id": 2, "x": JSON.NULL, "y": JSON.NULL}])
        connection.execute(d.insert().values(id=3, x=sa.null(), y=sa.null()))
        connection.execute(d.insert().values(id=4, x={"k": None}, y=[None]))
        print(connection.execute(select(d).order_by(d.c.id)).fetchall())
        print(connection.exec_driver_sql("SELECT id, x, y, x IS NULL, y IS NULL FROM d ORDER BY id").fetchall())
        print(connection.execute(select(d.c.id).where(d.c.x == JSON.NULL).order_by(d.c.id)).fetchall())
        print(connection.execute(select(d.c.id).where(sa.cast(d.c.y, String) == "null")).fetchall())
    both(lambda: d.insert().values(x=JSON.NULL))


@case
def parts_of_columns():
    builds = [
        lambda: update(t).values({t.c.v[2]: 5}),
        lambda: update(t).values({t.c.v[2:3]: [5, 6], t.c.a: 1}),
        lambda: update(t).values({"a": 1, t.c.v[1]: t.c.a}),
        lambda: update(t).values({t.c.jb["k"]: {"z": 1}}).where(t.c.id == 2),
        lambda: update(t).ordered_values((t.c.b, "x"), (t.c.v[1], 3), (t.c.a, 2)),
        lambda: update(t).values({t.c.v[t.c.a]: func.f(1)}),
        lambda: update(t).values({t.c.jb["k"]["l"]: None, t.c.v: [1]}),
        lambda: update(t).values({t.c.v[2]: 5}).values({t.c.v[3]: 6}),
    ]
    for build in builds:
        compiled = build().compile(dialect=postgresql.dialect())
        print(compiled, list(compiled.params.items()))


@case
def apart():
    m = MetaData()
    x = Table("x", m, Column("a", Integer), Column("b", Integer))
    check = sa.CheckConstraint("a > 1", name="ck")
    x.append_constraint(check)
    unique = sa.UniqueConstraint(x.c.a, name="uq")
    print(AddConstraint(check))
    print(CreateTable(x))
    print(AddConstraint(unique, isolate_from_table=False))
    print(CreateTable(x))
    print(DropConstraint(unique))
    print(CreateTable(x))
    print(sorted(c.name for c in x.constraints if c.name))
    with sa.create_engine("sqlite://").begin() as connection:
        m.create_all(connection)
        print(connection.exec_driver_sql("SELECT sql FROM sqlite_master").fetchall())


@case
def names_among_options():
    for parent in ("Base", quoted_name("Base", quote=False), quoted_name("base", quote=True), ("Base", quoted_name("Other", False))):
        child = Table("child", MetaData(), Column("a", Integer), postgresql_inherits=parent, postgresql_tablespace=quoted_name("Fast", False))
        print(CreateTable(child).compile(dialect=postgresql.dialect()))


@case
def defaults_of_a_row():
    seen = []

    def total(context):
        row = context.get_current_parameters()
        seen.append(sorted((k, row[k]) for k in row if k in ("id", "n", "m")))
        return row["n"] * 2

    def changed(context):
        return context.get_current_parameters()["n"] + 100

    d = Table("d", MetaData(), Column("id", Integer, primary_key=True), Column("n", Integer), Column("m", Integer, default=0), Column("total", Integer, default=total, onupdate=changed))
    with sa.create_engine("sqlite://").begin() as connection:
        d.create(connection)
        connection.execute(d.insert(), {"id": 1, "n": 4, "m": 1})
        connection.execute(d.insert().values(id=2, n=5, m=1))
        connection.execute(d.insert(), [{"id": 3, "n": 6, "m": 1}, {"id": 4, "n": 7, "m": 1}])
        connection.execute(d.insert().values([{"id": 5, "n": 8, "m": 1}, {"id": 6, "n": 9, "m": 1}]))
        connection.execute(d.update().where(d.c.id == 2).values(n=50))
        print(connection.execute(select(d.c.id, d.c.n, d.c.total).order_by(d.c.id)).fetchall())
    print(seen)


@case
def values_for_a_statement():
    base = select(t.c.id).where(t.c.a == bindparam("n"), t.c.b == "x")
    inner = select(t.c.a).where(t.c.b == bindparam("s")).subquery("q")
    few = select(t.c.id).where(t.c.a < bindparam("n", 3)).cte("few")
    for statement in (
        base.params(n=5),
        base.params({"n": 6}),
        base.params(other=1),
        base.params(n=5).params(n=7),
        base,
        (t.c.a == bindparam("n")).params(n=1),
        select(inner.c.a).params(s="deep"),
        select(few.c.id).where(t.c.a == bindparam("n", 3)).params(n=8),
        select(t.c.id).where(text("a > :n AND b = :s").bindparams(s="p")).params(n=9, s="q"),
        select(t.c.id).where(t.c.id == select(t.alias("z").c.a).where(t.c.b == bindparam("s")).scalar_subquery()).params(s="r"),
        base.union(select(t.c.a).where(t.c.id == bindparam("k"))).params(n=1, k=2),
        select(t.c.id).where(t.c.a.in_(bindparam("ids", expanding=True))).params(ids=[1, 2]),
        select(func.f(bindparam("n")).label("l"), sa.case((t.c.a == bindparam("n"), bindparam("s")))).params(n=1, s="z"),
        text("SELECT :n").params(n=3),
    ):
        compiled = statement.compile(dialect=postgresql.dialect())
        print(compiled, sorted(compiled.params.items()))
    try:
        update(t).values(a=bindparam("n")).params(n=1)
    except NotImplementedError as error:
        print(error)
    with sa.create_engine("sqlite://").connect() as connection:
        print(connection.execute(select(bindparam("n", type_=Integer) + 1).params(n=41)).scalar())
