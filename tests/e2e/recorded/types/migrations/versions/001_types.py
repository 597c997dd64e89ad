"""Types that scripts write, and values through them."""
import datetime
import decimal
import enum
import json
import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, UserDefinedType

revision = "1"
down_revision = None


class GUID(TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(sa.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None or dialect.name == "postgresql":
            return value
        return "%.32x" % (value if isinstance(value, uuid.UUID) else uuid.UUID(value)).int

    def process_result_value(self, value, dialect):
        return value if value is None else uuid.UUID(value)


class Document(TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else json.dumps(value, sort_keys=True)

    def process_result_value(self, value, dialect):
        return None if value is None else json.loads(value)


class Upper(TypeDecorator):
    impl = sa.String(20)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.upper()

    def process_literal_param(self, value, dialect):
        return value and "L:" + value

    def coerce_compared_value(self, op, value):
        return self.impl.coerce_compared_value(op, value)


class Money(UserDefinedType):
    cache_ok = True

    def __init__(self, digits=2):
        self.digits = digits

    def get_col_spec(self, **keywords):
        return "MONEY(%d)" % self.digits

    def bind_processor(self, dialect):
        return lambda value: None if value is None else int(value * 10**self.digits)


class Odd(UserDefinedType):
    cache_ok = True


@compiles(Odd)
def compile_odd(element, compiler, **keywords):
    return "ODD"


@compiles(Odd, "sqlite")
def compile_odd_on_sqlite(element, compiler, **keywords):
    return "TEXT"


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


def upgrade():
    bind = op.get_bind()
    t = op.create_table(
        "t",
        sa.Column("id", GUID(), primary_key=True),
        sa.Column("doc", Document()),
        sa.Column("up", Upper(), server_default="x"),
        sa.Column("price", Money(3)),
        sa.Column("odd", Odd()),
        sa.Column("e", sa.Enum(Colour, name="colour")),
        sa.Column("n", sa.Numeric(10, 2)),
        sa.Column("f", sa.Float),
        sa.Column("d", sa.DateTime),
        sa.Column("day", sa.Date),
        sa.Column("at", sa.Time),
        sa.Column("b", sa.Boolean),
        sa.Column("j", sa.JSON),
        sa.Column("bin", sa.LargeBinary),
        sa.Column("u", sa.Uuid),
        sa.Column("iv", sa.Interval),
        sa.Column("p", sa.Text),
    )
    print(bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 't'")).scalar())
    first, second = uuid.UUID(int=1), uuid.UUID(int=2)
    bind.execute(sa.insert(t).values(id=first, doc={"b": 1, "a": [None, True]}, up="abc", price=5, odd="o", e=Colour.RED, n=decimal.Decimal("1.50"), f=1.5,
        d=datetime.datetime(2020, 1, 2, 3, 4, 5, 6), day=datetime.date(2020, 1, 2), at=datetime.time(1, 2, 3), b=True, j={"x": [1, None]}, bin=b"\x00\xff", u=second, iv=datetime.timedelta(days=1, seconds=5)))
    op.bulk_insert(t, [{"id": second, "doc": None, "up": None, "j": None}])
    bind.execute(t.insert(), [{"id": uuid.UUID(int=3), "up": "zz"}])
    for row in bind.execute(sa.text("SELECT * FROM t ORDER BY id")):
        print(tuple(row))
    for row in bind.execute(sa.select(t).order_by(t.c.id)):
        print(tuple(row))
    print(bind.execute(sa.select(t.c.doc).where(t.c.up == "abc")).scalar())
    print(bind.execute(sa.select(t.c.id).where(t.c.id == first)).scalar())
    print(bind.execute(sa.select(sa.func.count()).select_from(t).where(t.c.e == Colour.RED)).scalar())
    bind.execute(t.update().where(t.c.id == second).values(doc=["x"], b=False, n=2))
    print(bind.execute(sa.select(t.c.doc, t.c.b, t.c.n).where(t.c.id == second)).fetchone())
    attempt(lambda: bind.execute(sa.insert(t).values(id=uuid.UUID(int=9), e="green")).rowcount)
    print(sa.select(t.c.id).where(t.c.up == "abc").compile(dialect=bind.dialect, compile_kwargs={"literal_binds": True}))
    print(sa.select(t.c.id).where(t.c.id == first).compile(dialect=bind.dialect, compile_kwargs={"literal_binds": True}))
    print(repr(GUID()), repr(Upper()), repr(Money(3)), GUID().compile(postgresql.dialect()), GUID().compile(bind.dialect), Odd().compile(postgresql.dialect()), Odd().compile(bind.dialect))
    kind = sa.Enum("a", "b", name="kind", metadata=sa.MetaData(schema="s"))
    print(kind.schema, sa.Enum("a", name="k", schema="z").schema, sa.Enum("a", name="k", inherit_schema=True).inherit_schema)
    print(kind.create(bind, checkfirst=True), kind.drop(bind, checkfirst=True))
    print(sa.inspect(bind).get_columns("t")[0]["name"])


def downgrade():
    pass
