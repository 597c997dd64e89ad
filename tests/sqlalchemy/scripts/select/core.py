"""SELECT in the style of SQLAlchemy 2: columns, conditions, order, limits, locks."""
import sqlalchemy as sa
from sqlalchemy import (Column, Integer, MetaData, String, Table, and_, asc, column, desc, distinct, func, literal,
                        literal_column, or_, select, table, text)
from sqlalchemy.dialects import postgresql, sqlite

metadata = MetaData()
ship = Table("ship", metadata, Column("id", Integer, primary_key=True), Column("name", String(40)),
             Column("port_id", Integer, sa.ForeignKey("port.id")), Column("tons", sa.Numeric(10, 2)))
port = Table("port", metadata, Column("id", Integer, primary_key=True), Column("name", String(40)),
             Column("open", sa.Boolean))
light = table("crate", column("id", Integer), column("label", String), column("ship_id"))
odd = table("Order Lines", column("select"), column("Qty"), schema="Sales")


def show(statement, **kwargs):
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        name = dialect.name if dialect else "generic"
        try:
            print(name, "|", statement.compile(dialect=dialect))
        except Exception as e:
            print(name, "|", type(e).__name__, e)
    try:
        print("literal |", statement.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))
    except Exception as e:
        print("literal |", type(e).__name__, e)
    print()


show(select(ship))
show(select(ship.c.id, ship.c.name).where(ship.c.tons > 5))
show(select(light))
show(select(odd).where(odd.c.Qty == 3))
show(select(odd.c.select.label("chosen")).order_by("chosen"))
show(select(literal(1), literal("x"), literal_column("now()"), text("current_user")))
show(select(text("a, b")))
show(select(ship).where(ship.c.name == "Fram").where(ship.c.tons.is_(None)))
show(select(ship).where(ship.c.name == "Fram", ship.c.id.in_([1, 2])))
show(select(ship).filter(ship.c.name != None).filter_by(id=5))
show(select(ship.c.id).where(or_(ship.c.id == 1, and_(ship.c.id == 2, ship.c.name.like("%a%")))))
show(select(ship.c.id).order_by(ship.c.name, desc(ship.c.id), asc("name")))
show(select(ship.c.id).order_by(ship.c.name.desc().nulls_last()).order_by(None))
show(select(ship.c.port_id, func.count().label("n")).group_by(ship.c.port_id).having(func.count() > 2).order_by("n"))
show(select(func.count(ship.c.id)).select_from(ship))
show(select(func.count()).select_from(ship))
show(select(ship.c.id).limit(5))
show(select(ship.c.id).offset(5))
show(select(ship.c.id).limit(5).offset(10))
show(select(ship.c.id).slice(2, 7))
show(select(ship.c.id).limit(func.length("abc")))
show(select(ship.c.id).fetch(5))
show(select(ship.c.id).fetch(5, with_ties=True).offset(2))
show(select(ship.c.id).distinct())
show(select(ship.c.id).distinct(ship.c.name, ship.c.port_id))
show(select(distinct(ship.c.name)))
show(select(func.count(distinct(ship.c.name))))
show(select(ship.c.id).with_for_update())
show(select(ship.c.id).with_for_update(read=True, nowait=True))
show(select(ship.c.id).with_for_update(of=ship, skip_locked=True))
show(select(ship.c.id, port.c.id).where(ship.c.port_id == port.c.id).with_for_update(of=[ship.c.id], key_share=True))
show(select(ship, port).where(ship.c.port_id == port.c.id))
show(select(ship.c.id, ship.c.id, port.c.id))
show(select(ship.c.id, port.c.id).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL))
show(select(ship.c.id).prefix_with("SQL_NO_CACHE").suffix_with("-- end"))
show(select(ship.c.id).prefix_with("ONLY_PG", dialect="postgresql"))
show(select(ship.c.id).with_hint(ship, "ONLY", dialect_name="postgresql"))
show(select(ship.c.id).add_columns(ship.c.name))
show(select(ship.c.id, ship.c.name).with_only_columns(ship.c.tons))
show(select(ship.c.id).with_only_columns(func.count(), maintain_column_froms=True))
show(select())
show(select(ship.c.id).select_from(ship, port))
show(select(ship.c.name.label("n"), (ship.c.tons * 2).label("t")).order_by("t", "n"))
show(select(ship.c.name, func.upper(ship.c.name), ship.c.tons + 1))
show(select(sa.case((ship.c.tons > 5, "big"), else_="small").label("size")).group_by("size"))
show(select(ship.c.id).where(ship.c.id == sa.bindparam("wanted", type_=Integer)))
show(select(ship.c.id).where(sa.text("tons > :least").bindparams(least=5)))
show(select(ship.c.id).where(sa.true()))
show(select(ship.c.id).where(sa.false()))
show(select(port).where(port.c.open))
show(select(port).where(~port.c.open))
show(select(port).where(port.c.open.is_(True)))
show(select(port).where(port.c.open == True))
show(ship.select())
show(ship.select().where(ship.c.id == 7))
for bad in (lambda: select("name"), lambda: select(ship).where("id = 5"), lambda: select(ship).order_by(5),
            lambda: select(object())):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
s = select(ship.c.id, ship.c.name.label("n"))
print(s.c.keys(), s.selected_columns.keys(), [c.name for c in s.exported_columns], s.whereclause)
print(select(ship).where(ship.c.id == 5).whereclause)
print(str(select(ship.c.id)), repr(type(s).__name__), isinstance(s, sa.Select))
print([f.name for f in select(ship, port).get_final_froms()])
