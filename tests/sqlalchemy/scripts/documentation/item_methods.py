# Tables, columns, constraints, types and DDL, with each of their arguments; PostgreSQL's and SQLite's own.
import datetime
import decimal
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import ARRAY, JSON, BigInteger, Boolean, CheckConstraint, Column, Computed, Date, DateTime, DefaultClause, Enum, FetchedValue, Float, ForeignKey, ForeignKeyConstraint, Identity, Index, Integer, Interval, LargeBinary, MetaData, Numeric, PrimaryKeyConstraint, Sequence, SmallInteger, String, Table, Text, Time, TypeDecorator, Unicode, UniqueConstraint, Uuid, cast, column, event, func, literal_column, select, table, text
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.dialects.postgresql import ExcludeConstraint, array
from sqlalchemy.schema import DDL, AddConstraint, ColumnDefault, CreateColumn, CreateIndex, CreateSchema, CreateSequence, CreateTable, DropColumnComment, DropConstraint, DropIndex, DropSchema, DropSequence, DropTable, DropTableComment, SetColumnComment, SetTableComment
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import conv
from sqlalchemy.types import UserDefinedType

from shared.cases import case

both = (postgresql.dialect(), sqlite.dialect())


def show(*builds):
    for build in builds:
        for dialect in both:
            try:
                print(str(build().compile(dialect=dialect)).strip())
            except Exception as error:
                print(type(error).__name__, str(error).split(" at 0x")[0])


def create(*items, **options):
    m = MetaData()
    for scheme in (None, "s"):
        Table("o", m, Column("x", Integer, primary_key=True), Column("y", Integer), schema=scheme)
    thing = Table("thing", m, *items, **options)
    show(lambda: CreateTable(thing))


@case
def tables():
    create(Column("id", Integer, primary_key=True), Column("value", String(50)))
    create(Column("id", Integer, primary_key=True), schema="area", comment="of things", prefixes=["UNLOGGED"])
    create(Column("x", Integer), implicit_returning=False, info={"a": 1}, quote=True)
    create(Column("a b", Integer), Column("Mixed", Integer), Column("select", Integer), Column("ok", Integer, quote=True))
    t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("n", String))
    for scheme in ("new", None):
        try:
            print(t.to_metadata(MetaData(schema="m"), schema=scheme).fullname)
        except Exception as error:
            print(type(error).__name__, error)
    print(t.to_metadata(MetaData()).fullname, t.to_metadata(MetaData(), name="u").name, repr(t), t.key, t.autoincrement_column.name)
    m = MetaData()
    base = Table("base", m, Column("id", Integer, primary_key=True), schema="base_tables")
    user = Table("user", m, Column("id", Integer, ForeignKey("base_tables.base.id"), primary_key=True), schema="mine")
    other = MetaData()

    def choose(table, to_schema, constraint, referred_schema):
        return referred_schema if referred_schema == "base_tables" else to_schema

    base.to_metadata(other)
    moved = user.to_metadata(other, schema="alt", referred_schema_fn=choose)
    show(lambda: CreateTable(moved))
    print(sorted(str(f.target_fullname) for f in moved.foreign_keys))
    print([x.name for x in m.sorted_tables], sorted(m.tables), m.schema, "mine.user" in m, repr(m))


