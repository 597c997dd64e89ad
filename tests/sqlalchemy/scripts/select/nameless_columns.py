"""Subqueries whose columns have no name: the numbers they get, inside and outside."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

shelf = sa.table("shelf", sa.column("id"), sa.column("label"))
box = sa.table("box", sa.column("id"), sa.column("shelf_id"))

nothing = sa.select(sa.null()).subquery()
sums = sa.select(shelf.c.id + 1, shelf.c.id + 2, sa.func.count(shelf.c.id)).subquery()
named = sa.select(shelf.c.id * 3, sa.func.max(shelf.c.id)).subquery("named")
casts = sa.select(sa.cast(shelf.c.id, sa.Text), sa.type_coerce(shelf.c.label, sa.Integer)).subquery()
common = sa.select(shelf.c.id + 1, sa.func.count(box.c.id), (shelf.c.id + 2).label("more")).cte("common")
deep = sa.select(sa.select(shelf.c.id + 1).subquery()).subquery()
both = sa.union(sa.select(shelf.c.id + 1), sa.select(box.c.id + 1)).subquery()

statements = [
    sa.select(nothing),
    sa.select(sums),
    sa.select(sums.c[0], sums.c[2]).where(sums.c[1] > 5),
    sa.select(named),
    sa.select(casts),
    sa.select(common),
    sa.select(deep),
    sa.select(both),
    sa.select(box).join(sums, sums.c[0] == box.c.id),
    sa.select(sums, named),
    sa.select(sa.func.count()).select_from(sums),
    sa.update(box).values(shelf_id=sa.select(sums.c[0]).scalar_subquery()),
    sa.insert(box).from_select(["id"], sa.select(sums.c[1])),
]
for statement in statements:
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        print(statement.compile(dialect=dialect))
