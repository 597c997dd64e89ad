"""sa.Column with every argument, and CREATE TABLE of it on both databases."""
import datetime
import enum
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable, CreateColumn

dialects = [postgresql.dialect(), sqlite.dialect()]


def show(*items, **keywords):
    for dialect in dialects:
        metadata = sa.MetaData()
        table = sa.Table("t", metadata, *[i() if callable(i) and not isinstance(i, type) else i for i in items], **keywords)
        try:
            print(dialect.name, str(CreateTable(table).compile(dialect=dialect)).strip())
        except sa.exc.SQLAlchemyError as error:
            print(dialect.name, type(error).__name__, error)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: sa.Column("id", sa.Integer, primary_key=True))
show(lambda: sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))
show(lambda: sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True))
show(lambda: sa.Column("id", sa.Integer(), primary_key=True, autoincrement="auto"))
show(lambda: sa.Column("id", sa.BigInteger, primary_key=True))
show(lambda: sa.Column("id", sa.SmallInteger, primary_key=True))
show(lambda: sa.Column("id", sa.String(30), primary_key=True))
show(lambda: sa.Column("a", sa.Integer, primary_key=True), lambda: sa.Column("b", sa.Integer, primary_key=True))
show(lambda: sa.Column("a", sa.Integer, primary_key=True, autoincrement=True), lambda: sa.Column("b", sa.Integer, primary_key=True))
show(lambda: sa.Column("a", sa.Integer, sa.ForeignKey("o.id"), primary_key=True))
show(lambda: sa.Column("a", sa.Integer, nullable=False), lambda: sa.Column("b", sa.Integer, nullable=True))
show(lambda: sa.Column("a", sa.Integer, primary_key=True, nullable=True))
for default in ["x", "it's", "", sa.text("now()"), sa.func.now(), sa.func.current_timestamp(), sa.true(), sa.false(), sa.null(), sa.literal("x"),
                sa.literal_column("1 + 1"), sa.text("'{}'::jsonb"), sa.cast("5", sa.Integer), sa.func.coalesce(1, "b"), sa.func.gen_random_uuid(), "50%", sa.text("'a%b'"), sa.text("':x'"), sa.text(r"'\:x'")]:
    show(lambda: sa.Column("a", sa.String(20), server_default=default))
show(lambda: sa.Column("a", sa.String(20), sa.FetchedValue()))
show(lambda: sa.Column("a", sa.String(20), server_default=sa.FetchedValue()))
show(lambda: sa.Column("a", sa.String(20), sa.DefaultClause("x")))
show(lambda: sa.Column("a", sa.String(20), default="x", onupdate="y", server_onupdate=sa.FetchedValue()))
show(lambda: sa.Column("a", sa.Integer, comment="a comment, it's"))
show(lambda: sa.Column("a", sa.Integer, key="kk"), lambda: sa.Column("b", sa.Integer, quote=True), lambda: sa.Column("C", sa.Integer, quote=False))
show(lambda: sa.Column("a", sa.Integer, unique=True, index=True))
show(lambda: sa.Column("a", sa.Integer, index=True), lambda: sa.Column("b", sa.Integer, unique=True))
show(lambda: sa.Column("a", sa.Integer, info={"a": 1}, doc="words"))
show(lambda: sa.Column("a", sa.Integer, system=True), lambda: sa.Column("b", sa.Integer))
show(lambda: sa.Column("a", sa.Integer, sa.CheckConstraint("a > 1")))
show(lambda: sa.Column("a", sa.Integer, sa.CheckConstraint("a > 1", name="positive"), unique=True))
show(lambda: sa.Column("a", sa.Integer, sa.ForeignKey("o.id", ondelete="CASCADE", onupdate="SET NULL", name="fk_a", deferrable=True, initially="DEFERRED", match="FULL")))
show(lambda: sa.Column("a", sa.Integer, sa.ForeignKey("s.o.id", use_alter=True, name="later")))
show(lambda: sa.Column("a", None, sa.ForeignKey("t.b")), lambda: sa.Column("b", sa.String(5)))
show(lambda: sa.Column("id", sa.Integer, sa.Identity(), primary_key=True))
show(lambda: sa.Column("id", sa.Integer, sa.Identity(always=True, start=5, increment=2, minvalue=1, maxvalue=100, cycle=True, cache=3)))
show(lambda: sa.Column("id", sa.Integer, sa.Identity(nominvalue=True, nomaxvalue=True, cycle=False)))
show(lambda: sa.Column("id", sa.BigInteger, sa.Identity(on_null=True, order=True)))
show(lambda: sa.Column("id", sa.Integer, sa.Identity(always=True), nullable=True))
show(lambda: sa.Column("a", sa.Integer), lambda: sa.Column("b", sa.Integer, sa.Computed("a * 2", persisted=True)))
show(lambda: sa.Column("id", sa.Integer, sa.Sequence("a_seq"), primary_key=True))
show(lambda: sa.Column("id", sa.Integer, sa.Sequence("a_seq", start=5, increment=3, schema="s", metadata=None)))
show(lambda: sa.Column("s", sa.Enum("a", "b", name="ab", create_constraint=True)), lambda: sa.Column("f", sa.Boolean(create_constraint=True, name="is_f")))
show(lambda: sa.Column("s", sa.Enum(Colour)), lambda: sa.Column("n", sa.Enum(Colour, native_enum=False, create_constraint=True)))
for d in dialects:
    attempt(lambda: CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.Integer, sa.Computed("a * 2", persisted=False)))).compile(dialect=d))
    attempt(lambda: CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.Integer, sa.Computed("a * 2")))).compile(dialect=d))

