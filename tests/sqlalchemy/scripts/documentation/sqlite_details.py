# What SQLite's own documentation shows besides: its types' storage, events of connections, names of results, upserts.
import datetime
import json

import sqlalchemy as sa
from sqlalchemy import Column, Date, DateTime, Index, Integer, MetaData, String, Table, Time, and_, create_engine, event, func, literal, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import DATE, DATETIME, JSON, TIME, insert
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool, SingletonThreadPool, StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from shared.cases import case

LITE = sqlite.dialect()
m = MetaData()
book = Table("book", m, Column("id", Integer, primary_key=True), Column("title", String), Column("kind", String), Column("n", Integer), Column("doc", sa.JSON))
spare = Table("spare", m, Column("title", String), Column("n", Integer))


@case
def tables():
    for it in (
        CreateTable(Table("a", MetaData(), Column("id", Integer, primary_key=True), sqlite_autoincrement=True)),
        CreateTable(Table("a", MetaData(), Column("id", sa.BigInteger().with_variant(Integer, "sqlite"), primary_key=True), sqlite_autoincrement=True)),
        CreateTable(Table("a", MetaData(), Column("id", sa.BigInteger, primary_key=True))),
        CreateTable(Table("a", MetaData(), Column("id", Integer, primary_key=True), Column("b", Integer, primary_key=True), sqlite_autoincrement=False)),
        CreateTable(Table("a", MetaData(), Column("id", Integer), sa.PrimaryKeyConstraint("id", sqlite_on_conflict="REPLACE", name="pk"))),
        CreateTable(Table("a", MetaData(), Column("id", Integer, primary_key=True, sqlite_on_conflict_primary_key="FAIL"), Column("d", Integer, unique=True, sqlite_on_conflict_unique="IGNORE", nullable=False, sqlite_on_conflict_not_null="ABORT"))),
        CreateTable(Table("a", MetaData(), Column("x", DATETIME(truncate_microseconds=True)), Column("y", DATE), Column("z", TIME()))),
        CreateTable(Table("a", MetaData(), Column("id", Integer), sqlite_with_rowid=False, sqlite_strict=True, comment="c")),
        CreateIndex(Index("i", spare.c.n, sqlite_where=and_(spare.c.n > 5, spare.c.n < 10))),
        CreateIndex(Index("i", spare.c.title, unique=True, sqlite_where=text("n > 5"))),
    ):
        print(str(it.compile(dialect=LITE)).strip())
    try:
        print(CreateTable(Table("a", MetaData(), Column("id", Integer, primary_key=True, autoincrement=True), Column("b", Integer, primary_key=True), sqlite_autoincrement=True)).compile(dialect=LITE))
        print(CreateTable(Table("a", MetaData(), Column("d", Integer, nullable=True, sqlite_on_conflict_not_null="ABORT"))).compile(dialect=LITE))
    except Exception as error:
        print(type(error).__name__, error)


@case
def events():
    engine = create_engine("sqlite://")
    said = []

    @event.listens_for(engine, "connect")
    def on_connect(dbapi_connection, record):
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection):
        said.append("begin")
        connection.exec_driver_sql("BEGIN")

    with engine.connect() as connection:
        print(connection.execute(text("PRAGMA foreign_keys")).scalar())
    print(said)


@case
def pragma_of_every_engine():
    @event.listens_for(Engine, "connect")
    def keys_on(dbapi_connection, record):
        kept = dbapi_connection.isolation_level
        cursor = dbapi_connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()
        dbapi_connection.isolation_level = kept

    with create_engine("sqlite://").connect() as connection:
        print(connection.scalar(text("PRAGMA foreign_keys")))
    event.remove(Engine, "connect", keys_on)


@case
def names_of_results():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("create table x (a integer, b integer)")
        connection.exec_driver_sql("insert into x (a, b) values (1, 10)")
        connection.exec_driver_sql("insert into x (a, b) values (2, 20)")
        print(list(connection.exec_driver_sql("select x.a, x.b from x").keys()))
        both = "select x.a, x.b from x where a=1 union select x.a, x.b from x where a=2"
        result = connection.exec_driver_sql(both)
        print(list(result.keys()))
        row = result.first()
        print(row.a, row._mapping["a"], row._mapping["b"])
        print(list(connection.execute(text('select x.a as "x.a", x.b as "x.b" from x')).keys()))
        print(list(connection.execution_options(sqlite_raw_colnames=True).exec_driver_sql('select x.a as "x.a" from x').keys()))
    raw = create_engine("sqlite://", execution_options={"sqlite_raw_colnames": True})
    with raw.connect() as connection:
        print(list(connection.exec_driver_sql('select 1 as "x.a"').keys()))


@case
def stored_dates():
    engine = create_engine("sqlite://")
    for type_, value in (
        (DATETIME(), datetime.datetime(2021, 2, 3, 4, 5, 6, 789)),
        (DATETIME(truncate_microseconds=True), datetime.datetime(2021, 2, 3, 4, 5, 6, 789)),
        (DATE(), datetime.date(2021, 2, 3)),
        (TIME(), datetime.time(4, 5, 6, 7)),
        (TIME(truncate_microseconds=True), datetime.time(4, 5, 6, 7)),
    ):
        t = Table("d", MetaData(), Column("v", type_))
        with engine.begin() as connection:
            t.create(connection)
            connection.execute(t.insert(), {"v": value})
            print(connection.exec_driver_sql("SELECT v FROM d").scalar())
            try:
                print(repr(connection.scalar(select(t.c.v))))
            except Exception as error:
                print(type(error).__name__, error)
            print(select(t.c.v).where(t.c.v == value).compile(connection, compile_kwargs={"literal_binds": True}))
            t.drop(connection)


