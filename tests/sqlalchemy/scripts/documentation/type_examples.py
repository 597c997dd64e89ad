# Types and types of one's own: variants, decorators, user-defined types, operators of types.
import datetime
import decimal
import json
import uuid

import sqlalchemy as sa
from sqlalchemy import Column, Integer, MetaData, String, Table, column, func, select, type_coerce
from sqlalchemy.dialects import mysql, postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql import operators
from sqlalchemy.types import BINARY, CHAR, VARCHAR, Numeric, TypeDecorator, TypeEngine, Unicode

from shared.cases import case


def create(*columns):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        print(str(CreateTable(Table("t", MetaData(), *columns)).compile(dialect=dialect)).strip())
        columns = [c.copy() if hasattr(c, "copy") else c._copy() for c in columns]


@case
def generic():
    for type_ in (sa.BigInteger, sa.Boolean, sa.Date, sa.DateTime, sa.Double, sa.Float, sa.Integer, sa.Interval, sa.LargeBinary, sa.Numeric, sa.PickleType, sa.SmallInteger, sa.String, sa.Text, sa.Time, sa.Unicode, sa.UnicodeText, sa.Uuid, sa.JSON, sa.BIGINT, sa.BINARY, sa.BLOB, sa.BOOLEAN, sa.CHAR, sa.CLOB, sa.DATE, sa.DATETIME, sa.DECIMAL, sa.DOUBLE, sa.DOUBLE_PRECISION, sa.FLOAT, sa.INT, sa.INTEGER, sa.NCHAR, sa.NUMERIC, sa.NVARCHAR, sa.REAL, sa.SMALLINT, sa.TEXT, sa.TIME, sa.TIMESTAMP, sa.UUID, sa.VARBINARY, sa.VARCHAR):
        line = [repr(type_())]
        for dialect in (None, postgresql.dialect(), sqlite.dialect()):
            try:
                line.append(type_().compile(dialect=dialect) if dialect else str(type_()))
            except Exception as error:
                line.append(f"{type(error).__name__} {error}")
        print(" | ".join(line))


@case
def arguments():
    items = [sa.String(9, collation="C"), sa.Numeric(10, 2), sa.Float(5), sa.Float(precision=24, decimal_return_scale=3), sa.DateTime(timezone=True), sa.Time(timezone=True), sa.TIMESTAMP(timezone=True), sa.Interval(second_precision=3), sa.Interval(native=False), sa.LargeBinary(7), sa.Uuid(as_uuid=False), sa.Uuid(native_uuid=False), sa.Enum("a", "b", name="ab"), sa.DOUBLE(53), sa.NCHAR(4), sa.Text(5), sa.JSON(none_as_null=True)]
    for type_ in items:
        line = [repr(type_)]
        for dialect in (postgresql.dialect(), sqlite.dialect()):
            try:
                line.append(type_.compile(dialect=dialect))
            except Exception as error:
                line.append(f"{type(error).__name__} {error}")
        print(" | ".join(line))


@case
def variants():
    text = String(255).with_variant(mysql.VARCHAR(255, charset="utf8"), "mysql", "mariadb")
    number = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.OID(), "postgresql")
    create(Column("bio", text), Column("n", number, primary_key=True))
    print(repr(number))


@case
def overridden():
    @compiles(BINARY, "sqlite")
    def binary(type_, compiler, **kw):
        return "BLOB"

    create(Column("b", BINARY(4)))


class Shouting(TypeDecorator):
    impl = Unicode
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.upper() if value is not None else None

    def process_literal_param(self, value, dialect):
        return repr(value.upper())


class Rounded(TypeDecorator):
    impl = Numeric
    cache_ok = True

    def __init__(self, *arg, **kw):
        TypeDecorator.__init__(self, *arg, **kw)
        self.digits = -self.impl.scale
        self.step = decimal.Decimal(10) ** self.digits

    def process_bind_param(self, value, dialect):
        if isinstance(value, decimal.Decimal) and value.as_tuple()[2] < self.digits:
            value = value.quantize(self.step)
        return value


