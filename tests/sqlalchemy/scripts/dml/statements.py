"""INSERT, UPDATE and DELETE: the forms of their values, RETURNING, several tables, ON CONFLICT."""
import datetime
import sqlalchemy as sa
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, column, delete, func, insert, select, table, text, update
from sqlalchemy.dialects import postgresql, sqlite

m = MetaData()
item = Table("item", m, Column("id", Integer, primary_key=True), Column("name", String(30), nullable=False),
             Column("price", sa.Numeric(8, 2)), Column("made", sa.DateTime, server_default=func.now()),
             Column("stock", Integer, default=0, onupdate=9), Column("meta", sa.JSON))
log = Table("log", m, Column("id", Integer, primary_key=True), Column("item_id", Integer, sa.ForeignKey("item.id")),
            Column("words", String), schema="audit")
light = table("Light", column("id", Integer), column("Name", String), column("flag", sa.Boolean))


def show(statement):
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        name = dialect.name if dialect else "generic"
        try:
            compiled = statement.compile(dialect=dialect)
            print(name, "|", compiled)
            print("    ", {k: v for k, v in sorted(compiled.params.items())})
        except Exception as e:
            print(name, "|", type(e).__name__, e)
    try:
        print("literal |", statement.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))
    except Exception as e:
        print("literal |", type(e).__name__, e)
    print()


# INSERT
show(insert(item))
show(item.insert().values(name="a", price=5))
show(item.insert().values({"name": "a", "price": 5}))
show(item.insert().values({item.c.name: "a", item.c.stock: None}))
show(item.insert().values([{"name": "a"}, {"name": "b"}]))
show(light.insert().values([{"Name": "a", "flag": True}, {"Name": "b", "flag": False}]))
show(light.insert().values((1, "x", True)))
show(light.insert().values([1, "x", True]))
show(light.insert().values([(1, "x", True), (2, "y", False)]))
show(light.insert().values(id=1).values(Name="z"))
show(light.insert())
show(light.insert().values())
show(light.insert().values(id=func.nextval("seq"), Name=sa.null()))
show(light.insert().values(Name=select(item.c.name).where(item.c.id == 1).scalar_subquery()))
show(light.insert().values(Name=select(item.c.name).where(item.c.id == 1)))
show(light.insert().values(Name=text("upper('x')"), id=bindparam("given")))
show(light.insert().values(id=sa.cast("5", Integer), Name=sa.case((sa.true(), "a"), else_="b")))
show(light.insert().from_select(["id", "Name"], select(item.c.id, item.c.name)))
show(light.insert().from_select([light.c.id], select(item.c.id).where(item.c.price > 5)))
show(item.insert().from_select(["name"], select(light.c.Name)))
show(item.insert().from_select(["name"], select(light.c.Name), include_defaults=False))
show(item.insert().values(name="a").returning(item.c.id))
show(item.insert().values(name="a").returning(item))
show(item.insert().values(name="a").returning(item.c.id, func.lower(item.c.name).label("l")))
show(item.insert().values(name="a").inline())
show(item.insert().values(name="a", meta={"k": [1, 2, None]}, made=datetime.datetime(2024, 1, 2, 3, 4, 5)))
show(item.insert().prefix_with("OR IGNORE", dialect="sqlite").values(name="a"))
show(log.insert().values(words="it's 100%", item_id=3))

# UPDATE
show(update(item))
show(update(item).values(name="b"))
show(item.update().values({"name": "b"}).where(item.c.id == 5))
show(item.update().values({item.c.name: item.c.name + "!"}).where(item.c.id == 5).where(item.c.price > 1))
show(light.update().values({"Name": None, light.c.flag: True}))
show(light.update().values(Name=func.lower(light.c.Name)).where(light.c.Name != func.lower(light.c.Name)))
show(light.update().values(Name=select(item.c.name).where(item.c.id == light.c.id).scalar_subquery()))
show(light.update().values(Name=item.c.name).where(item.c.id == light.c.id))
show(light.update().ordered_values(("flag", True), ("Name", "x")))
show(light.update().values(Name="x").where(light.c.id.in_([1, 2, 3])))
show(light.update().where(light.c.id == bindparam("b_id")).values(Name=bindparam("b_name")))
show(light.update().values(Name="x").returning(light.c.id))
show(log.update().values(words="x").where(log.c.item_id == item.c.id))
show(light.update().values(id=light.c.id + 1, flag=sa.not_(light.c.flag)))
show(light.update().values(Name=sa.case((light.c.id > 5, "x"), else_=light.c.Name)))
show(light.update().where(sa.exists().where(item.c.id == light.c.id)).values(flag=False))
show(light.update().filter_by(id=5).values(flag=False))
show(light.alias("l").update() if hasattr(light.alias("l"), "update") else update(light.alias("l")).values(flag=False))

