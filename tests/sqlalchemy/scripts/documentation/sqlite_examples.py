# SQLite's own: keys, conflicts, partial indexes, table options, storage of dates, upserts with RETURNING.
import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table, UniqueConstraint, and_, event, func, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex, CreateTable

LITE = sqlite.dialect()


def case(function):
    print("#", function.__name__)
    try:
        for build in function() or []:
            try:
                compiled = build().compile(dialect=LITE)
                print(str(compiled).strip(), list((compiled.params or {}).items()))
            except Exception as error:
                print(type(error).__name__, error)
    except Exception as error:
        print(type(error).__name__, error)


class Wide(BigInteger):
    pass


@compiles(Wide, "sqlite")
def wide_sqlite(element, compiler, **kw):
    return "INTEGER"


@compiles(Wide)
def wide(element, compiler, **kw):
    return compiler.visit_BIGINT(element, **kw)


@case
def tables():
    M = MetaData
    return [
        lambda: CreateTable(Table("a", M(), Column("id", Integer, primary_key=True), sqlite_autoincrement=True)),
        lambda: CreateTable(Table("a", M(), Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True))),
        lambda: CreateTable(Table("a", M(), Column("id", Wide(), primary_key=True))),
        lambda: CreateTable(Table("a", M(), Column("id", Integer, primary_key=True), Column("d", Integer), UniqueConstraint("id", "d", sqlite_on_conflict="IGNORE"))),
        lambda: CreateTable(Table("a", M(), Column("id", Integer, primary_key=True), Column("d", Integer, unique=True, sqlite_on_conflict_unique="IGNORE"))),
        lambda: CreateTable(Table("a", M(), Column("d", Integer, nullable=False, sqlite_on_conflict_not_null="FAIL"))),
        lambda: CreateTable(Table("a", M(), Column("id", Integer, primary_key=True, sqlite_on_conflict_primary_key="FAIL"))),
        lambda: CreateTable(Table("a", M(), Column("id", Integer), sqlite_with_rowid=False)),
        lambda: CreateTable(Table("a", M(), Column("id", Integer), sqlite_strict=True, sqlite_with_rowid=False)),
        lambda: CreateTable(Table("a", M(), Column("id", Integer), schema="other", prefixes=["TEMP"])),
        lambda: CreateTable(Table("a", M(), Column("d", String, sa.CheckConstraint("d > 1")), sa.CheckConstraint("length(d) < 5", sqlite_on_conflict="ROLLBACK"))),
        lambda: CreateTable(Table("a", M(), Column("v", Integer, sa.Computed("1 + 1")), Column("s", sqlite.JSON), Column("j", sa.JSON), Column("f", sa.Float), Column("e", sa.Enum("a", "b")))),
        lambda: CreateTable(Table("a", M(), Column("at", sa.DateTime, server_default=func.now()), Column("x", Integer, server_default=text("(1 + 2)")), Column("y", Integer, server_default=func.abs(-4)))),
    ]


@case
def indexes():
    t = Table("a", MetaData(), Column("d", Integer), Column("e", String))
    return [
        lambda: CreateIndex(Index("i", t.c.d, sqlite_where=and_(t.c.d > 5, t.c.d < 10))),
        lambda: CreateIndex(Index("i2", func.lower(t.c.e), t.c.d.desc(), unique=True)),
        lambda: CreateIndex(Index("i3", t.c.e.collate("NOCASE")), if_not_exists=True),
    ]


@case
def pragmas():
    engine = sa.create_engine("sqlite://")

    @event.listens_for(engine, "connect")
    def keys_on(connection, record):
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    with engine.connect() as connection:
        print(connection.execute(text("PRAGMA foreign_keys")).scalar())


@case
def returning():
    engine = sa.create_engine("sqlite://")
    t = Table("a", MetaData(), Column("id", Integer, primary_key=True), Column("n", String), Column("m", Integer, default=4))
    with engine.begin() as connection:
        t.create(connection)
        print(connection.execute(t.insert().values(n="x").returning(t.c.id, t.c.m)).all())
        print(connection.execute(t.update().where(t.c.n == "x").values(n="y").returning(t.c.n)).all())
        print(connection.execute(t.delete().where(t.c.n == "y").returning(t.c.id)).all())
        print(list(connection.exec_driver_sql("select a.id, a.n from a union select 1, 2").keys()))


@case
def documents():
    t = Table("a", MetaData(), Column("j", sa.JSON), Column("k", sqlite.JSON))
    return [
        lambda: select(t.c.j["a"]),
        lambda: select(t.c.j["a"].as_string()),
        lambda: select(t.c.j[("a", 1)].as_integer()),
        lambda: select(t).where(t.c.j["a"].as_boolean() == True),
        lambda: select(t.c.k[0]),
        lambda: t.insert().values(j={"a": 1}),
    ]


@case
def dates():
    c = sa.column("at", sa.DateTime)
    return [
        lambda: sa.extract("year", c),
        lambda: sa.extract("dow", c),
        lambda: sa.extract("epoch", c),
        lambda: sa.extract("doy", c),
        lambda: sa.extract("millenium", c),
        lambda: sa.extract("quarter", c),
        lambda: func.now(),
        lambda: sa.cast(c, sa.Date),
        lambda: sa.func.strftime("%Y", c),
    ]
