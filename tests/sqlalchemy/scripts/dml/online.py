"""Statements sent to a database: parameters, rows, counts, RETURNING."""
import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import Column, Integer, MetaData, String, Table, bindparam, column, delete, func, insert, select, table, text, update
from sqlalchemy.dialects.sqlite import insert as upsert


class Kind(enum.Enum):
    small = 1
    large = 2


m = MetaData()
thing = Table("thing", m, Column("id", Integer, primary_key=True), Column("name", String(20), unique=True), Column("kind", sa.Enum(Kind)),
              Column("price", sa.Numeric(8, 2)), Column("made", sa.DateTime), Column("day", sa.Date), Column("flag", sa.Boolean),
              Column("doc", sa.JSON), Column("key", sa.Uuid), Column("raw", sa.LargeBinary), Column("n", Integer, default=3))
part = Table("part", m, Column("id", Integer, primary_key=True), Column("thing_id", Integer, sa.ForeignKey("thing.id")), Column("label", String))
engine = sa.create_engine("sqlite://")
conn = engine.connect()
m.create_all(conn)

r = conn.execute(thing.insert(), {"name": "it's 100% \\ :x ?", "kind": Kind.large, "price": decimal.Decimal("1.10"), "made": datetime.datetime(2024, 1, 2, 3, 4, 5, 6),
                                  "day": datetime.date(2024, 1, 2), "flag": True, "doc": {"a": [1, None]}, "key": uuid.UUID(int=5), "raw": b"\x00\xff"})
print(r.rowcount, r.inserted_primary_key, r.lastrowid)
r = conn.execute(thing.insert(), [{"name": "b", "flag": False}, {"name": "c", "flag": None}])
print(r.rowcount)
conn.execute(thing.insert().values(name="d", n=None))
conn.execute(insert(thing).values([{"name": "e"}, {"name": "f"}]))
for row in conn.execute(select(thing).order_by(thing.c.id)):
    print(tuple(row))
row = conn.execute(select(thing.c.id, thing.c.name.label("called")).where(thing.c.name == "b")).one()
print(row.id, row.called, row[1], row._mapping["called"], row._mapping[thing.c.id], row._asdict(), tuple(row))
print(conn.execute(select(func.count()).select_from(thing)).scalar())
print(conn.execute(select(thing.c.name).where(thing.c.id.in_([1, 2, 99])).order_by(thing.c.id)).scalars().all())
print(conn.execute(select(thing.c.name).where(thing.c.id.in_([]))).fetchall())
print(conn.execute(select(thing.c.name).where(thing.c.id == bindparam("i")), {"i": 3}).scalar_one())
print(conn.execute(select(thing.c.id).where(thing.c.id.in_(bindparam("ids", expanding=True))), {"ids": [2, 3]}).all())
r = conn.execute(thing.update().where(thing.c.id > 2).values(n=thing.c.n + 1))
print(r.rowcount)
r = conn.execute(thing.update().where(thing.c.id == bindparam("b_id")), [{"b_id": 1, "n": 50}, {"b_id": 2, "n": 60}])
print(r.rowcount)
print(conn.execute(select(thing.c.id, thing.c.n).order_by(thing.c.id)).all())
print(conn.execute(thing.update().where(thing.c.id == 1).values(name="first").returning(thing.c.id, thing.c.name)).all())
conn.execute(part.insert(), [{"thing_id": 1, "label": "x"}, {"thing_id": 1, "label": "y"}, {"thing_id": 2, "label": "z"}])
print(conn.execute(select(thing.c.name, part.c.label).join(part).order_by(part.c.id)).all())
s = select(part.c.thing_id, func.count().label("n")).group_by(part.c.thing_id).subquery()
print(conn.execute(select(thing.c.name, s.c.n).outerjoin(s, s.c.thing_id == thing.c.id).order_by(thing.c.id)).mappings().all())
print(conn.execute(part.insert().from_select(["label"], select(thing.c.name).where(thing.c.id < 3))).rowcount)
up = upsert(thing).values(name="b", n=7)
conn.execute(up.on_conflict_do_update(index_elements=["name"], set_={"n": up.excluded.n}))
conn.execute(upsert(thing).values(name="b").on_conflict_do_nothing())
print(conn.execute(select(thing.c.n).where(thing.c.name == "b")).scalar())
print(conn.execute(text("SELECT :a + 1 AS s, :b AS t"), {"a": 4, "b": "it's"}).one())
print(conn.execute(text("SELECT name FROM thing WHERE id = :i").columns(column("name", String)).bindparams(i=2)).scalar())
light = table("thing", column("id", Integer), column("name"), column("flag", sa.Boolean), column("price", sa.Numeric))
print(conn.execute(light.select().where(light.c.flag == True)).all())
print(conn.execute(select(light.c.flag, light.c.price).order_by(light.c.id).limit(3).offset(1)).all())
print(conn.execute(select(sa.union(select(part.c.label), select(thing.c.name)).subquery().c.label).order_by("label")).scalars().all())
c = select(sa.literal(1).label("n")).cte("c", recursive=True)
c = c.union_all(select(c.c.n + 1).where(c.c.n < 4))
print(conn.execute(select(func.sum(c.c.n))).scalar())
print(conn.execute(delete(part).where(part.c.thing_id.is_(None))).rowcount)
print(conn.execute(select(sa.exists().where(part.c.thing_id == 1))).scalar(), conn.execute(select(sa.exists(select(part).where(part.c.id > 99)))).scalar())
print(conn.execute(select(thing.c.doc["a"][0].as_integer(), thing.c.kind, thing.c.key).where(thing.c.id == 1)).one())
with conn.begin_nested() as nested:
    conn.execute(thing.delete())
    nested.rollback()
print(conn.execute(select(func.count(thing.c.id))).scalar_one())
for statement, parameters in ((thing.insert(), {"name": "b"}), (text("SELECT * FROM nowhere"), None), (select(thing).where(thing.c.id == bindparam("q")), None),
                              (thing.insert(), {"nope": 1})):
    try:
        conn.execute(statement, parameters) if parameters else conn.execute(statement)
    except Exception as e:
        print(type(e).__module__.split(".")[0], type(e).__name__, str(e).splitlines()[0])