@case
def columns():
    create(
        Column("a", String(50), server_default="val"),
        Column("b", DateTime, server_default=text("now()")),
        Column("c", Integer, FetchedValue()),
        Column("d", Integer, DefaultClause("50")),
        Column("e", Integer, ColumnDefault(5), nullable=False),
        Column("f", Integer, server_default=func.f(1, "x")),
        Column("g", Boolean, server_default=sa.true()),
        Column("h", Integer, comment="about h"),
        Column("i", Integer, key="eye", doc="not shown", info={}),
        Column("j", Text, server_default=sa.literal("it's")),
        Column("k", Integer, server_default=text("(1 + 1)"), unique=True, index=True),
        Column("l", Integer, system=True),
    )
    create(Column("id", Integer, Identity(), primary_key=True))
    create(Column("id", Integer, Identity(always=True, start=4, increment=2, minvalue=1, maxvalue=99, cycle=True, cache=5)))
    create(Column("id", BigInteger, Identity(nominvalue=True, nomaxvalue=True, cycle=False), nullable=True))
    create(Column("side", Float, nullable=False), Column("area", Float, Computed("side * side")), Column("half", Float, Computed("side / 2", persisted=True)))
    create(Column("a", Float), Column("b", Float, Computed("a + 1", persisted=False)))
    create(Column("id", Integer, Sequence("thing_seq", start=1), primary_key=True))
    create(Column("id", ForeignKey("thing.other"), primary_key=True, autoincrement="ignore_fk", type_=Integer), Column("other", Integer))
    create(Column("id", SmallInteger, primary_key=True), Column("b", Integer, primary_key=True, autoincrement=True))
    create(Column("id", BigInteger, primary_key=True, autoincrement=False))
    c = Column("x", Integer, ForeignKey("y.z", name="fk", ondelete="CASCADE"), nullable=False, default=3)
    print(repr(c), c.default.arg, c.nullable, c.primary_key, c.table)


@case
def constraints():
    create(Column("a", Integer), Column("b", Integer), PrimaryKeyConstraint("a", "b", name="thing_pk"))
    create(Column("a", Integer, primary_key=True), Column("b", Integer, primary_key=True), PrimaryKeyConstraint(name="thing_pk", mssql_clustered=True))
    create(Column("a", Integer), UniqueConstraint("a", name="u", deferrable=True, initially="DEFERRED"), CheckConstraint(r"a ~ E'x(?\:b|c)d'", name="c"))
    create(Column("a", Integer), CheckConstraint(sa.and_(column("a") > 5, column("a").in_([6, 7]))), CheckConstraint("a < 9", name="k"))
    create(Column("a", Integer), Column("b", Integer), ForeignKeyConstraint(["a", "b"], ["o.x", "o.y"], name="fk", onupdate="CASCADE", ondelete="SET NULL", match="FULL", deferrable=False, initially="IMMEDIATE"))
    create(Column("a", Integer), ForeignKeyConstraint(["a"], ["s.o.x"], use_alter=True, name="later"))
    create(Column("a", Integer), UniqueConstraint("a", name="u", postgresql_include=["a"], postgresql_nulls_not_distinct=True, sqlite_on_conflict="IGNORE"))
    convention = {"ck": "ck_%(table_name)s_%(constraint_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s", "ix": "ix_%(column_0_label)s"}
    m = MetaData(naming_convention=convention)
    Table("o", m, Column("id", Integer, primary_key=True))
    t = Table("t", m, Column("x", Integer, index=True, primary_key=True), Column("y", ForeignKey("o.id"), unique=True, type_=Integer), Column("z", Boolean(create_constraint=True, name="flag")), CheckConstraint("x > 5", name="x5"), CheckConstraint("x > 6", name=conv("ck_t_x6")), UniqueConstraint("x", "y"))
    show(lambda: CreateTable(t), *[lambda i=i: CreateIndex(i) for i in t.indexes])
    print(repr(t.primary_key))
    e = ExcludeConstraint((Column("room", Integer), "="), (text("during"), "&&"), name="no_overlap", using="gist", where=text("room > 1"), deferrable=True, ops={"room": "int4_ops"})
    print(str(CreateTable(Table("booking", MetaData(), Column("room", Integer), Column("during", postgresql.TSRANGE), e)).compile(dialect=both[0])).strip())
    for d in both:
        try:
            print(DropConstraint(UniqueConstraint(t.c.x, name="gone"), cascade=True, if_exists=True).compile(dialect=d))
        except Exception as error:
            print(type(error).__name__, error)


