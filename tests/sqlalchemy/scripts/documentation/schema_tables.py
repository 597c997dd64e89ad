# Tables and their collections: columns, keys, schemas, what MetaData knows.
import sqlalchemy as sa
from sqlalchemy import BLANK_SCHEMA, Column, ForeignKey, Integer, MetaData, String, Table, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable, DropTable

from shared.cases import case


kitchen = MetaData()
shelf = Table(
    "shelf",
    kitchen,
    Column("shelf_no", Integer, primary_key=True),
    Column("label", String(24), nullable=False),
    Column("colour", String(12), key="paint"),
)
jar = Table(
    "jar",
    kitchen,
    Column("jar_no", Integer, primary_key=True),
    Column("shelf_no", Integer, ForeignKey("shelf.shelf_no"), nullable=False),
    Column("content", String(80), key="inside"),
)
spoon = Table("spoon", kitchen, Column("spoon_no", Integer, primary_key=True), Column("jar_no", ForeignKey("jar.jar_no")))


@case
def sorted_tables():
    print([t.name for t in kitchen.sorted_tables])
    print([t.name for t in reversed(kitchen.sorted_tables)])
    print(sorted(kitchen.tables), kitchen.tables["jar"] is jar, "jar" in kitchen, "pan" in kitchen)


@case
def columns():
    print(jar.columns.inside, jar.c.inside, jar.c["inside"], jar.c.keys())
    one, two = jar.c["jar_no", "inside"]
    print(one, two)
    for column in jar.c:
        print(column, column.name, column.key, repr(column.type), column.nullable, column.primary_key)
    for column in jar.primary_key:
        print("key", column)
    for key in jar.foreign_keys:
        print("foreign", key, key.column, key.parent, key.target_fullname)
    print(jar.metadata is kitchen, jar.c.inside.table is jar)
    print(list(jar.c.shelf_no.foreign_keys)[0].column.table)
    print("inside" in jar.c, "content" in jar.c, len(jar.c), jar.c[0], jar.c.contains_column(jar.c.jar_no))
    print(jar.c.values(), jar.c.items()[0])


@case
def missing_column():
    jar.c.lid


@case
def missing_item():
    jar.c["lid"]


@case
def shown():
    print(repr(shelf), repr(jar.c.shelf_no), repr(kitchen), shelf, repr(jar.primary_key))
    print(shelf.key, shelf.fullname, shelf.schema, shelf.description, jar.name)


@case
def created():
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        for table in kitchen.sorted_tables:
            print(CreateTable(table).compile(dialect=dialect))
        print(CreateTable(shelf, if_not_exists=True).compile(dialect=dialect))
        print(DropTable(shelf, if_exists=True).compile(dialect=dialect))


@case
def on_an_engine():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        shelf.create(connection)
        shelf.create(connection, checkfirst=True)
        kitchen.create_all(connection)
        print(sa.inspect(connection).get_table_names())
        spoon.drop(connection, checkfirst=False)
        kitchen.drop_all(connection, tables=[jar])
        print(sa.inspect(connection).get_table_names())
        kitchen.drop_all(connection)
        print(sa.inspect(connection).get_table_names())


@case
def schemas():
    house = MetaData()
    attic = Table("box", house, Column("no", Integer, primary_key=True), Column("what", String(9)), schema="attic")
    print(select(attic))
    print(repr(house.tables["attic.box"]))
    lid = Table("lid", house, Column("no", Integer, primary_key=True), Column("box_no", ForeignKey("attic.box.no")), schema="attic")
    print(CreateTable(lid).compile(dialect=postgresql.dialect()))
    print(select(lid).join(attic))
    dotted = Table("crate", house, Column("no", Integer), schema="left.wing")
    print(CreateTable(dotted).compile(dialect=postgresql.dialect()))
    quoted = Table("crate", house, Column("no", Integer), schema=sa.sql.quoted_name("left.wing", True))
    print(quoted is dotted)
    print(CreateTable(quoted))


@case
def schema_of_the_metadata():
    house = MetaData(schema="cellar")
    barrel = Table("barrel", house, Column("no", Integer, primary_key=True))
    print(sorted(house.tables), barrel.schema)
    tap = Table("tap", house, Column("no", Integer, primary_key=True), Column("barrel_no", ForeignKey("barrel.no")))
    hoop = Table("hoop", house, Column("no", Integer, primary_key=True), Column("barrel_no", ForeignKey("cellar.barrel.no")))
    outside = Table("yard", house, Column("no", Integer, primary_key=True), schema=BLANK_SCHEMA)
    plain = Table("gate", house, Column("no", Integer, primary_key=True), schema=None)
    for table in (tap, hoop, outside, plain):
        print(CreateTable(table).compile(dialect=postgresql.dialect()))
    print(sa.schema.CreateSequence(sa.Sequence("tick", metadata=house)))


@case
def options():
    t = Table("notes", MetaData(), Column("no", Integer, primary_key=True), mysql_engine="InnoDB", sqlite_autoincrement=True, postgresql_tablespace="fast", comment="what was noted", prefixes=["UNLOGGED"], info={"who": "me"})
    print(CreateTable(t).compile(dialect=postgresql.dialect()))
    print(CreateTable(t).compile(dialect=sqlite.dialect()))
    print(t.info, t.comment)


@case
def copies():
    other = MetaData()
    there = jar.to_metadata(other)
    renamed = shelf.to_metadata(other, name="board", schema="loft")
    print(repr(there))
    print(repr(renamed))
    print(sorted(other.tables))


@case
def given_twice():
    Table("jar", kitchen, Column("other", Integer))


@case
def kept_and_extended():
    same = Table("jar", kitchen, keep_existing=True)
    print(same is jar)
    more = Table("jar", kitchen, Column("weight", Integer), extend_existing=True)
    print(more is jar, jar.c.keys())
    kitchen.remove(spoon)
    print(sorted(kitchen.tables))
    kitchen.clear()
    print(sorted(kitchen.tables))


@case
def bad_argument():
    Table("pan", MetaData(), Column("no", Integer), handle="long")


@case
def bad_reference():
    m = MetaData()
    Table("pan", m, Column("no", Integer, ForeignKey("stove.no")))
    m.create_all(sa.create_engine("sqlite://"))


@case
def bad_referred_column():
    m = MetaData()
    Table("stove", m, Column("id", Integer))
    t = Table("pan", m, Column("no", Integer, ForeignKey("stove.no")))
    list(t.foreign_keys)[0].column
