"""Names: quoting, reserved words, quoted_name, lengths."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable, CreateIndex, AddConstraint, DropConstraint, DropIndex
from sqlalchemy.sql import quoted_name

dialects = [postgresql.dialect(), sqlite.dialect()]


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


names = ["plain", "Mixed", "UPPER", "with space", "1digit", "d1", "_under", "$dollar", "a$b", "a-b", "a.b", 'quo"te', "per%cent", "col:on", "é", "select", "user", "order", "table", "group", "name", "type", "value", "key", "index",
         "end", "desc", "analyse", "current_user", "offset", "limit", "window", "all", "default", "references", "SELECT", "Select", "", "a\nb", "日本", "timestamp", "date", "position", "level", "public"]
for name in [n for n in names if n]:
    t = sa.Table(name or "x", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column(name or "y", sa.String(5)), schema=name or None)
    for d in dialects:
        attempt(lambda: CreateTable(t).compile(dialect=d))
        print(d.identifier_preparer.quote(name), d.identifier_preparer.quote_identifier(name), d.identifier_preparer.format_table(t), d.identifier_preparer.format_column(list(t.c)[1]))
for quote in [True, False, None]:
    n = quoted_name("Some", quote)
    print(repr(n), n.quote, n == "Some", type(n).__name__, str(n), n + "x")
    t = sa.Table(n, sa.MetaData(), sa.Column(quoted_name("select", quote), sa.Integer), schema=quoted_name("low", quote))
    for d in dialects:
        attempt(lambda: CreateTable(t).compile(dialect=d))
        attempt(lambda: sa.select(t).compile(dialect=d))
    t = sa.Table("Some", sa.MetaData(), sa.Column("select", sa.Integer, quote=quote), schema="low", quote=quote, quote_schema=quote)
    for d in dialects:
        attempt(lambda: CreateTable(t).compile(dialect=d))

print("--- lengths")
long = "a_very_long_name_that_goes_on_and_on_and_on_" + "abcdefghij" * 4
for length in [62, 63, 64, 70]:
    t = sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column(long[:length], sa.Integer, index=True, unique=False))
    for d in dialects:
        attempt(lambda: CreateTable(t).compile(dialect=d))
        for i in sorted(t.indexes, key=lambda i: i.name):
            attempt(lambda: CreateIndex(i).compile(dialect=d))
            attempt(lambda: DropIndex(i).compile(dialect=d))
        attempt(lambda: AddConstraint(sa.UniqueConstraint(t.c.a, name=long[:length]), isolate_from_table=False).compile(dialect=d))
        attempt(lambda: AddConstraint(sa.UniqueConstraint(t.c.a, name=sa.sql.elements.conv(long[:length])), isolate_from_table=False).compile(dialect=d))
        attempt(lambda: CreateIndex(sa.Index(long[:length], t.c.a)).compile(dialect=d))
m = sa.MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s"})
sa.Table("o", m, sa.Column("id", sa.Integer, primary_key=True))
t = sa.Table(long[:60], m, sa.Column("id", sa.Integer, primary_key=True), sa.Column(long[:50], sa.Integer, index=True), sa.Column("u", sa.Integer, unique=True), sa.Column("f", sa.ForeignKey("o.id")), sa.CheckConstraint("u > 5", name="positive"))
for d in dialects:
    attempt(lambda: CreateTable(t).compile(dialect=d))
    for i in sorted(t.indexes, key=lambda i: i.name):
        attempt(lambda: CreateIndex(i).compile(dialect=d))
m = sa.MetaData(schema="ms", quote_schema=True)
t = sa.Table("t", m, sa.Column("id", sa.Integer), sa.Column("x", sa.ForeignKey("t.id")), sa.Column("e", sa.Enum("a", name="e", inherit_schema=True)), sa.Column("e2", sa.Enum("a", name="e2", metadata=m)))
attempt(lambda: CreateTable(t).compile(dialect=dialects[0]))
t = sa.Table("t", m, sa.Column("id", sa.Integer), schema=sa.schema.BLANK_SCHEMA)
print(t.schema, t.fullname)
print(m.schema, repr(m), m.tables.keys(), "ms.t" in m.tables, "t" in m, None)
print([x.name for x in m.sorted_tables])
