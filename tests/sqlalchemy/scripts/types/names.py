"""Every generic and upper-case type: its repr, its own text, its text on PostgreSQL and on SQLite."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def show(type_):
    texts = []
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        try:
            texts.append(type_.compile(dialect=dialect) if dialect else str(type_))
        except Exception as error:
            texts.append(type(error).__name__)
    print(repr(type_), *texts, sep=" | ")


for t in [
    sa.String(), sa.String(50), sa.String(50, "C"), sa.String(length=7, collation="de_DE"), sa.String(0),
    sa.Text(), sa.Text(100), sa.Text(collation="utf8"), sa.Unicode(), sa.Unicode(20), sa.UnicodeText(),
    sa.UnicodeText(9), sa.Integer(), sa.SmallInteger(), sa.BigInteger(), sa.Numeric(), sa.Numeric(10),
    sa.Numeric(10, 2), sa.Numeric(precision=5, scale=0), sa.Numeric(asdecimal=False), sa.Float(), sa.Float(24),
    sa.Float(precision=53, asdecimal=True), sa.Double(), sa.Double(53), sa.DateTime(), sa.DateTime(True),
    sa.DateTime(timezone=True), sa.Date(), sa.Time(), sa.Time(timezone=True), sa.LargeBinary(),
    sa.LargeBinary(100), sa.Boolean(), sa.Boolean(create_constraint=True), sa.Boolean(name="b"), sa.Interval(),
    sa.Interval(native=False), sa.Interval(second_precision=3), sa.Interval(day_precision=4), sa.JSON(),
    sa.JSON(none_as_null=True), sa.Uuid(), sa.Uuid(as_uuid=False), sa.Uuid(native_uuid=False), sa.PickleType(),
    sa.REAL(), sa.REAL(5), sa.FLOAT(), sa.FLOAT(10), sa.DOUBLE(), sa.DOUBLE_PRECISION(), sa.NUMERIC(),
    sa.NUMERIC(3, 1), sa.DECIMAL(), sa.DECIMAL(12, 4), sa.INTEGER(), sa.INT(), sa.SMALLINT(), sa.BIGINT(),
    sa.TIMESTAMP(), sa.TIMESTAMP(timezone=True), sa.DATETIME(), sa.DATE(), sa.TIME(), sa.TIME(True), sa.TEXT(),
    sa.TEXT(5), sa.CLOB(), sa.CLOB(5), sa.VARCHAR(), sa.VARCHAR(255), sa.NVARCHAR(10), sa.CHAR(), sa.CHAR(36),
    sa.NCHAR(4), sa.BLOB(), sa.BLOB(4), sa.BINARY(), sa.BINARY(16), sa.VARBINARY(), sa.VARBINARY(32),
    sa.BOOLEAN(), sa.UUID(), sa.UUID(as_uuid=False), sa.types.NullType(), sa.types.MatchType(),
    sa.ARRAY(sa.Integer), sa.ARRAY(sa.String(5), dimensions=2), sa.ARRAY(sa.Text(), zero_indexes=True, as_tuple=True),
    sa.Enum("a", "bcd", name="letters"), sa.Enum("a", native_enum=False), sa.Enum("a", "b", length=20, name="l"),
    sa.Enum(name="nothing"),
]:
    show(t)
