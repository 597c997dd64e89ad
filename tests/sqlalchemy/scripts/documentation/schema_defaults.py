# Defaults of the script, of the server; sequences; computed and identity columns.
import datetime

import sqlalchemy as sa
from sqlalchemy import Column, Computed, DateTime, FetchedValue, Identity, Integer, MetaData, Sequence, String, Table, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateSequence, CreateTable, DropSequence

from shared.cases import case


PG = postgresql.dialect()


def create(*tables):
    for dialect in (PG, sqlite.dialect()):
        for table in tables:
            print(str(CreateTable(table).compile(dialect=dialect)).strip())


counter = 40


def next_number():
    global counter
    counter += 1
    return counter


@case
def of_the_script():
    engine = sa.create_engine("sqlite://")
    m = MetaData()

    stock = Table("stock", m, Column("sku", String(4)), Column("unit", Integer, default=3), Column("rank", Integer, primary_key=True))
    t = Table(
        "entry",
        m,
        Column("no", Integer, primary_key=True, default=next_number),
        Column("fixed", Integer, default=12),
        Column("base", Integer),
        Column("stamp", Integer, onupdate=25),
        Column("from_stock", Integer, default=select(func.max(stock.c.rank)).scalar_subquery()),
        Column("today", String, default=func.upper("day")),
        Column("changed", String, onupdate=func.lower("LATER")),
    )
    with engine.begin() as connection:
        m.create_all(connection)
        connection.execute(stock.insert(), [{"sku": "a"}, {"sku": "b"}])
        connection.execute(t.insert(), {"base": 1})
        connection.execute(t.insert(), [{"base": 5}, {"base": 6}])
        connection.execute(insert(t).values(base=7, fixed=0))
        for row in connection.execute(select(t)):
            print(tuple(row))
        connection.execute(update(t).where(t.c.no == 42).values(base=100))
        for row in connection.execute(select(t).where(t.c.no == 42)):
            print(tuple(row))
        print(connection.execute(select(stock)).fetchall())


@case
def shown():
    a = Column("a", Integer, default=12, onupdate=func.now(), server_default=text("7"))
    print(a.default, repr(a.default), a.default.arg, a.default.is_scalar, a.onupdate.is_clause_element)
    b = Column("b", DateTime, default=datetime.datetime.now)
    print(b.default.is_callable, b.server_default, b.onupdate)


@case
def of_the_server():
    t = Table(
        "note",
        MetaData(),
        Column("a", String(20), server_default="it's"),
        Column("b", DateTime, server_default=func.now()),
        Column("c", Integer, server_default=text("0")),
        Column("d", DateTime, server_default=func.sysdate()),
        Column("e", sa.Boolean, server_default=sa.true()),
        Column("f", Integer, server_default=sa.literal(5) + 3),
        Column("g", sa.TIMESTAMP, server_default=FetchedValue()),
        Column("h", String(20), server_onupdate=FetchedValue()),
        Column("i", DateTime, server_default=text("CURRENT_TIMESTAMP"), server_onupdate=text("CURRENT_TIMESTAMP")),
        Column("j", sa.Date, server_default=func.current_date()),
        Column("k", String, server_default=sa.null()),
        Column("l", String, server_default=sa.cast("x", String)),
    )
    create(t)
    print(insert(t).compile(dialect=PG))
    print(insert(t).values(a="z").compile(dialect=PG))


@case
def sequences():
    m = MetaData()
    cart = Table("basket", m, Column("no", Integer, Sequence("basket_no", start=1), primary_key=True), Column("note", String(40)))
    create(cart)
    print(CreateSequence(cart.c.no.default).compile(dialect=PG))
    print(insert(cart).values(note="x").compile(dialect=PG))
    print(CreateSequence(Sequence("s", start=3, schema="hall")).compile(dialect=PG))
    print(CreateSequence(Sequence("s", start=3, increment=-2, minvalue=-9, maxvalue=7, cycle=True, cache=4, data_type=sa.BigInteger), if_not_exists=True).compile(dialect=PG))
    print(CreateSequence(Sequence("s", nominvalue=True, nomaxvalue=True)).compile(dialect=PG))
    print(DropSequence(Sequence("s"), if_exists=True).compile(dialect=PG))
    s = Sequence("some_numbers", start=1)
    print(select(s.next_value()).compile(dialect=PG))
    print(insert(sa.table("t", sa.column("a"))).values(a=s.next_value()).compile(dialect=PG))
    print(repr(s), s.name, s.start, s.metadata, s.optional)


@case
def optional_sequence():
    t = Table("basket", MetaData(), Column("no", Integer, Sequence("basket_no", start=1, optional=True), primary_key=True), Column("note", String(40)))
    create(t)
    print(insert(t).values(note="x").compile(dialect=PG))


def emitted(metadata):
    def dump(statement, *args, **kwargs):
        print(str(statement.compile(dialect=engine.dialect)).strip())

    for url in ("postgresql://",):
        engine = sa.create_mock_engine(url, dump)
        metadata.create_all(engine, checkfirst=False)
        metadata.drop_all(engine, checkfirst=False)


@case
def sequence_of_the_metadata():
    m = MetaData()
    ticks = Sequence("ticks", metadata=m, start=1)
    Table("clock", m, Column("no", Integer, ticks, server_default=ticks.next_value(), primary_key=True), Column("at", DateTime()))
    emitted(m)


@case
def computed():
    t = Table("box", MetaData(), Column("no", Integer, primary_key=True), Column("side", Integer), Column("volume", Integer, Computed("side * side * side")), Column("edge", Integer, Computed("12 * side", persisted=True)))
    create(t)
    print(insert(t).compile(dialect=PG))
    print(t.c.volume.computed.sqltext, t.c.volume.computed.persisted)


@case
def computed_virtual():
    t = Table("box", MetaData(), Column("side", Integer), Column("volume", Integer, Computed(sa.column("side") * 3, persisted=False)))
    print(CreateTable(t).compile(dialect=sqlite.dialect()))
    print(CreateTable(t).compile(dialect=PG))


@case
def identity():
    m = MetaData()
    create(
        Table("one", m, Column("no", Integer, Identity(start=42, cycle=True), primary_key=True), Column("d", String)),
        Table("two", m, Column("no", Integer, Identity(always=True, start=4, increment=2, minvalue=1, maxvalue=90, cache=7), primary_key=True)),
        Table("three", m, Column("no", Integer, Identity(nominvalue=True, nomaxvalue=True, on_null=True), nullable=True)),
        Table("four", m, Column("no", Integer, Identity())),
    )
    t = m.tables["two"]
    print(repr(t.c.no), repr(t.c.no.identity), t.c.no.identity.always, t.c.no.identity.start)
    print(insert(m.tables["one"]).values(d="x").compile(dialect=PG))


@case
def identity_and_default():
    Column("a", Integer, Identity(), server_default="5")


@case
def computed_and_default():
    Column("a", Integer, Computed("1"), server_default="5")


@case
def bad_sequence():
    Column("a", Integer, Sequence("x"), default=3)
