"""with_variant(): what each dialect sees."""
import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql, sqlite

pg, lite = postgresql.dialect(), sqlite.dialect()


def show(t):
    print(repr(t), t.compile(dialect=pg), t.compile(dialect=lite), sep=" | ")


show(sa.String(20).with_variant(sa.Text(), "postgresql"))
show(sa.JSON().with_variant(postgresql.JSONB(), "postgresql"))
show(postgresql.JSONB().with_variant(sa.JSON(), "sqlite"))
show(sa.BigInteger().with_variant(sa.Integer, "sqlite"))
show(sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql"))
show(sa.Text().with_variant(mysql.LONGTEXT(), "mysql"))
show(sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb"))
show(postgresql.ARRAY(sa.Integer()).with_variant(sa.JSON(), "sqlite"))
show(sa.Uuid().with_variant(sa.String(36), "sqlite", "postgresql"))
show(postgresql.ENUM("a", "b", name="e").with_variant(sa.String(10), "sqlite"))
show(sa.Enum("a", "b", name="e").with_variant(postgresql.ENUM("a", "b", name="p"), "postgresql"))
show(sa.Integer().with_variant(postgresql.OID(), "postgresql"))
t = sa.String(5).with_variant(sa.Text(), "sqlite")
print(sorted(t._variant_mapping), t.length, t is not sa.String(5), isinstance(t, sa.String))
for wrong in (
    lambda: t.with_variant(sa.Text(), "sqlite"),
    lambda: sa.Integer().with_variant(t, "postgresql"),
    lambda: sa.Integer().with_variant(sa.Text()),
    lambda: sa.Integer().with_variant(),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
