# Names quoted by a preparer that the script makes itself, and what a dialect is asked about a database.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import IdentifierPreparer

for dialect in postgresql.dialect(), sqlite.dialect():
    preparer = sa.sql.compiler.IdentifierPreparer(dialect)
    for name in "plain", "Mixed", "two words", "100%", 'a"b', "select", "user", "analyze", "ilike":
        print(preparer.quote(name), dialect.identifier_preparer.quote(name))
    print(preparer.quote_schema("Tenant 1"), preparer.format_table(sa.table("t", schema="S")))
    print(isinstance(dialect.identifier_preparer, IdentifierPreparer))

with sa.create_engine("sqlite://").begin() as connection:
    connection.execute(sa.text("CREATE TABLE t (a INTEGER)"))
    connection.execute(sa.text("CREATE INDEX t_a ON t (a)"))
    dialect = connection.dialect
    print(dialect.has_table(connection, "t"), dialect.has_table(connection, "u"))
    print(dialect.has_index(connection, "t", "t_a"), dialect.has_index(connection, "t", "t_b"))
    print(dialect.has_index(connection, "u", "t_a"), dialect.has_index(connection, "t", index_name="t_a", schema="main"))