@case
def indexes():
    def t():
        return Table("t", MetaData(), Column("name", String(50)), Column("address", String(100)), Column("data", postgresql.JSONB), Column("n", Integer))

    show(
        lambda: CreateIndex(Index("i", t().c.name)),
        lambda: CreateIndex(Index("i", t().c.name.desc(), unique=True)),
        lambda: CreateIndex(Index("i", func.lower(t().c.name))),
        lambda: CreateIndex(list(Table("u", MetaData(), Column("a", Integer), Column("b", Integer), Index("i", "a", "b")).indexes)[0]),
        lambda: CreateIndex(list(Table("u", MetaData(), Column("a", Integer), Index("i", text("lower(a)"))).indexes)[0], if_not_exists=True),
        lambda: CreateIndex(Index("i", t().c.name, postgresql_where=text("n > 4"), sqlite_where=text("n > 5"))),
        lambda: CreateIndex(Index("i", t().c.name, postgresql_include=["n"], postgresql_using="btree")),
        lambda: CreateIndex(Index("i", t().c.name, postgresql_ops={"name": "text_pattern_ops"}, postgresql_with={"fillfactor": 50}, postgresql_tablespace="fast")),
        lambda: CreateIndex(Index("i", t().c.name.label("low"), postgresql_ops={"low": "varchar_ops"}, postgresql_concurrently=True)),
        lambda x=t(): CreateIndex(Index("i", func.lower(x.c.name).label("low"), x.c.n, postgresql_ops={"low": "text_pattern_ops", "n": "int4_ops"})),
        lambda: CreateIndex(Index("i", t().c.data, postgresql_using="gin", postgresql_ops={"data": "jsonb_path_ops"})),
        lambda: CreateIndex(Index("i", t().c.name, unique=True, postgresql_nulls_not_distinct=True)),
        lambda: CreateIndex(Index("i", t().c.name.asc().nulls_last())),
        lambda: DropIndex(Index("i", t().c.name, postgresql_concurrently=True), if_exists=True),
        lambda: DropIndex(Index("i", t().c.name)),
    )


@case
def statements():
    t = Table("t", MetaData(), Column("a", Integer, comment="old"), comment="it's a table", schema="s")
    show(
        lambda: CreateTable(t, if_not_exists=True),
        lambda: DropTable(t, if_exists=True),
        lambda: CreateSchema("s", if_not_exists=True),
        lambda: DropSchema("s", cascade=True, if_exists=True),
        lambda: CreateSequence(Sequence("q", start=3, increment=2, minvalue=1, maxvalue=9, cycle=True, cache=4, schema="s", data_type=BigInteger)),
        lambda: DropSequence(Sequence("q"), if_exists=True),
        lambda: SetTableComment(t),
        lambda: DropTableComment(t),
        lambda: SetColumnComment(t.c.a),
        lambda: DropColumnComment(t.c.a),
        lambda: CreateColumn(Column("x", Integer, nullable=False, server_default="4")),
        lambda: DDL("ALTER TABLE %(fullname)s DISABLE TRIGGER ALL; 100%% of %(table)s in %(schema)s").against(t),
        lambda: DDL("SET x = '%(value)s'", context={"value": "y"}),
        lambda: DDL("plain 100%%"),
    )
    log = []
    engine = sa.create_mock_engine("postgresql://", lambda sql, *a, **k: log.append(str(sql.compile(dialect=both[0])).strip()))
    m = MetaData()
    watched = Table("watched", m, Column("a", Integer), CheckConstraint("a > 1", name="late").ddl_if(dialect="sqlite"), Index("i1", "a").ddl_if(dialect="postgresql"), Index("i2", "a").ddl_if(callable_=lambda ddl, target, bind, **kw: False))
    event.listen(watched, "before_create", DDL("-- before").execute_if(dialect="postgresql"))
    event.listen(watched, "after_create", DDL("-- after %(table)s").execute_if(dialect=("mysql", "sqlite")))
    event.listen(m, "after_drop", DDL("-- dropped").execute_if(callable_=lambda ddl, target, bind, **kw: True))
    m.create_all(engine, checkfirst=False)
    m.drop_all(engine, checkfirst=False)
    print("\n".join(log))


