"""Types of dialects that nothing is written for: they can be made, printed, and used as variants."""
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.dialects.mysql import LONGTEXT, TINYINT
from sqlalchemy.dialects.mysql.base import MSBinary

pg, lite = postgresql.dialect(), sqlite.dialect()


def show(t):
    texts = []
    for dialect in (pg, lite):
        try:
            texts.append(t.compile(dialect=dialect))
        except Exception as error:
            texts.append(type(error).__name__)
    print(type(t).__module__, repr(t), *texts, sep=" | ")


for t in [
    mysql.INTEGER(), mysql.INTEGER(11), mysql.INTEGER(display_width=11), mysql.INTEGER(unsigned=True),
    mysql.INTEGER(10, unsigned=True, zerofill=True), mysql.BIGINT(20), mysql.BIGINT(display_width=20, unsigned=True),
    mysql.MEDIUMINT(), mysql.TINYINT(1), mysql.TINYINT(display_width=1), mysql.SMALLINT(6),
    mysql.NUMERIC(3, 2), mysql.DECIMAL(10, 2), mysql.DECIMAL(precision=10, scale=2, unsigned=True), mysql.DOUBLE(),
    mysql.DOUBLE(asdecimal=True), mysql.DOUBLE(53, 10), mysql.REAL(), mysql.FLOAT(), mysql.FLOAT(5), mysql.TIME(),
    mysql.TIME(fsp=3), mysql.TIMESTAMP(), mysql.TIMESTAMP(fsp=6), mysql.DATETIME(), mysql.DATETIME(fsp=6), mysql.YEAR(),
    mysql.YEAR(4), mysql.TEXT(), mysql.TEXT(100), mysql.TINYTEXT(), mysql.MEDIUMTEXT(), mysql.LONGTEXT(),
    mysql.LONGTEXT(collation="utf8mb4_bin"), mysql.VARCHAR(50), mysql.VARCHAR(length=255),
    mysql.VARCHAR(255, charset="utf8", collation="utf8_bin"), mysql.VARCHAR(collation="utf8mb4_unicode_ci", length=36),
    mysql.CHAR(36), mysql.NVARCHAR(5), mysql.NCHAR(5), mysql.TINYBLOB(), mysql.MEDIUMBLOB(), mysql.LONGBLOB(),
    mysql.SET("a", "b"),
    mysql.JSON(), mysql.BLOB(), mysql.BINARY(16), mysql.VARBINARY(16), mysql.BOOLEAN(), mysql.DATE(), mysql.INET4(),
    MSBinary(4), TINYINT(), LONGTEXT(),
    oracle.NUMBER(), oracle.NUMBER(10, 2), oracle.VARCHAR2(20), oracle.NVARCHAR2(20), oracle.CLOB(), oracle.BLOB(),
    oracle.RAW(16), oracle.DATE(), oracle.TIMESTAMP(), oracle.FLOAT(), oracle.FLOAT(binary_precision=5), oracle.LONG(),
    oracle.NCLOB(), oracle.ROWID(), oracle.BFILE(), oracle.BINARY_DOUBLE(),
    mssql.DATETIME2(), mssql.DATETIME2(7), mssql.DATETIMEOFFSET(), mssql.UNIQUEIDENTIFIER(),
    mssql.NVARCHAR(30), mssql.NTEXT(), mssql.MONEY(), mssql.SMALLMONEY(), mssql.IMAGE(), mssql.XML(), mssql.TINYINT(),
    mssql.VARBINARY(5), mssql.SQL_VARIANT(), mssql.SMALLDATETIME(), mssql.ROWVERSION(),
]:
    show(t)
print(issubclass(mysql.TINYINT, sa.Integer), issubclass(mysql.LONGTEXT, sa.String), issubclass(mysql.INTEGER, sa.INTEGER))
print(mysql.INTEGER(unsigned=True).unsigned, mysql.TINYINT(1).display_width, mysql.VARCHAR(3, charset="x").charset)
print(repr(mysql.ENUM("a", "b")), repr(mysql.ENUM("a", "b", charset="utf8", name="x")), mysql.ENUM("a", name="x").compile(dialect=pg))
print(repr(oracle.INTERVAL()), repr(mysql.BIT(3)), mysql.BIT().length, repr(mssql.BIT()))
print(mysql.dialect().name, oracle.dialect().name, mssql.dialect().name)
t = sa.Text().with_variant(mysql.LONGTEXT(), "mysql").with_variant(oracle.CLOB(), "oracle")
print(repr(t), t.compile(dialect=pg), sorted(t._variant_mapping))
