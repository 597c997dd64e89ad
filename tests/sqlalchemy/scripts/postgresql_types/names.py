"""Every type of the PostgreSQL dialect: its repr and its text."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import *

pg, lite = postgresql.dialect(), sqlite.dialect()


def show(t):
    texts = []
    for dialect in (pg, lite):
        try:
            texts.append(t.compile(dialect=dialect))
        except Exception as error:
            texts.append(type(error).__name__)
    try:
        texts.append(str(t))
    except Exception as error:
        texts.append(type(error).__name__)
    print(repr(t), *texts, sep=" | ")


for t in [
    postgresql.UUID(), postgresql.UUID(as_uuid=True), postgresql.UUID(as_uuid=False), postgresql.UUID(True),
    postgresql.JSON(), postgresql.JSON(none_as_null=True), postgresql.JSON(astext_type=sa.Text()),
    postgresql.JSONB(), postgresql.JSONB(astext_type=sa.Text()), postgresql.JSONB(none_as_null=True),
    postgresql.JSONPATH(), postgresql.ARRAY(sa.Integer), postgresql.ARRAY(sa.String(10), dimensions=3),
    postgresql.ARRAY(sa.Text(), as_tuple=True), postgresql.ARRAY(postgresql.UUID(as_uuid=True)),
    postgresql.ARRAY(postgresql.ENUM("a", name="e")), postgresql.ARRAY(sa.String(collation="C")),
    postgresql.ARRAY(sa.DateTime(timezone=True)), postgresql.ARRAY(sa.Numeric(4, 1), dimensions=1),
    postgresql.CITEXT(), postgresql.INET(), postgresql.CIDR(), postgresql.MACADDR(), postgresql.MACADDR8(),
    postgresql.MONEY(), postgresql.OID(), postgresql.REGCLASS(), postgresql.REGCONFIG(), postgresql.TSVECTOR(),
    postgresql.TSQUERY(), postgresql.HSTORE(), postgresql.HSTORE(text_type=sa.String(5)), postgresql.BYTEA(),
    postgresql.BYTEA(length=5), postgresql.BIT(), postgresql.BIT(5), postgresql.BIT(varying=True),
    postgresql.BIT(8, varying=True), postgresql.INTERVAL(), postgresql.INTERVAL(precision=3),
    postgresql.INTERVAL(fields="DAY TO SECOND"), postgresql.INTERVAL(6, "YEAR TO MONTH"), postgresql.TIMESTAMP(),
    postgresql.TIMESTAMP(timezone=True), postgresql.TIMESTAMP(precision=0), postgresql.TIMESTAMP(True, 3),
    postgresql.TIME(), postgresql.TIME(timezone=True, precision=2), postgresql.DATE(), postgresql.BOOLEAN(),
    postgresql.DOUBLE_PRECISION(), postgresql.DOUBLE_PRECISION(53), postgresql.REAL(), postgresql.FLOAT(),
    postgresql.FLOAT(3), postgresql.NUMERIC(5, 2), postgresql.INTEGER(), postgresql.SMALLINT(),
    postgresql.BIGINT(), postgresql.VARCHAR(9), postgresql.CHAR(2), postgresql.TEXT(),
    postgresql.INT4RANGE(), postgresql.INT8RANGE(), postgresql.NUMRANGE(), postgresql.DATERANGE(),
    postgresql.TSRANGE(), postgresql.TSTZRANGE(), postgresql.INT4MULTIRANGE(), postgresql.INT8MULTIRANGE(),
    postgresql.NUMMULTIRANGE(), postgresql.DATEMULTIRANGE(), postgresql.TSMULTIRANGE(),
    postgresql.TSTZMULTIRANGE(), postgresql.ENUM("a", "b", name="ab"),
    postgresql.ENUM("a", "b", name="ab", schema="Other"), postgresql.ENUM("a", name="ab", create_type=False),
    postgresql.DOMAIN("positive", sa.Integer), postgresql.DOMAIN("d", sa.String(3), schema="s"),
]:
    show(t)
print(INET is postgresql.INET, JSONB.__module__, postgresql.ENUM.__mro__[1].__name__)
for wrong in (lambda: postgresql.ARRAY(postgresql.ARRAY(sa.Integer)), lambda: postgresql.ENUM("a").compile(dialect=pg),
              lambda: postgresql.INET(3), lambda: postgresql.JSONB(foo=1), lambda: postgresql.DOMAIN("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