@case
def types():
    class Color(enum.Enum):
        red = 1
        green = "g"

    print(repr(Enum(Color)), Enum(Color).enums, repr(Enum("a", "b", name="ab", native_enum=False, length=9)))
    create(Column("c", Enum(Color)), Column("d", Enum(Color, values_callable=lambda e: [str(x.value) for x in e], name="vals")), Column("e", Enum("x", "y", name="xy", native_enum=False, create_constraint=True, length=7)))
    create(Column("b", Boolean(create_constraint=True, name="b_ck")), Column("i", Interval(second_precision=3, day_precision=2)), Column("u", Uuid), Column("v", Uuid(as_uuid=False, native_uuid=False)), Column("l", LargeBinary(9)), Column("n", Numeric(10, 2, asdecimal=False)), Column("f", Float(5).with_variant(mysql.DOUBLE(), "mysql")), Column("t", Time(timezone=True)), Column("s", String(5, collation="C")))
    print(select(cast("x", String(collation="utf8"))))
    print(mysql.INTEGER(display_width=4).as_generic(), repr(mysql.NVARCHAR(length=100).as_generic()))
    print(postgresql.TIMESTAMP(precision=3).as_generic(), repr(postgresql.ENUM("a", name="e").as_generic()))
    e = String(50).evaluates_none()
    print(repr(e), e.should_evaluate_none)

    class Sized(UserDefinedType):
        cache_ok = True

        def __init__(self, precision=8):
            self.precision = precision

        def get_col_spec(self, **kw):
            return "SIZED(%s)" % self.precision

    class Marked(TypeDecorator):
        impl = Unicode
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return "MARK:" + value

        def process_result_value(self, value, dialect):
            return value[5:]

        def copy(self, **kw):
            return Marked(self.impl.length)

    class Days(TypeDecorator):
        impl = Integer
        cache_ok = True
        epoch = datetime.date(1970, 1, 1)

        def process_bind_param(self, value, dialect):
            return (value - self.epoch).days

        def process_result_value(self, value, dialect):
            return self.epoch + datetime.timedelta(days=value)

        def coerce_compared_value(self, op, value):
            return Integer() if isinstance(value, int) else self

    class MyJson(TypeDecorator):
        impl = JSON
        cache_ok = True

        def coerce_compared_value(self, op, value):
            return self.impl.coerce_compared_value(op, value)

    create(Column("a", Sized(16)), Column("b", Marked(30)), Column("c", Days), Column("j", MyJson))
    t = table("t", column("d", Days()), column("j", MyJson()), column("m", Marked()))
    for expression in (t.c.d + 35, t.c.d == datetime.date(1970, 1, 9), t.c.j["k"] == "v", t.c.j["k"].as_integer() == 5, t.c.m == "x"):
        print(expression, [str(b) for b in expression.compile().params.values()], type(expression.right.type).__name__)
    engine = sa.create_engine("sqlite://")
    s = Table("s", MetaData(), Column("m", Marked), Column("d", Days), Column("c", Enum(Color)), Column("u", Uuid), Column("n", Numeric(9, 3)), Column("i", Interval))
    with engine.begin() as connection:
        s.create(connection)
        connection.execute(s.insert(), {"m": "x", "d": datetime.date(2001, 2, 3), "c": Color.green, "u": uuid.UUID(int=5), "n": decimal.Decimal("1.250"), "i": datetime.timedelta(days=2, seconds=3)})
        print(connection.execute(select(s)).fetchall())
        print(connection.exec_driver_sql("SELECT m, d, c, u, n, i FROM s").fetchall())
        print(connection.execute(select(s.c.d).where(s.c.c == Color.green)).scalar())