@case
def documents():
    engine = create_engine("sqlite://", json_deserializer=lambda value: json.loads(value))
    with engine.begin() as connection:
        book.create(connection)
        connection.execute(book.insert(), {"id": 1, "doc": {"b": "ü", "a": [1, {"c": True}]}})
        print(connection.exec_driver_sql("SELECT doc FROM book").scalar())
        print(connection.execute(select(book.c.doc["b"], book.c.doc[("a", 1, "c")], book.c.doc["a"][0].as_integer(), book.c.doc["b"].as_string())).one())
        print(connection.execute(select(book.c.id).where(book.c.doc[("a", 0)].as_integer() == 1)).all())
        print(connection.scalar(select(func.json_extract(book.c.doc, "$.b"))))


@case
def conflicts():
    i = insert(book).values(id=1, title="x", n=4)
    builds = [
        lambda: i.on_conflict_do_nothing(),
        lambda: i.on_conflict_do_nothing(index_elements=["id"]),
        lambda: i.on_conflict_do_nothing(index_elements=[book.c.title], index_where=book.c.n > 3),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_=dict(title="y")),
        lambda: i.on_conflict_do_update(index_elements=[book.c.title], index_where=book.c.title.like("%x"), set_=dict(n=i.excluded.n)),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_=dict(title="y", n=i.excluded.n + book.c.n), where=(book.c.kind == "z")),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_={"doc": {"a": 1}, book.c.n: func.abs(i.excluded.n)}),
        lambda: i.on_conflict_do_update(set_={"title": "y"}),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_={"nothing": 1}),
        lambda: i.on_conflict_do_update(constraint="a", set_={"n": 1}),
        lambda: i.on_conflict_do_nothing(index_elements=["id"]).on_conflict_do_update(index_elements=["title"], set_={"n": 1}),
        lambda: insert(book).from_select(["id", "n"], select(literal(1), literal(2)).where(sa.true())).on_conflict_do_nothing(),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_=dict(title="y")).returning(book.c.id, book.c.title),
        lambda: i.prefix_with("OR IGNORE"),
    ]
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        book.create(connection)
        connection.exec_driver_sql("CREATE UNIQUE INDEX one ON book (title)")
        connection.exec_driver_sql("CREATE UNIQUE INDEX two ON book (title) WHERE title LIKE '%x'")
        connection.exec_driver_sql("CREATE UNIQUE INDEX three ON book (title) WHERE n > 3")
        for build in builds:
            try:
                statement = build()
                print(statement.compile(dialect=LITE), list(statement.compile(dialect=LITE).params.items()))
                result = connection.execute(statement)
                print(result.all() if result.returns_rows else result.rowcount)
                print(connection.execute(select(book)).all())
            except Exception as error:
                print(type(error).__name__, error)


@case
def returning():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        book.create(connection)
        result = connection.execute(book.insert().values(title="t").returning(book.c.id, (book.c.title + "!").label("loud")))
        print(result.keys(), result.all())
        print(connection.execute(book.insert().returning(book.c.id), [{"title": "u"}, {"title": "v"}]).all())
        print(connection.execute(book.insert().returning(book.c.id, sort_by_parameter_order=True), [{"title": "w"}, {"title": "z"}]).scalars().all())
        print(connection.execute(book.update().where(book.c.title == "t").values(n=5).returning(book)).mappings().all())
        print(connection.execute(book.delete().where(book.c.id > 1).returning(book.c.title)).scalars().all())
        result = connection.execute(book.insert().values(title="q").return_defaults())
        print(result.inserted_primary_key, result.lastrowid)


@case
def urls():
    for url in ("sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&cache=shared&uri=true", "sqlite+pysqlite:///:memory:"):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
        with engine.connect() as connection:
            print(url, connection.scalar(text("SELECT 1")), engine.url, engine.dialect.name, engine.driver)
    for pool in (NullPool, SingletonThreadPool, None):
        with create_engine("sqlite://", poolclass=pool).connect() as connection:
            print(connection.scalar(text("SELECT 2")))
    with create_engine("sqlite://").connect() as connection:
        print(connection.get_isolation_level(), connection.dialect.supports_native_boolean, connection.engine.dialect.paramstyle)


@case
def savepoints():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        with connection.begin():
            book.create(connection)
            with connection.begin_nested() as inner:
                connection.execute(book.insert().values(title="a"))
                inner.rollback()
            with connection.begin_nested():
                connection.execute(book.insert().values(title="b"))
            print(connection.execute(select(book.c.title)).scalars().all())


@case
def columns_of_mixed_bytes():
    class Mixed(sa.TypeDecorator):
        impl = String
        cache_ok = True

        def process_result_value(self, value, dialect):
            return value.encode() if isinstance(value, str) else value

    engine = create_engine("sqlite://")
    t = Table("mix", MetaData(), Column("v", Mixed))
    with engine.begin() as connection:
        t.create(connection)
        connection.exec_driver_sql("INSERT INTO mix VALUES ('x'), (x'00ff'), (NULL)")
        print(connection.execute(select(t)).scalars().all())


@case
def reflected():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE r (a INT, b VARCHAR(5), c DECIMAL(4, 2), d DATETIME, e BOOLEAN, f WEIRD, g DOUBLE, h CLOB, i NCHAR(3), j, k CHARINT, l LONGTEXT, m FLOATING, n BLOBBY, o TIMESTAMP, p JSON, q REAL, r BIGINT, s TINYINT)")
        for column in sa.inspect(connection).get_columns("r"):
            print(column["name"], repr(column["type"]))
        t = Table("r", MetaData(), autoload_with=connection)
        print(CreateTable(t).compile(dialect=LITE))
