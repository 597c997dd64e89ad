"""SELECT as SQLAlchemy 1.3 wrote it. What the reference has removed is compared with what stands for it now."""
import sqlalchemy as sa
from sqlalchemy.sql import column, select, table, func, text
from sqlalchemy.dialects import postgresql

removed = False
t = table("boat", column("id", sa.Integer), column("name", sa.String))
u = table("oar", column("id", sa.Integer), column("boat_id", sa.Integer))
try:
    select([t.c.id])
    removed = True
except Exception:
    pass


def same(old, new):
    if removed:
        a, b = str(old().compile(dialect=postgresql.dialect())), str(new)
        text = str(new.compile(dialect=postgresql.dialect()))
        print(a if a == text else "DIFFERENT %r %r" % (a, text))
    else:
        print(new.compile(dialect=postgresql.dialect()))


same(lambda: select([t]), select(t))
same(lambda: select([t.c.id, t.c.name]), select(t.c.id, t.c.name))
same(lambda: select([t.c.id], t.c.name == "x"), select(t.c.id).where(t.c.name == "x"))
same(lambda: select([t.c.id]).where(t.c.name == "x").limit(2), select(t.c.id).where(t.c.name == "x").limit(2))
same(lambda: select([t.c.id], whereclause=t.c.id == 1, order_by=[t.c.name]), select(t.c.id).where(t.c.id == 1).order_by(t.c.name))
same(lambda: select([func.count()], from_obj=[t]), select(func.count()).select_from(t))
same(lambda: select([func.count()]).select_from(t), select(func.count()).select_from(t))
same(lambda: select(columns=[t.c.id], distinct=True, limit=3, offset=4), select(t.c.id).distinct().limit(3).offset(4))
same(lambda: select([t.c.id], group_by=[t.c.id], having=func.count() > 1), select(t.c.id).group_by(t.c.id).having(func.count() > 1))
same(lambda: select([t.c.id], for_update=True), select(t.c.id).with_for_update())
same(lambda: select([text("1")]), select(text("1")))
same(lambda: select([t.c.id]), select(t.c.id))
same(lambda: select([u.c.id]).where(u.c.boat_id == select([t.c.id]).where(t.c.name == "n").as_scalar()),
     select(u.c.id).where(u.c.boat_id == select(t.c.id).where(t.c.name == "n").scalar_subquery()))
same(lambda: t.join(u, t.c.id == u.c.boat_id).select(), t.join(u, t.c.id == u.c.boat_id).select())
same(lambda: select([t.c.id]).union(select([u.c.id])), select(t.c.id).union(select(u.c.id)))
same(lambda: select([t.c.id, u.c.id], use_labels=True), select(t.c.id, u.c.id).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL))
same(lambda: t.update(t.c.id == 5, {"name": "x"}), t.update().where(t.c.id == 5).values({"name": "x"}))
same(lambda: t.update(whereclause=t.c.id == 5, values={t.c.name: "x"}), t.update().where(t.c.id == 5).values({"name": "x"}))
same(lambda: t.delete(t.c.id == 5), t.delete().where(t.c.id == 5))
same(lambda: t.insert({"name": "x"}), t.insert().values({"name": "x"}))
same(lambda: t.insert(values={"name": "x"}), t.insert().values({"name": "x"}))
same(lambda: sa.update(t, values={"name": "x"}), sa.update(t).values(name="x"))
same(lambda: sa.delete(t, t.c.id == 1), sa.delete(t).where(t.c.id == 1))
same(lambda: select([sa.exists().where(t.c.id == 1)]), select(sa.exists().where(t.c.id == 1)))
same(lambda: select([sa.exists([t.c.id]).where(t.c.id == 1)]), select(sa.exists(t.c.id).where(t.c.id == 1)))
same(lambda: t.select(t.c.id == 5), t.select().where(t.c.id == 5))
same(lambda: t.select(whereclause=t.c.id == 5, order_by=[t.c.name], limit=2), t.select().where(t.c.id == 5).order_by(t.c.name).limit(2))
same(lambda: t.alias("b").select(None), t.alias("b").select())
same(lambda: t.join(u, t.c.id == u.c.boat_id).select(u.c.id == 1), t.join(u, t.c.id == u.c.boat_id).select().where(u.c.id == 1))
