"""Values where statements and DDL write them."""
import datetime
import decimal
import uuid

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

t = sa.table("t", sa.column("s", sa.String), sa.column("n", sa.Integer), sa.column("d", sa.DateTime), sa.column("b", sa.Boolean),
             sa.column("u", sa.Uuid), sa.column("f", sa.Float), sa.column("x"))


def show(statement):
    for dialect in (None, postgresql.dialect(), postgresql.dialect(paramstyle="named"), sqlite.dialect()):
        try:
            print(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        except Exception as e:
            print(type(e).__name__, e)
    print()


moment = datetime.datetime(2024, 1, 2, 3, 4, 5)
show(t.insert().values(s="it's 50%", n=5, d=moment, b=True, u=uuid.UUID(int=7), f=1.5))
show(t.insert().values(x="a", s=None))
show(t.insert().values(x=5))
show(t.insert().values(x=1.5))
show(t.insert().values(x=moment))
show(t.insert().values(x=[1]))
show(t.insert().values(x=decimal.Decimal("1.10")))
show(t.insert().values([{"s": "a", "n": 1}, {"s": "b\\", "n": None}]))
show(t.update().values(s="x").where(t.c.n == 5, t.c.b == True, t.c.d > moment))
show(t.update().values(b=False).where(t.c.s.in_(["a", "it's", "%"])))
show(t.delete().where(t.c.n.in_([])))
show(t.delete().where(t.c.n.not_in([])))
show(t.delete().where(t.c.s.in_([None, "a"])))
show(t.delete().where(sa.tuple_(t.c.n, t.c.s).in_([(1, "a"), (2, "b")])))
show(t.select().where(t.c.s.like("50%")).limit(5).offset(2))
show(t.select().where(t.c.s.contains("a%b", autoescape=True)))
show(t.select().where(t.c.s.startswith("x_")))
show(sa.select(sa.func.coalesce(t.c.s, ""), sa.func.now() - datetime.timedelta(days=1)))
show(sa.select(sa.cast("5", sa.Integer), sa.cast(None, sa.String), sa.cast(moment, sa.Date), sa.literal(True)))
show(sa.select(sa.case((t.c.n > 1, "it's"), else_=None)))
show(sa.select(t.c.d + datetime.timedelta(hours=2)))
show(sa.text("SELECT :a, ':b', x::int, \\:c").bindparams(a="it's"))
show(sa.text("SELECT :a + :b").bindparams(sa.bindparam("a", 5), b=decimal.Decimal("1.5")))
show(sa.text("SELECT :a"))
show(sa.select(sa.bindparam("p", type_=sa.Integer)))
show(sa.select(sa.literal("50%") + sa.literal_column("'x%'")))
show(sa.select(sa.column("x").op("%")(5), sa.column("n", sa.Integer) % 5))
show(sa.select(sa.column("a b"), sa.column("100%"), sa.column('q"uote'), sa.column("select"), sa.column("CamelCase"), sa.column("ünder")))
m = sa.MetaData()
table = sa.Table("we%ird \"name\"", m, sa.Column("a'b", sa.String, server_default="it's 5%"), sa.Column("n%", sa.Integer, server_default=sa.text("'a:b%'")),
                 sa.Column("e", sa.Enum("x'", "y%", name="e'num")), sa.Column("d", sa.Boolean, server_default=sa.false()),
                 sa.Column("when", sa.DateTime, server_default=sa.func.now()), sa.CheckConstraint("n > 5 % 2", name="c%k"),
                 sa.Column("f", sa.Integer, sa.Computed("n * 5 % 3")), comment="it's \\ 5%")
for dialect in (postgresql.dialect(), postgresql.dialect(paramstyle="named"), sqlite.dialect()):
    print(CreateTable(table).compile(dialect=dialect))
    print(CreateIndex(sa.Index("i%x", table.c["n%"], sa.func.lower(table.c["a'b"]), postgresql_where=table.c["n%"] > 5)).compile(dialect=dialect))
