"""Constraints of every kind, with every argument, in CREATE TABLE, ADD and DROP; conventions for their names."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.schema import CreateTable, AddConstraint, DropConstraint, CreateIndex

dialects = [postgresql.dialect(), sqlite.dialect()]


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def columns():
    return [sa.Column("id", sa.Integer), sa.Column("a", sa.Integer), sa.Column("b", sa.String(10)), sa.Column("c", sa.Date, key="see")]


def show(make, metadata=None):
    metadata = metadata or sa.MetaData()
    sa.Table("o", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("x", sa.Integer), sa.Column("y", sa.String), extend_existing=True)
    sa.Table("o", metadata, sa.Column("id", sa.Integer, primary_key=True), schema="other", extend_existing=True)
    item = make()
    t = sa.Table("t", metadata, *columns(), item)
    print("==", type(item).__name__, item.name)
    if not isinstance(item, (sa.CheckConstraint, sa.ForeignKeyConstraint)): attempt(lambda: repr(item))

    for dialect in dialects[:1] if isinstance(item, ExcludeConstraint) else dialects:
        attempt(lambda: CreateTable(t).compile(dialect=dialect))
        if not (dialect.name == "sqlite" and isinstance(item, sa.ForeignKeyConstraint)):
            attempt(lambda: AddConstraint(item, isolate_from_table=False).compile(dialect=dialect))
        if item.name or isinstance(item, (sa.PrimaryKeyConstraint, sa.UniqueConstraint)):
            attempt(lambda: DropConstraint(item, isolate_from_table=False).compile(dialect=dialect))
            attempt(lambda: DropConstraint(item, cascade=True, if_exists=True, isolate_from_table=False).compile(dialect=dialect))


show(lambda: sa.PrimaryKeyConstraint("id"))
show(lambda: sa.PrimaryKeyConstraint("id", "a", name="pk_t"))
show(lambda: sa.PrimaryKeyConstraint("id", name="pk_t", deferrable=True, initially="DEFERRED"))
show(lambda: sa.PrimaryKeyConstraint("id", name="pk_t", postgresql_include=["a"], sqlite_on_conflict="ROLLBACK"))
show(lambda: sa.UniqueConstraint("a"))
show(lambda: sa.UniqueConstraint("a", "b", name="uq"))
show(lambda: sa.UniqueConstraint("a", "see", name="uq", deferrable=False, initially="IMMEDIATE"))
show(lambda: sa.UniqueConstraint("a", name="uq", postgresql_nulls_not_distinct=True))
show(lambda: sa.UniqueConstraint("a", name="uq", postgresql_nulls_not_distinct=False, postgresql_include=["b"]))
show(lambda: sa.UniqueConstraint("a", name="uq", sqlite_on_conflict="IGNORE"))
show(lambda: sa.CheckConstraint("a > 5"))
show(lambda: sa.CheckConstraint("a > 5 AND b LIKE 'x%'", name="ck"))
show(lambda: sa.CheckConstraint(sa.text("a > 5"), name="ck", deferrable=True))
show(lambda: sa.CheckConstraint(sa.column("a") > 5, name="ck"))
show(lambda: sa.CheckConstraint(sa.and_(sa.column("a") > 5, sa.column("b") != "it's"), name="ck", postgresql_not_valid=True))
show(lambda: sa.CheckConstraint(sa.column("b").in_(["x", "y"]), name="Mixed Case"))
show(lambda: sa.CheckConstraint("a > 5", name="ck", sqlite_on_conflict="FAIL"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"]))
show(lambda: sa.ForeignKeyConstraint(["a", "b"], ["o.x", "o.y"], name="fk"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["other.o.id"], name="fk", onupdate="CASCADE", ondelete="SET NULL"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", deferrable=True, initially="DEFERRED", match="SIMPLE"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", use_alter=True))
show(lambda: sa.ForeignKeyConstraint(["see"], ["o.id"], name="fk", postgresql_not_valid=True, ondelete="SET DEFAULT"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", ondelete="SET NULL (a)"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", ondelete="EXPLODE"))
show(lambda: sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk", initially="LATER"))
show(lambda: ExcludeConstraint((sa.column("a"), "="), (sa.column("b"), "&&"), name="ex", using="gist", where=sa.text("a > 1")))
show(lambda: ExcludeConstraint(("a", "="), (sa.text("b::text"), "<>"), deferrable=True, initially="DEFERRED", ops={"a": "int4_ops"}))
show(lambda: ExcludeConstraint((sa.func.lower(sa.column("b")), "="), name="ex2"))

print("--- conventions")
convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
for c in [convention, {"uq": "uq_%(column_0_N_name)s", "ix": "ix_%(column_0N_key)s", "fk": "fk_%(column_0_N_label)s_%(referred_column_0_N_name)s", "pk": "pk", "ck": "%(table_name)s_%(column_0_name)s_check"},
          {"custom": lambda constraint, table: table.name.upper() + "_" + type(constraint).__name__, "ck": "%(custom)s", "uq": "%(custom)s_%(column_1_name)s", "fk": "%(custom)s_%(referred_table_name)s"}]:
    for make in [lambda: sa.PrimaryKeyConstraint("id"), lambda: sa.UniqueConstraint("a", "b"), lambda: sa.UniqueConstraint("a", "b", name="given"),
                 lambda: sa.CheckConstraint("a > 1", name="given"), lambda: sa.CheckConstraint("a > 1"), lambda: sa.ForeignKeyConstraint(["a"], ["o.id"]),
                 lambda: sa.ForeignKeyConstraint(["a", "b"], ["o.x", "o.y"]),
                 lambda: sa.UniqueConstraint("a", "b", name=sa.naming.conv("kept") if hasattr(sa, "naming") else None),
                 lambda: sa.CheckConstraint("a > 1", name=sa.sql.elements.conv("kept_ck"))]:
        attempt(lambda: show(make, sa.MetaData(naming_convention=c)))
    m = sa.MetaData(naming_convention=c)

    def typed():
        t = sa.Table("typed", m, sa.Column("id", sa.Integer, primary_key=True, index=True), sa.Column("u", sa.Integer, unique=True), sa.Column("f", sa.Boolean(create_constraint=True)),
                 sa.Column("g", sa.Boolean(name="g_is_bool", create_constraint=True)), sa.Column("e", sa.Enum("x", "y", name="e_kind", native_enum=False, create_constraint=True)))
        for dialect in dialects:
            attempt(lambda: CreateTable(t).compile(dialect=dialect))
        for i in [i for i in t.indexes if i.name]:
            print(CreateIndex(i).compile(dialect=dialects[0]))
        for i in sorted(t.constraints, key=lambda i: (type(i).__name__, str(i.name))):
            attempt(lambda: (type(i).__name__, i.name if isinstance(i.name, str) else None))
    attempt(typed)

print("--- errors")
attempt(lambda: type(sa.ForeignKeyConstraint(["a"], ["o"])).__name__)
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.ForeignKeyConstraint(["a"], ["o"])))
attempt(lambda: sa.ForeignKeyConstraint(["a"], ["o.x", "o.y"]))
attempt(lambda: type(sa.ForeignKeyConstraint(["a", "b"], ["o.x", "p.y"])).__name__)
attempt(lambda: sa.ForeignKeyConstraint())
attempt(lambda: sa.CheckConstraint())
attempt(lambda: sa.UniqueConstraint("a", bogus=1))
attempt(lambda: sa.CheckConstraint("a", bogus=1))
attempt(lambda: sa.UniqueConstraint("a", postgresql_bogus=1))
attempt(lambda: sa.UniqueConstraint("a", nodialect_bogus=1))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.UniqueConstraint("z")))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.PrimaryKeyConstraint("z")))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.ForeignKeyConstraint(["z"], ["o.id"])))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Index("i", "z")))
attempt(lambda: sa.CheckConstraint(5))
attempt(lambda: sa.UniqueConstraint(5))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), "b"))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Integer))
attempt(lambda: ExcludeConstraint())
attempt(lambda: ExcludeConstraint(("a",)))
attempt(lambda: sa.ForeignKey(5))
attempt(lambda: CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer, sa.ForeignKey("o.id")))).compile(dialect=dialects[0]))
m = sa.MetaData()
sa.Table("o", m, sa.Column("x", sa.Integer))
attempt(lambda: CreateTable(sa.Table("t", m, sa.Column("a", sa.Integer, sa.ForeignKey("o.id")))).compile(dialect=dialects[0]))
attempt(lambda: AddConstraint(sa.UniqueConstraint("a")).compile(dialect=dialects[0]))
attempt(lambda: DropConstraint(sa.UniqueConstraint("a")).compile(dialect=dialects[0]))

print("--- members")
m = sa.MetaData()
o = sa.Table("o", m, sa.Column("id", sa.Integer, primary_key=True))
t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.ForeignKey("o.id", name="fk_a", ondelete="CASCADE")), sa.Column("b", sa.Integer, unique=True), sa.UniqueConstraint("a", "b", name="uq_ab"), sa.CheckConstraint("a > b", name="ck"))
fk = list(t.c.a.foreign_keys)[0]
print(fk.column is o.c.id, fk.parent is t.c.a, fk.constraint.name, fk.target_fullname, fk.ondelete, fk.references(o), fk.name)
print(t.c.a.type, t.c.a.references(o.c.id))
print(sorted(str(c.name) for c in t.constraints), [f.name for f in t.foreign_key_constraints], [f.target_fullname for f in t.foreign_keys])
for c in sorted(t.constraints, key=lambda c: (str(c.name), type(c).__name__)):
    print(type(c).__name__, c.name, c.table is t, [x.name for x in c.columns] if hasattr(c, "columns") else None)
fkc = fk.constraint
print(fkc.column_keys, fkc.referred_table.name, [e.target_fullname for e in fkc.elements], fkc.ondelete, fkc.onupdate, fkc.deferrable, fkc.initially, fkc.match, fkc.use_alter, list(fkc.columns.keys()))
print(repr(t.primary_key), t.primary_key.name, "id" in t.primary_key.columns, len(t.primary_key.columns), [c.name for c in t.primary_key])
uq = [c for c in t.constraints if c.name == "uq_ab"][0]
print(uq.contains_column(t.c.a), uq.contains_column(t.c.id), len(uq), [c.name for c in uq], uq.columns.keys())
ck = [c for c in t.constraints if c.name == "ck"][0]
print(str(ck.sqltext), ck.columns.keys())
t2 = t.to_metadata(sa.MetaData(), schema="z", name="t2")
for d in dialects:
    attempt(lambda: CreateTable(t2).compile(dialect=d))
t3 = t.to_metadata(sa.MetaData())
print(repr(t3))
t4 = t.to_metadata(sa.MetaData(schema="m"), schema="zz")
print(t4.fullname, t4.schema)
