"""Types of the SQLite dialect."""
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import DATETIME, JSON, pysqlite
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

d = sqlite.dialect()
for t in [
    sqlite.BLOB(), sqlite.BOOLEAN(), sqlite.CHAR(3), sqlite.DATE(), sqlite.DATETIME(), sqlite.DECIMAL(5, 2),
    sqlite.FLOAT(), sqlite.INTEGER(), sqlite.JSON(), sqlite.NUMERIC(4), sqlite.REAL(), sqlite.SMALLINT(),
    sqlite.TEXT(), sqlite.TIME(), sqlite.TIMESTAMP(), sqlite.VARCHAR(12),
    sqlite.DATETIME(storage_format="%(year)04d%(month)02d%(day)02d%(hour)02d%(minute)02d%(second)02d"),
    sqlite.DATE(storage_format="%(month)02d/%(day)02d/%(year)04d"), sqlite.DATETIME(truncate_microseconds=True),
    sqlite.DATETIME(timezone=True), sqlite.DATE(storage_format="%(year)04d%(month)02d%(day)02d"),
]:
    print(repr(t), t.compile(dialect=d), str(t), sep=" | ")
print(d.name, d.driver, d.paramstyle, type(d).__name__, isinstance(d, SQLiteDialect), pysqlite.dialect is sqlite.dialect)
print(issubclass(DATETIME, sa.DateTime), issubclass(JSON, sa.JSON), DATETIME(timezone=True).timezone)
print(d.identifier_preparer.quote("Order"), d.identifier_preparer.quote("a b"), d.identifier_preparer.quote("plain"))
