# What the docstrings of tables, types and DDL show besides.
import datetime
import decimal
import enum
import json
import uuid

import sqlalchemy as sa
from sqlalchemy import ARRAY, Boolean, CheckConstraint, Column, Computed, Date, DateTime, DefaultClause, Enum, FetchedValue, Float, ForeignKey, ForeignKeyConstraint, Identity, Index, Integer, Interval, JSON, LargeBinary, MetaData, Numeric, PickleType, PrimaryKeyConstraint, Sequence, String, Table, Text, TypeDecorator, Unicode, UniqueConstraint, Uuid, bindparam, cast, column, event, func, null, select, text, types, type_coerce
from sqlalchemy.dialects import mysql, oracle, postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDL, AddConstraint, ColumnDefault, CreateColumn, CreateIndex, CreateTable, DropTable

from shared.cases import case

PG, LITE = postgresql.dialect(), sqlite.dialect()


def create(*tables):
    for dialect in (None, PG, LITE):
        for table in tables:
            try:
                print(str(CreateTable(table).compile(dialect=dialect)).strip())
                for index in sorted(table.indexes, key=lambda i: i.name or ""):
                    print(CreateIndex(index).compile(dialect=dialect))
            except Exception as error:
                print(type(error).__name__, error)


@case
def columns():
    other = MetaData()
    Table("other", other, Column("id", Integer, primary_key=True))
    create(
        Table("a", other, Column("id", ForeignKey("other.id"), primary_key=True, autoincrement="ignore_fk")),
        Table("b", MetaData(), Column("x", Integer), Index("ix_b_x", "x"), UniqueConstraint("x")),
        Table("c", MetaData(), Column("x", Text, server_default="val"), Column("y", DateTime, server_default=text("NOW()")), Column("z", Integer, DefaultClause("50")), Column("w", Integer, FetchedValue()), Column("v", Integer, ColumnDefault(50))),
        Table("d", MetaData(), Column("name", String(50)), Column("address", String(100), index=True), Index("ix_d", "name", "address"), Index("ix_low", text("lower(name)"))),
        Table("e", MetaData(), Column("id", Integer), Column("v", Integer), Column("d", String(50)), PrimaryKeyConstraint("id", "v", name="e_pk")),
        Table("f", MetaData(), Column("id", Integer, primary_key=True), Column("v", Integer, primary_key=True), PrimaryKeyConstraint(name="f_pk", mssql_clustered=True)),
        Table("g", MetaData(), Column("x", String, CheckConstraint(r"x ~ E'a(?\:b|c)d'")), CheckConstraint("x != 'a'", name="x_a")),
        Table("h", MetaData(), Column("side", Float, nullable=False), Column("area", Float, Computed("side * side")), Column("v", Float(5).with_variant(oracle.FLOAT(binary_precision=16), "oracle"))),
        Table("i", MetaData(), Column("id", Integer, Identity()), Column("t", Text)),
        Table("j", MetaData(), Column("id", Uuid, primary_key=True), Column("u", Uuid(as_uuid=False, native_uuid=False)), Column("o", String)),
        Table("k", MetaData(), Column("s", String(50).evaluates_none(), nullable=True, server_default="no value")),
        Table("l", MetaData(), Column("s", String().with_variant(mysql.VARCHAR(collation="foo"), "mysql", "mariadb").with_variant(postgresql.CITEXT(), "postgresql"))),
        Table("m", MetaData(), Column("a", Integer, primary_key=True, autoincrement=False), Column("b", Integer, primary_key=True, autoincrement=True), Column("c", Integer, key="k", quote=True, comment="it's", unique=True, nullable=False)),
        Table("n", MetaData(), Column("id", Integer, Sequence("n_ids", start=1), primary_key=True)),
        Table("o", MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"}), Column("x", Integer), CheckConstraint("x > 5", name="x5"), CheckConstraint("x > 6", name=sa.sql.elements.conv("ck_t_x5"))),
        Table("p", MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"}), Column("b", Boolean(name="flag", create_constraint=True)), Column("e", Enum("a", name="kind", create_constraint=True, native_enum=False))),
        Table("q", MetaData(), Column("x", Integer, ForeignKey("q.y", use_alter=True, name="fk")), Column("y", Integer, primary_key=True)),
    )


@case
def known():
    t = Table("mytable", MetaData(), Column("id", Integer, primary_key=True), Column("version_id", Integer, primary_key=True), Column("data", String(50), info={"a": 1}, doc="words", default=5, onupdate=func.now(), server_default="x"))
    print(repr(t.primary_key), list(t.primary_key), t.primary_key.columns.keys())
    print(t.c.data.info, t.c.data.doc, t.c.data.default.arg, repr(t.c.data.server_default), t.c.data.server_default.arg, str(t.c.data.onupdate.arg))


@case
def moved():
    m1 = MetaData()
    user = Table("user", m1, Column("id", Integer, primary_key=True))
    post = Table("post", m1, Column("id", Integer, primary_key=True), Column("u", ForeignKey("user.id")), Column("b", ForeignKey("base.things.id")))
    Table("things", m1, Column("id", Integer, primary_key=True), schema="base")
    new = MetaData(schema="newschema")
    print(user.to_metadata(MetaData()).schema, user.to_metadata(new, schema=None).schema, user.to_metadata(MetaData(), schema=None).schema, user.to_metadata(MetaData(schema="newschema")).schema)

    print(sorted(k.target_fullname for k in post.to_metadata(MetaData(), schema="alt").foreign_keys))


@case
def reflected():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE mine (x INTEGER PRIMARY KEY, y VARCHAR(4))")
        seen = []

        def listen(inspector, table, info):
            seen.append((type(table).__name__, info["name"]))
            if info["name"] == "y":
                info["type"] = Unicode(9)
                info["key"] = "why"

        t = Table("mine", MetaData(), autoload_with=connection, listeners=[("column_reflect", listen)])
        print(seen, t.c.keys(), repr(t.c.why.type))
        other = MetaData()
        first = Table("mine", other, Column("y", Integer))
        again = Table("mine", other, Column("y", Integer), extend_existing=True, autoload_with=connection)
        print(first is again, again.c.keys(), repr(again.c.y.type))
        third = Table("mine", MetaData(), Column("y", Integer), autoload_with=connection, include_columns=["y"])
        print(third.c.keys(), repr(third.c.y.type))


@case
def ddl():
    def dump(statement, *a, **k):
        print(str(statement.compile(dialect=engine.dialect)).strip())

    engine = sa.create_mock_engine("postgresql://", dump)
    m = MetaData()
    t = Table("users", m, Column("uid", Integer), Column("n", Integer))
    check = CheckConstraint("n > 1", name="ck_n")
    event.listen(t, "after_create", AddConstraint(CheckConstraint(t.c.n > 5, name="late")).execute_if(dialect="postgresql"))
    event.listen(t, "before_create", DDL("DROP TRIGGER users_trigger"))
    event.listen(t, "after_create", DDL("ALTER TABLE %(table)s SET x TRUE").execute_if(dialect="postgresql"))
    event.listen(t, "after_create", DDL("ALTER TABLE %(fullname)s y %(word)s 50%%", context={"word": "given"}).execute_if(dialect=("postgresql", "mysql")))
    event.listen(t, "after_create", DDL("never").execute_if(dialect="sqlite"))
    event.listen(m, "before_create", DDL("my_ddl").execute_if(dialect="postgresql"))
    event.listen(m, "after_drop", DDL("gone"))
    m.create_all(engine, checkfirst=False)
    m.drop_all(engine, checkfirst=False)
    live = sa.create_engine("sqlite://")
    with live.begin() as connection:
        connection.execute(DDL("CREATE TABLE made (a INTEGER)"))
        connection.execute(text("INSERT INTO made VALUES (4)"))
        print(connection.execute(text("SELECT a FROM made")).scalar())


class Suit(enum.Enum):
    hearts = 1
    spades = 2


@case
def stored():
    engine = sa.create_engine("sqlite://")

    class Marked(TypeDecorator):
        impl = Unicode
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return value + "~"

        def process_result_value(self, value, dialect):
            return value.rstrip("~")

        def copy(self, **kw):
            return Marked(self.impl.length)

    class DayNumber(TypeDecorator):
        impl = Integer
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return value.toordinal()

        def process_result_value(self, value, dialect):
            return datetime.date.fromordinal(value)

        def coerce_compared_value(self, op, value):
            return Integer() if isinstance(value, int) else self

    class Doc(TypeDecorator):
        impl = JSON
        cache_ok = True

        def coerce_compared_value(self, op, value):
            return self.impl.coerce_compared_value(op, value)

    class Plain(types.UserDefinedType):
        cache_ok = True

        def __init__(self, precision=8):
            self.precision = precision

        def get_col_spec(self, **kw):
            return "PLAIN(%s)" % self.precision

        def bind_processor(self, dialect):
            return lambda value: "<" + value

        def result_processor(self, dialect, coltype):
            return lambda value: value and value + ">"

    t = Table("data", MetaData(), Column("id", Integer, primary_key=True), Column("e", Enum(Suit)), Column("p", Marked(5)), Column("d", DayNumber), Column("j", Doc), Column("q", JSON), Column("u", Uuid), Column("s", Uuid(as_uuid=False)), Column("x", Plain(4)), Column("i", Interval), Column("n", Numeric(8, 2)), Column("f", Float(asdecimal=True)), Column("b", LargeBinary), Column("k", Boolean))
    create(t)
    one = uuid.UUID(int=5)
    with engine.begin() as connection:
        t.create(connection)
        connection.execute(t.insert(), {"e": Suit.spades, "p": "abc", "d": datetime.date(2020, 1, 2), "j": {"a": 5, "b": None}, "q": None, "u": one, "s": str(one), "x": "v", "i": datetime.timedelta(days=2, seconds=3), "n": decimal.Decimal("4.5"), "f": 2.5, "b": b"\0a", "k": True})
        connection.execute(t.insert(), {"e": "hearts", "p": "z", "d": datetime.date(1969, 12, 31), "j": null(), "q": JSON.NULL, "u": one, "s": None, "x": "w"})
        for row in connection.execute(select(t)):
            print(tuple(row))
        print(connection.exec_driver_sql("SELECT e, p, d, j, q, u, s, x, i, n, f, b, k FROM data").all())
        print(connection.scalar(select(t.c.e)) is Suit.spades, connection.execute(select(t.c.id).where(t.c.e == Suit.hearts)).all(), connection.execute(select(t.c.id).where(t.c.d == datetime.date(2020, 1, 2))).all(), connection.execute(select(t.c.d > datetime.date(2000, 1, 1))).all())
        print(connection.execute(select(t.c.id).where(t.c.u == one)).all(), connection.execute(select(t.c.id).where(t.c.s == str(one))).all(), connection.execute(select(t.c.id).where(t.c.p == "abc")).all())
    for it in (t.c.d + datetime.date(2011, 3, 4), t.c.j["a"], t.c.j["a"]["b"].as_string() == "x", t.c.p + "x", t.c.x == "y", t.c.e == "hearts", t.c.u == one, t.c.i > datetime.timedelta(1), t.c.n * 2):
        for dialect in (PG, LITE):
            try:
                c = it.compile(dialect=dialect)
                print(c, list(c.params.items()), repr(it.type))
            except Exception as error:
                print(type(error).__name__, error)


@case
def generic():
    for it in (mysql.INTEGER(display_width=4), mysql.NVARCHAR(length=100), postgresql.TIMESTAMP(timezone=True), postgresql.JSONB(), postgresql.UUID(), postgresql.ENUM("a", name="x"), sqlite.DATETIME(), postgresql.DOUBLE_PRECISION(), postgresql.BYTEA(), mysql.TINYINT(1), postgresql.ARRAY(Integer), postgresql.CITEXT(), sa.VARCHAR(5), sa.CHAR(5), sa.DECIMAL(5, 2), sa.REAL(), sa.TEXT(), sa.BLOB(), sa.SMALLINT(), sa.BIGINT(), sa.BOOLEAN(), sa.DATE(), sa.NVARCHAR(4)):
        try:
            print(repr(it), repr(it.as_generic()))
        except Exception as error:
            print(repr(it), type(error).__name__, error)
    e = ARRAY(Integer, dimensions=2)
    c = column("c", e)
    print(repr(c[5].type), repr(c[5][6].type), repr(c[1:2].type), repr(c.type.item_type), c.type.dimensions, c.type.as_tuple)
    print(repr(String(collation="C")), repr(Enum(Suit)), Enum(Suit).enums, Enum(Suit).name, Enum(Suit).enum_class is Suit, repr(JSON(none_as_null=True)), JSON().should_evaluate_none, repr(Interval(True, 2, 3)), repr(Numeric(5, 2, asdecimal=False)), repr(DateTime(True)), repr(LargeBinary(5)))
    for it in (String, Integer, Numeric, Float, Boolean, Date, DateTime, Interval, JSON, Uuid, LargeBinary, Enum(Suit), Enum("a"), ARRAY(Integer), Text, Unicode):
        try:
            print(it if isinstance(it, type) else repr(it), (it() if isinstance(it, type) else it).python_type)
        except Exception as error:
            print(type(error).__name__, error)
    print(String(5).compile(), String(5).compile(dialect=PG), str(String(5)), String(5).dialect_impl(PG).__class__.__name__, String().with_variant(Text(), "sqlite").compile(dialect=LITE))
    print(String(5) == String(5), isinstance(String(5), types.TypeEngine), String().copy() is not None, types.to_instance(Integer), repr(types.NULLTYPE), String(5)._type_affinity.__name__, sa.BigInteger()._type_affinity.__name__)


@case
def lowered():
    class Lower(Unicode.Comparator):
        def operate(self, op, other, **kwargs):
            return op(func.lower(self.expr), func.lower(other), **kwargs)

    class Quiet(TypeDecorator):
        impl = Unicode
        cache_ok = True
        comparator_factory = Lower

    print(column("x", Quiet) == "Y", column("x", Quiet).like("Z"))


@case
def unprocessed():
    class Plain(types.UserDefinedType):
        cache_ok = True

        def get_col_spec(self, **kw):
            return "PLAIN"

        def result_processor(self, dialect, coltype):
            return None

    t = Table("data", MetaData(), Column("x", Plain))
    with sa.create_engine("sqlite://").begin() as connection:
        t.create(connection)
        connection.execute(t.insert(), {"x": "v"})
        print(connection.execute(select(t)).all())