@case
def json_and_arrays():
    t = table("t", column("j", JSON), column("b", postgresql.JSONB), column("a", ARRAY(Integer)), column("aa", ARRAY(Integer, dimensions=2)), column("p", postgresql.ARRAY(String)), column("h", postgresql.HSTORE), column("r", postgresql.INT4RANGE), column("x", Text), column("ts", postgresql.TSVECTOR), column("mr", postgresql.INT4MULTIRANGE))
    for build in (
        lambda: t.c.j["k"],
        lambda: t.c.j[3],
        lambda: t.c.j[("a", "b", 5)],
        lambda: t.c.j["k"].as_integer() == 5,
        lambda: t.c.j["k"].as_boolean() == True,
        lambda: t.c.j["k"].as_string() == "s",
        lambda: t.c.j["k"].as_float() == 2.5,
        lambda: t.c.j["k"].as_numeric(10, 6) == decimal.Decimal("2.5"),
        lambda: t.c.j["k"].as_json(),
        lambda: cast(t.c.j["k"], String) == sa.type_coerce(55, JSON),
        lambda: t.c.b["k"].astext == "v",
        lambda: t.c.b["k"].astext.cast(Integer) > 3,
        lambda: t.c.b[("a", "1")].astext,
        lambda: t.c.b.has_key("k"),
        lambda: t.c.b.has_any(array(["a", "b"])),
        lambda: t.c.b.has_all(array(["a", "b"])),
        lambda: t.c.b.contains({"a": 1}),
        lambda: t.c.b.contained_by({"a": 1}),
        lambda: t.c.b.path_exists("$.a"),
        lambda: t.c.b.path_match("$.a > 1"),
        lambda: t.c.b.delete_path(array(["a", "b"])),
        lambda: t.c.b - "k",
        lambda: t.c.b.concat({"z": 1}),
        lambda: t.c.a[5],
        lambda: t.c.a[2:7],
        lambda: t.c.aa[5][6],
        lambda: t.c.p.contained_by(["x"]),
        lambda: t.c.p.overlap(array(["x", "y"])),
        lambda: t.c.p.any("x"),
        lambda: t.c.a.any(7, operator=operators.lt),
        lambda: t.c.a.all(7, operator=operators.lt),
        lambda: t.c.p + ["z"],
        lambda: t.c.p == ["z"],
        lambda: array([1, 2]) + array([3]),
        lambda: array([array([1, 2]), array([3, 4])]),
        lambda: array([], type_=Integer),
        lambda: postgresql.array_agg(t.c.x),
        lambda: func.array_agg(postgresql.aggregate_order_by(t.c.x, t.c.x.desc())),
        lambda: func.string_agg(t.c.x, postgresql.aggregate_order_by(literal_column("','"), t.c.x)),
        lambda: t.c.h["k"] == "v",
        lambda: t.c.h.has_key("k"),
        lambda: t.c.h.defined("k"),
        lambda: t.c.h.keys(),
        lambda: t.c.h.slice(array(["a"])),
        lambda: t.c.h + {"a": "b"},
        lambda: postgresql.hstore("a", "b"),
        lambda: postgresql.hstore(array(["a"]), array(["b"])),
        lambda: t.c.r.contains(5),
        lambda: t.c.r.overlaps(postgresql.Range(1, 4)),
        lambda: t.c.r.adjacent_to(postgresql.Range(1, 4, bounds="(]")),
        lambda: t.c.r << postgresql.Range(1, 4),
        lambda: t.c.r + postgresql.Range(1, 4),
        lambda: t.c.ts.match("a & b"),
        lambda: t.c.x.match("a", postgresql_regconfig="english"),
        lambda: postgresql.to_tsvector("english", t.c.x).bool_op("@@")(postgresql.to_tsquery("a & b")),
        lambda: postgresql.ts_headline("english", t.c.x, postgresql.plainto_tsquery("x")),
        lambda: select(postgresql.websearch_to_tsquery("a b"), postgresql.phraseto_tsquery("a b")),
        lambda: postgresql.distinct_on(t.c.x) if hasattr(postgresql, "distinct_on") else t.c.x,
        lambda: t.c.x.regexp_match("x", flags="i"),
        lambda: t.c.x.ilike("a%"),
    ):
        try:
            compiled = build().compile(dialect=both[0])
            print(compiled, list(compiled.params.items()))
        except Exception as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])