print("--- reprs")
m = sa.MetaData()
t = sa.Table("t", m,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(50), nullable=False, server_default="x", comment="c"),
    sa.Column("o", sa.Integer, sa.ForeignKey("o.id")),
    sa.Column("k", sa.DateTime(timezone=True), key="kk", default=5, onupdate=6),
    schema="s", comment="tc", info={"x": 1})
print(repr(t))
for c in t.c:
    print(repr(c), str(c), c.name, c.key, c.nullable, c.primary_key, c.type, c.table is t, c.autoincrement, c.index, c.unique, c.comment, c.info, c.doc, c.system)
    print(c.default, c.onupdate, c.server_default, c.foreign_keys, c.quote if hasattr(c, "quote") else None)
print(repr(sa.Column("x")), repr(sa.Column("x", sa.Integer)), repr(sa.Column()), str(sa.Column("x")))
print(t.c.keys(), t.c.kk.name, "kk" in t.c, len(t.c), t.columns is t.c, list(t.c) == list(t.columns))
print(t.primary_key.columns.keys(), t.name, t.schema, t.fullname, t.key, str(t), t.comment, t.info, t.metadata is m)
for dialect in dialects:
    for c in t.c:
        print(CreateColumn(c).compile(dialect=dialect))

print("--- errors")
attempt(lambda: sa.Column("a", sa.Integer, bogus=1))
attempt(lambda: sa.Column("a", sa.Integer, postgresql_foo=1))
attempt(lambda: sa.Column("a", "b", sa.Integer))
attempt(lambda: sa.Column("a", sa.Integer, sa.String))
attempt(lambda: sa.Column(sa.Integer, "a"))
attempt(lambda: repr(sa.Column(sa.Integer)))
attempt(lambda: sa.Column("a", sa.Integer, name="b"))
attempt(lambda: sa.Column("a", sa.Integer, type_=sa.Integer))
attempt(lambda: repr(sa.Column(name="a", type_=sa.Integer)))
attempt(lambda: sa.Column("a", 5))
attempt(lambda: sa.Column("a", sa.Integer, 5))
attempt(lambda: sa.Column("a", sa.Integer, sa.Identity(), server_default="x"))
attempt(lambda: sa.Column("a", sa.Integer, sa.Identity(), sa.Computed("x")))
attempt(lambda: sa.Column("a", sa.Integer, server_default=5))
attempt(lambda: sa.Column("a", sa.Integer, server_default=datetime.date(2020, 1, 1)))
attempt(lambda: sa.Column("a", sa.Integer, server_default=True))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer, index="name")))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer, unique="name")))
attempt(lambda: sa.Table("t", sa.MetaData(), sa.Column(sa.Integer)))
attempt(lambda: CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a"))).compile(dialect=dialects[0]))
attempt(lambda: CreateTable(sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("a", sa.Integer))).compile(dialect=dialects[0]))
c = sa.Column("a", sa.Integer)
sa.Table("t", sa.MetaData(), c)
attempt(lambda: sa.Table("u", sa.MetaData(), c))
attempt(lambda: t.c.nothing)
attempt(lambda: t.c["nothing"])