# DELETE
show(delete(item))
show(item.delete().where(item.c.id == 5))
show(item.delete().where(item.c.id == 5, item.c.name.is_(None)))
show(delete(light).where(light.c.id.in_(select(item.c.id))))
show(delete(light).where(light.c.id == item.c.id).where(item.c.name == "x"))
show(delete(light).where(light.c.flag).returning(light.c.id))
show(delete(log).where(log.c.id > 5))
show(delete(light).where(text("id = 5")))

# ON CONFLICT
pi = postgresql.insert(item).values(name="a", price=3)
si = sqlite.insert(item).values(name="a", price=3)


def conflict(statement):
    dialect = postgresql.dialect() if isinstance(statement, postgresql.Insert) else sqlite.dialect()
    for options in {}, {"literal_binds": True}:
        try:
            print(dialect.name, "|", statement.compile(dialect=dialect, compile_kwargs=options))
        except Exception as e:
            print(dialect.name, "|", type(e).__name__, e)
    print()


conflict(pi.on_conflict_do_nothing())
conflict(pi.on_conflict_do_nothing(index_elements=["name"]))
conflict(pi.on_conflict_do_nothing(index_elements=[item.c.name], index_where=item.c.price > 5))
conflict(pi.on_conflict_do_nothing(constraint="uq_item"))
conflict(pi.on_conflict_do_update(index_elements=["name"], set_={"price": pi.excluded.price}))
conflict(pi.on_conflict_do_update(index_elements=["name"], set_=dict(price=5, name="x"), where=(item.c.price < 5)))
conflict(pi.on_conflict_do_update(constraint="uq_item", set_={item.c.price: item.c.price + pi.excluded.price}))
conflict(pi.on_conflict_do_update(index_elements=[item.c.name], set_=pi.excluded, where=(pi.excluded.price > item.c.price)))
conflict(pi.on_conflict_do_update(index_elements=["name"], set_={"stock": None, "meta": {"a": 1}}).returning(item.c.id))
conflict(si.on_conflict_do_nothing())
conflict(si.on_conflict_do_nothing(index_elements=["name"], index_where=text("price > 5")))
conflict(si.on_conflict_do_update(index_elements=["name"], set_={"price": si.excluded.price}))
conflict(si.on_conflict_do_update(set_={"price": 5}))
conflict(si.on_conflict_do_update(index_elements=[item.c.name], index_where=text("name > 'a'"), set_={"price": 5}, where=item.c.id > 3))
uq = sa.UniqueConstraint(item.c.name, name="uq_named")
conflict(pi.on_conflict_do_nothing(constraint=uq))
conflict(postgresql.insert(light).values([{"id": 1, "Name": "x"}]).on_conflict_do_nothing())
conflict(postgresql.insert(light).from_select(["id"], select(item.c.id)).on_conflict_do_nothing())
for bad in (lambda: pi.on_conflict_do_update(set_={"a": 1}), lambda: pi.on_conflict_do_update(index_elements=["name"], set_={}),
            lambda: pi.on_conflict_do_update(index_elements=["name"]), lambda: light.insert().values(nope=1).compile(),
            lambda: light.update().values(nope=1).compile(), lambda: light.insert().values(1, 2),
            lambda: light.insert().values({"id": 1}, id=2), lambda: light.update().where("id = 5"),
            lambda: light.insert().values({5: 1}), lambda: update("light"), lambda: insert(5),
            lambda: light.insert().values(foo=1, bar=2).compile(),
            lambda: pi.on_conflict_do_nothing().on_conflict_do_nothing()):
    try:
        bad()
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)
