"""What a SELECT calls columns that stand in it more than once."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

shelf = sa.table("shelf", sa.column("id"), sa.column("label"))
box = sa.table("box", sa.column("id"))
number = sa.literal_column("7")
word = sa.literal("seven")
total = shelf.c.id + 1
now = sa.func.now()
cast = sa.cast(shelf.c.id, sa.Text)
choice = sa.case((shelf.c.id > 1, "many"), else_="one")

statements = [
    sa.select(sa.null(), sa.null(), sa.true(), shelf.c.id, sa.null(), sa.true(), sa.false()),
    sa.select(sa.null().label("nothing"), sa.null(), sa.null()),
    sa.select(shelf.c.id, shelf.c.id, shelf.c.id),
    sa.select(shelf.c.id, box.c.id, box.c.id, shelf.c.id, box.c.id),
    sa.select(number, number, number),
    sa.select(word, word, word),
    sa.select(total, total, shelf.c.label, total),
    sa.select(now, now, sa.func.now(), now),
    sa.select(cast, cast, shelf.c.id, cast),
    sa.select(choice, choice),
    sa.union_all(sa.select(sa.null(), sa.null()), sa.select(sa.null(), sa.true())),
    sa.insert(shelf).from_select(["id", "label"], sa.select(sa.null(), sa.null())),
]
for statement in statements:
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        print(statement.compile(dialect=dialect))
print(sa.null() is sa.null(), sa.true() is sa.true(), sa.false() is sa.false())