@case
def postgresql_types():
    items = [postgresql.ENUM("a", "b", name="ab", schema="s"), postgresql.DOMAIN("d", Integer, check="VALUE > 1", not_null=True, default="4"), postgresql.ARRAY(Integer, dimensions=2), postgresql.ARRAY(postgresql.ENUM("x", name="xx")), postgresql.BIT(4), postgresql.BIT(varying=True), postgresql.BIT(5, varying=True), postgresql.INTERVAL(fields="DAY TO SECOND", precision=3), postgresql.TIMESTAMP(True, 3), postgresql.TIME(precision=2), postgresql.CITEXT(), postgresql.HSTORE(), postgresql.JSON(none_as_null=True), postgresql.JSONB(astext_type=String()), postgresql.UUID(as_uuid=False), postgresql.INET(), postgresql.CIDR(), postgresql.MACADDR8(), postgresql.MONEY(), postgresql.OID(), postgresql.REGCLASS(), postgresql.TSQUERY(), postgresql.TSVECTOR(), postgresql.NUMRANGE(), postgresql.TSTZMULTIRANGE(), postgresql.DOUBLE_PRECISION(), postgresql.BYTEA(), postgresql.JSONPATH(), postgresql.VARCHAR(5, "C")]
    for item in items:
        print(repr(item), "|", item.compile(dialect=both[0]))
    log = []
    engine = sa.create_mock_engine("postgresql://", lambda sql, *a, **k: log.append(str(sql.compile(dialect=both[0])).strip()))
    t = Table("t", MetaData(), Column("e", postgresql.ENUM("a", "b", name="ab")), Column("f", postgresql.ENUM("c", name="cd", create_type=False)), Column("d", postgresql.DOMAIN("dom", String(5), collation="C", constraint_name="long", check="length(VALUE) > 2")), Column("x", postgresql.ARRAY(postgresql.ENUM("q", name="qq"))))
    t.create(engine, checkfirst=False)
    t.drop(engine, checkfirst=False)
    print("\n".join(log))


@case
def sqlite_items():
    t = Table("t", MetaData(), Column("id", Integer, primary_key=True, sqlite_on_conflict_primary_key="FAIL"), Column("a", Integer, nullable=False, sqlite_on_conflict_not_null="IGNORE"), Column("b", Integer, unique=True, sqlite_on_conflict_unique="REPLACE"), UniqueConstraint("a", sqlite_on_conflict="ABORT"), CheckConstraint("a > 1", sqlite_on_conflict="FAIL"), sqlite_autoincrement=True, sqlite_with_rowid=False, sqlite_strict=True)
    print(CreateTable(t).compile(dialect=both[1]))
    kept = sqlite.DATETIME(storage_format="%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d:%(second)02d")
    s = Table("s", MetaData(), Column("d", kept), Column("e", sqlite.DATE), Column("t", sqlite.TIME()), Column("u", sqlite.TIME(truncate_microseconds=True)), Column("v", sqlite.DATETIME(truncate_microseconds=True)))
    with sa.create_engine("sqlite://").begin() as connection:
        s.create(connection)
        connection.execute(s.insert(), {"d": datetime.datetime(2020, 1, 2, 3, 4, 5), "e": datetime.date(2020, 1, 2), "t": datetime.time(1, 2, 3, 4), "u": datetime.time(1, 2, 3, 4), "v": datetime.datetime(2020, 1, 2, 3, 4, 5, 6)})
        print(connection.exec_driver_sql("SELECT d, e, t, u, v FROM s").fetchall())
        print(connection.execute(select(s)).fetchall())


@case
def reflected():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (id INTEGER PRIMARY KEY, n VARCHAR(5) NOT NULL)")
    m = MetaData()
    print(repr(Table("kept", m, autoload_with=engine)))
    print(repr(Table("kept", MetaData(), Column("extra", Integer), autoload_with=engine, include_columns=["n"])))
    try:
        Table("absent", m, autoload_with=engine)
    except sa.exc.NoSuchTableError as error:
        print("none", error)
    other = MetaData()
    other.reflect(engine)
    print(list(other.tables))
