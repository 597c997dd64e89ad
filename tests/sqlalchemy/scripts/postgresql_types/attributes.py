"""Attributes of PostgreSQL's types, and where their classes come from."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import asyncpg, base, json, psycopg2, ranges
from sqlalchemy.dialects.postgresql.base import UUID
from sqlalchemy.dialects.postgresql.json import JSONB
from sqlalchemy.dialects.postgresql.named_types import ENUM
from sqlalchemy.dialects.postgresql.ranges import TSTZRANGE
from sqlalchemy.dialects.postgresql.types import CITEXT
import sqlalchemy.dialects.postgresql.array
import sqlalchemy.dialects.postgresql.hstore

print(UUID is postgresql.UUID, UUID is sa.UUID, JSONB is postgresql.JSONB, ENUM is postgresql.ENUM)
print(TSTZRANGE is postgresql.TSTZRANGE, CITEXT is postgresql.CITEXT, json.JSON is postgresql.JSON)
print(issubclass(postgresql.ARRAY, sa.ARRAY), issubclass(JSONB, sa.JSON), issubclass(ENUM, sa.Enum))
print(issubclass(postgresql.TIMESTAMP, sa.TIMESTAMP), issubclass(postgresql.INTERVAL, sa.Interval))
print(isinstance(postgresql.CITEXT(), sa.Text), isinstance(postgresql.BYTEA(), sa.LargeBinary))
print(isinstance(postgresql.INT4RANGE(), ranges.AbstractSingleRange), issubclass(postgresql.INT4MULTIRANGE, ranges.AbstractRange))
e = postgresql.ENUM("a", "b", name="e", schema="s", create_type=False)
print(e.name, e.schema, e.enums, e.create_type, e.native_enum, e.length)
e.create_type = True
print(e.create_type, e.copy().create_type)
print(postgresql.ENUM("a", name="x", metadata=None).metadata)
a = postgresql.ARRAY(postgresql.JSONB, dimensions=2)
print(repr(a.item_type), a.dimensions, a.item_type.__class__ is JSONB)
i = postgresql.INTERVAL(precision=4, fields="DAY")
print(i.precision, i.fields, i.python_type)
b = postgresql.BIT(5, varying=True)
print(b.length, b.varying, postgresql.BIT().length, postgresql.BIT(varying=True).length)
print(postgresql.TIMESTAMP(True, 2).timezone, postgresql.TIMESTAMP(True, 2).precision, postgresql.TIME(precision=1).precision)
print(postgresql.HSTORE().text_type, postgresql.JSON(astext_type=sa.String(4)).astext_type)
d = postgresql.DOMAIN("posint", sa.Integer, check="VALUE > 0", not_null=True, default="5", constraint_name="c")
print(d.name, d.data_type, d.not_null, d.constraint_name, d.default, d.create_type, d.schema, d.collation)
dialect = postgresql.dialect()
print(dialect.name, dialect.driver, dialect.paramstyle, dialect.max_identifier_length, type(dialect).__name__)
print(isinstance(dialect, base.PGDialect), postgresql.dialect is psycopg2.dialect, asyncpg.dialect().driver)
print(asyncpg.dialect().name, type(asyncpg.dialect()).__name__, postgresql.dialect.name)
p = dialect.identifier_preparer
print(p.quote("abc"), p.quote("Abc"), p.quote("select"), p.quote_identifier("abc"), p.quote('a"b'), p.format_schema("x y"))
