"""CREATE and DROP INDEX with everything they take."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, DropIndex

dialects = [postgresql.dialect(), sqlite.dialect()]


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def table(*more, **keywords):
    return sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer), sa.Column("b", sa.String(10)), sa.Column("data", postgresql.JSONB), sa.Column("Mixed Case", sa.Integer), sa.Column("tags", postgresql.ARRAY(sa.String)), sa.Column("k", sa.Integer, key="kay"), *more, **keywords)


def show(make, **keywords):
    t = table(**keywords)
    try:
        index = make(t)
    except Exception as error:
        print(type(error).__name__, error)
        return
    print("==", index.name)
    if " at 0x" not in repr(index):
        print(repr(index))
    for d in dialects:
        attempt(lambda: CreateIndex(index).compile(dialect=d))
        attempt(lambda: CreateIndex(index, if_not_exists=True).compile(dialect=d))
        attempt(lambda: DropIndex(index).compile(dialect=d))
        attempt(lambda: DropIndex(index, if_exists=True).compile(dialect=d))


show(lambda t: sa.Index("ix", t.c.a))
show(lambda t: sa.Index("ix", t.c.a, t.c.b, unique=True))
show(lambda t: sa.Index("ix", t.c.kay, t.c["Mixed Case"]))
show(lambda t: sa.Index("ix", t.c.a), schema="s")
show(lambda t: sa.Index("Ix Mixed", t.c.a))
show(lambda t: sa.Index(None, t.c.a, t.c.b))
show(lambda t: sa.Index("ix", t.c.a.desc()))
show(lambda t: sa.Index("ix", t.c.a.desc().nullslast(), t.c.b.asc().nulls_first()))
show(lambda t: sa.Index("ix", sa.desc(t.c.a), sa.asc("b")))
show(lambda t: sa.Index("ix", sa.func.lower(t.c.b)))
show(lambda t: sa.Index("ix", sa.func.lower(t.c.b), t.c.a))
show(lambda t: sa.Index("ix", sa.func.coalesce(t.c.b, "x"), t.c.a + 5))
show(lambda t: sa.Index("ix", t.c.b.collate("C")))
show(lambda t: sa.Index("ix", sa.text("lower(b)"), t.c.a))
show(lambda t: sa.Index("ix", sa.text("lower(b) DESC"), _table=t))
show(lambda t: sa.Index("ix", sa.cast(t.c.b, sa.Integer)))
show(lambda t: sa.Index("ix", t.c.data["x"].astext))
show(lambda t: sa.Index("ix", t.c.data["x"]["y"].as_string()))
show(lambda t: sa.Index("ix", t.c.data.op("->>")("x")))
show(lambda t: sa.Index("ix", (t.c.a == 5).label("z")))
show(lambda t: sa.Index("ix", sa.case((t.c.a > 5, "x"), else_="y")))
show(lambda t: sa.Index("ix", sa.literal_column("b || 'x'"), t.c.a))
show(lambda t: sa.Index("ix", t.c.a, postgresql_where=t.c.a > 5, sqlite_where=t.c.b == "it's"))
show(lambda t: sa.Index("ix", t.c.a, postgresql_where=sa.text("a > 5 AND b = 'x%'"), sqlite_where=sa.text("a > 5")))
show(lambda t: sa.Index("ix", t.c.a, postgresql_where=sa.and_(t.c.a.is_(None), t.c.b.isnot(None), t.c.b.in_(["a", "b"]))))
show(lambda t: sa.Index("ix", t.c.a, postgresql_where="a > 5"))
show(lambda t: sa.Index("ix", t.c.a, postgresql_using="hash"))
show(lambda t: sa.Index("ix", t.c.data, postgresql_using="gin", postgresql_ops={"data": "jsonb_path_ops"}))
show(lambda t: sa.Index("ix", sa.func.lower(t.c.b).label("lb"), postgresql_ops={"lb": "text_pattern_ops"}))
show(lambda t: sa.Index("ix", t.c.b, t.c.a, postgresql_ops={"b": "varchar_pattern_ops", "a": "int4_ops"}))
show(lambda t: sa.Index("ix", t.c.kay, postgresql_ops={"k": "int4_ops", "kay": "int8_ops"}))
show(lambda t: sa.Index("ix", t.c.a, postgresql_with={"fillfactor": 50, "buffering": "off"}))
show(lambda t: sa.Index("ix", t.c.a, postgresql_include=["b", "Mixed Case"]))
show(lambda t: sa.Index("ix", t.c.a, postgresql_include=[t.c.b]))
show(lambda t: sa.Index("ix", t.c.a, postgresql_concurrently=True))
show(lambda t: sa.Index("ix", t.c.a, unique=True, postgresql_nulls_not_distinct=True))
show(lambda t: sa.Index("ix", t.c.a, unique=True, postgresql_nulls_not_distinct=False))
show(lambda t: sa.Index("ix", t.c.a, postgresql_tablespace="fast one"))
show(lambda t: sa.Index("ix", t.c.a, mysql_length=5, mysql_prefix="FULLTEXT", oracle_compress=True, mssql_clustered=True))
show(lambda t: sa.Index("ix", t.c.a, t.c.data, unique=True, postgresql_using="gist", postgresql_where=t.c.b.like("x%"), postgresql_concurrently=True, postgresql_with={"fillfactor": 70}, postgresql_include=["id"], postgresql_ops={"a": "x_ops"}, postgresql_tablespace="ts"))
show(lambda t: sa.Index("ix", "a", "b", _table=t))
show(lambda t: sa.Index("ix", t.c.a, quote=True))
show(lambda t: sa.Index("x" * 70, t.c.a))
show(lambda t: sa.Index(sa.sql.elements.conv("x" * 70), t.c.a))
show(lambda t: sa.Index(sa.sql.quoted_name("lower", True), t.c.a))
show(lambda t: sa.Index("ix", t.c.a, info={"a": 1}))

print("--- in a table")
t = table(sa.Index("ix_a", "a"), sa.Index("ix_b", "b", "a", unique=True), sa.Index("ix_l", sa.text("lower(b)")), sa.Index("ix_d", sa.desc("a")))
for i in sorted(t.indexes, key=lambda i: i.name):
    print(i.name, i.unique, i.columns.keys(), i.table is t, [str(e) for e in i.expressions], i.info, dict(i.dialect_kwargs))
    attempt(lambda: CreateIndex(i).compile(dialect=dialects[0]))
t = table()
i = sa.Index("later", "a")
print(i.table)
t.append_constraint(sa.UniqueConstraint("a"))


print("--- errors")
attempt(lambda: sa.Index())
attempt(lambda: sa.Index("ix", table().c.a, bogus=1))
attempt(lambda: sa.Index("ix", table().c.a, postgresql_bogus=1))
attempt(lambda: sa.Index("ix", table().c.a, bogus_thing=1))
attempt(lambda: sa.Index("ix", table().c.a, table().c.b))
attempt(lambda: sa.Index("ix", 5))
attempt(lambda: CreateIndex(sa.Index("ix")).compile(dialect=dialects[0]))
attempt(lambda: CreateIndex(sa.Index("ix", "a")).compile(dialect=dialects[0]))
attempt(lambda: CreateIndex(sa.Index(None, sa.text("a"))).compile(dialect=dialects[0]))
attempt(lambda: CreateIndex(sa.Index("ix", table().c.a, postgresql_using="ha sh")).compile(dialect=dialects[0]))
attempt(lambda: CreateIndex(sa.Index("ix", table().c.a, postgresql_ops=["x"])).compile(dialect=dialects[0]))