class Moment(TypeDecorator):
    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is not None:
            if not value.tzinfo:
                raise TypeError("a zone is missing")
            value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        return value

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=datetime.timezone.utc)


class Guid(TypeDecorator):
    impl = CHAR
    cache_ok = True
    spare = CHAR(32)

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(self.spare)

    def process_bind_param(self, value, dialect):
        if value is None or dialect.name == "postgresql":
            return value
        if not isinstance(value, uuid.UUID):
            value = uuid.UUID(value)
        return value.hex

    def process_result_value(self, value, dialect):
        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(value)


class GuidWithDashes(Guid):
    spare = CHAR(36)


class Packed(TypeDecorator):
    impl = VARCHAR
    cache_ok = True

    def coerce_compared_value(self, op, value):
        if op in (operators.like_op, operators.not_like_op):
            return String()
        return self

    def process_bind_param(self, value, dialect):
        return None if value is None else json.dumps(value)

    def process_result_value(self, value, dialect):
        return None if value is None else json.loads(value)


@case
def decorated():
    create(Column("s", Shouting(4)), Column("r", Rounded(8, 2)), Column("m", Moment(timezone=True)), Column("g", Guid()), Column("h", GuidWithDashes), Column("p", Packed(255)))
    print(repr(Rounded(8, 2)), repr(Guid()), Shouting(4).length, Rounded(8, 2).impl.scale)


@case
def decorated_values():
    engine = sa.create_engine("sqlite://")
    t = Table("t", MetaData(), Column("s", Shouting(40)), Column("m", Moment), Column("g", Guid()), Column("h", GuidWithDashes), Column("p", Packed(255)))
    with engine.begin() as connection:
        t.create(connection)
        connection.execute(t.insert(), {"s": "ha", "m": datetime.datetime(2020, 5, 4, 3, tzinfo=datetime.timezone(datetime.timedelta(hours=2))), "g": "5ea8e8c0c3d94b08ab7d19ba2f0ab2d1", "h": uuid.UUID(int=7), "p": {"a": [1]}})
        print(tuple(connection.execute(select(t)).one()))
        print(tuple(connection.execute(sa.text("select * from t")).one()))
        print(connection.scalar(select(func.count()).where(t.c.p == {"a": [1]})))


@case
def coerced():
    t = Table("t", MetaData(), Column("p", Packed(255)))
    print(select(t).where(type_coerce(t.c.p, String).like("%a%")))
    print(repr((t.c.p == "x").right.type))
    print((t.c.p == {"k": 1}).compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))


@case
def custom_operators():
    e = column("x").op(">>")(column("y"))
    print(e, "|", column("x").op("->", precedence=5)(1) + 2, "|", column("x").bool_op("?!")("a"), "|", column("x").op("@", return_type=sa.Date)(1).type)
    print(column("a").op("<->", is_comparison=True)(3) & column("b").custom_op("~~~")(4) if hasattr(column("b"), "custom_op") else "no custom_op")


@case
def engine_class():
    print(isinstance(String(), TypeEngine), issubclass(Guid, TypeEngine), sa.types.to_instance(Integer), repr(sa.types.NULLTYPE))
    print(String(5).python_type, Integer().python_type, sa.Numeric().python_type, sa.Boolean().python_type, sa.JSON().python_type)
    print(String().as_generic(), postgresql.BIGINT().as_generic(), sqlite.DATETIME().as_generic())
    print(String(5).dialect_impl(postgresql.dialect()), Guid().load_dialect_impl(postgresql.dialect()), Guid().dialect_impl(sqlite.dialect()))
    print(Integer().compare_values(1, 2), Integer()._type_affinity.__name__, sa.BigInteger()._type_affinity.__name__)
    print(repr(Integer().evaluates_none()), Integer().should_evaluate_none, sa.Integer.sort_key_function, String(4).copy().length)
