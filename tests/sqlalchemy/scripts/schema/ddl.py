"""DDL elements with and without a dialect: schemas, sequences, tables, comments, DDL()."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import (AddConstraint, CreateIndex, CreateSchema, CreateSequence, CreateTable, CreateColumn, DDL, DropColumnComment, DropConstraint,
    DropIndex, DropSchema, DropSequence, DropTable, DropTableComment, SetColumnComment, SetTableComment, SetConstraintComment, DropConstraintComment, Sequence)

dialects = [postgresql.dialect(), sqlite.dialect(), None]


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def show(element):
    print("==", type(element).__name__)
    for dialect in dialects:
        attempt(lambda: element.compile(dialect=dialect) if dialect else str(element))


m = sa.MetaData()
t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.String(5), nullable=False, comment="col's"), sa.Column("b", sa.Integer, sa.ForeignKey("o.id", name="fk")),
             sa.CheckConstraint("b > 1", name="ck", comment="c1"), sa.UniqueConstraint("a", name="uq"), sa.Index("ix", "a"), comment="it's a table", schema="s")
sa.Table("o", m, sa.Column("id", sa.Integer, primary_key=True))
show(CreateTable(t))
show(CreateTable(t, if_not_exists=True))
show(CreateTable(t, include_foreign_key_constraints=[]))
show(DropTable(t))
show(DropTable(t, if_exists=True))
show(SetTableComment(t))
show(DropTableComment(t))
show(SetColumnComment(t.c.a))
show(DropColumnComment(t.c.a))
for c in sorted(t.constraints, key=lambda c: str(c.name)):
    for element in (AddConstraint(c, isolate_from_table=False), DropConstraint(c, isolate_from_table=False), DropConstraint(c, cascade=True, isolate_from_table=False)):
        for dialect in dialects[:1] if isinstance(c, sa.ForeignKeyConstraint) else dialects:
            attempt(lambda: element.compile(dialect=dialect) if dialect else str(element))
    if getattr(c, "comment", None):
        print(SetConstraintComment(c).compile(dialect=dialects[0]))
        print(DropConstraintComment(c).compile(dialect=dialects[0]))
for i in t.indexes:
    show(CreateIndex(i))
    show(DropIndex(i))
for name in ["s", "Mixed", "a b", "select", sa.sql.quoted_name("q", True)]:
    show(CreateSchema(name))
    show(CreateSchema(name, if_not_exists=True))
    show(DropSchema(name))
    show(DropSchema(name, cascade=True, if_exists=True))
for s in [Sequence("q"), Sequence("q", schema="s"), Sequence("Q q", start=5, increment=2, minvalue=1, maxvalue=10, cycle=True, cache=5), Sequence("q", nominvalue=True, nomaxvalue=True, cycle=False),
          Sequence("q", data_type=sa.BigInteger), Sequence("q", data_type=sa.SmallInteger(), order=True), Sequence("q", metadata=sa.MetaData(schema="ms")), Sequence("q", start=-1, increment=-1), Sequence("q", start=0)]:
    show(CreateSequence(s))
    show(CreateSequence(s, if_not_exists=True))
    show(DropSequence(s))
    show(DropSequence(s, if_exists=True))
    attempt(lambda: (s.name, s.schema, s.start, s.increment, s.minvalue, s.cycle, s.cache, s.optional, str(s.data_type), s.metadata is not None))
show(DDL("ALTER TABLE x ADD y"))
show(DDL("ALTER TABLE x SET y = '100%%'"))
attempt(lambda: DDL("ALTER TABLE %(table)s ADD %(other)s", context={"other": "thing"}).against(t).compile(dialect=dialects[0]))
attempt(lambda: DDL("ALTER TABLE %(fullname)s ADD %(schema)s").against(t).compile(dialect=dialects[1]))
attempt(lambda: DDL("a").execute_if(dialect="postgresql").compile(dialect=dialects[0]))
attempt(lambda: CreateTable(t).element is t)
attempt(lambda: CreateTable(sa.Table("x", sa.MetaData(), sa.Column("id", sa.Integer, sa.Identity()))))
attempt(lambda: CreateTable(sa.Table("x", sa.MetaData(), sa.Column("id", sa.Integer), sa.Column("c", sa.Integer, sa.Computed("id + 1")), sa.Column("d", sa.DateTime, server_default=sa.func.now()))))
attempt(lambda: CreateTable(sa.Table("x", sa.MetaData(), sa.Column("e", sa.Enum("a", "b", name="e")), sa.Column("b", sa.Boolean, server_default=sa.true()), sa.Column("f", sa.Float(5)), sa.Column("n", sa.Numeric(5, 2)), sa.Column("l", sa.LargeBinary), sa.Column("i", sa.Interval), sa.Column("t", sa.Text), sa.Column("ts", sa.TIMESTAMP(timezone=True)))))

print("--- options of tables")
for keywords in [dict(prefixes=["TEMPORARY"]), dict(prefixes=["UNLOGGED"]), dict(postgresql_inherits="parent"), dict(postgresql_inherits=("p1", "p 2")), dict(postgresql_partition_by="RANGE (id)"), dict(postgresql_tablespace="fast"),
                 dict(postgresql_on_commit="PRESERVE ROWS"), dict(postgresql_on_commit="delete_rows"), dict(postgresql_with_oids=True), dict(postgresql_with_oids=False), dict(postgresql_using="heap"), dict(postgresql_with={"fillfactor": 50}),
                 dict(sqlite_with_rowid=False), dict(sqlite_strict=True), dict(sqlite_strict=True, sqlite_with_rowid=False), dict(sqlite_autoincrement=True), dict(mysql_engine="InnoDB", mysql_charset="utf8"), dict(bogus=1), dict(postgresql_bogus=1),
                 dict(quote=True), dict(quote_schema=True, schema="s"), dict(info={}), dict(comment="x"), dict(schema="S"), dict(implicit_returning=False), dict(keep_existing=True), dict(extend_existing=True), dict(must_exist=True)]:
    print(keywords)
    def make():
        return sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("x", sa.Integer), **keywords)
    for d in dialects:
        attempt(lambda: CreateTable(make()).compile(dialect=d) if d else CreateTable(make()))
