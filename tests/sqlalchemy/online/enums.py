"""Enumerated types of PostgreSQL: made and dropped with and without a look, and kept from being made."""
import enum
import os

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

engine = sa.create_engine(os.environ["DATABASE_URL"])


class Colour(enum.Enum):
    red = "RED"
    green = "GREEN"


def names(conn):
    return [
        (row.typname, row.labels)
        for row in conn.execute(
            sa.text(
                "SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels FROM pg_type t "
                "JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname ORDER BY t.typname"
            )
        )
    ]


def attempt(what, action):
    with engine.connect() as conn:
        try:
            with conn.begin():
                action(conn)
            print(what, "->", names(conn))
        except sa.exc.DBAPIError as error:
            print(what, type(error).__name__, type(error.orig).__name__, str(error.orig).splitlines()[0])


mood = postgresql.ENUM("sad", "ok", "happy", name="mood")
attempt("create", lambda c: mood.create(c))
attempt("create again, looked up", lambda c: mood.create(c, checkfirst=True))
attempt("create again", lambda c: mood.create(c, checkfirst=False))
attempt("drop", lambda c: mood.drop(c, checkfirst=False))
attempt("drop again, looked up", lambda c: mood.drop(c, checkfirst=True))
attempt("drop again", lambda c: mood.drop(c, checkfirst=False))
attempt("generic", lambda c: sa.Enum(Colour, name="colour").create(c, checkfirst=True))
attempt("generic, looked up", lambda c: sa.Enum(Colour, name="colour").create(c))
attempt("by values", lambda c: sa.Enum(Colour, name="shade", values_callable=lambda e: [m.value for m in e]).create(c))
table = sa.Table(
    "felt",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("mood", postgresql.ENUM("sad", "ok", name="felt_mood"), nullable=False),
    sa.Column("colour", postgresql.ENUM("red", "green", name="colour", create_type=False)),
    sa.Column("many", postgresql.ARRAY(sa.Enum("a", "b", name="letter"))),
)
attempt("table", lambda c: table.create(c))
attempt("table, looked up", lambda c: table.create(c, checkfirst=True))
attempt("table again", lambda c: table.create(c, checkfirst=False))
with engine.begin() as conn:
    conn.execute(table.insert(), [{"mood": "sad", "colour": "red", "many": ["a", "b"]}, {"mood": "ok", "colour": None, "many": None}])
    print(conn.execute(sa.select(table).order_by(table.c.id)).fetchall())
    print(conn.execute(sa.select(table.c.mood).where(table.c.mood == "sad")).scalar())
    print(conn.execute(sa.select(sa.cast("ok", table.c.mood.type))).scalar())
attempt("bad value", lambda c: c.execute(sa.text("INSERT INTO felt (mood) VALUES ('angry')")))
attempt("add value", lambda c: c.execute(sa.text("ALTER TYPE mood ADD VALUE 'x'")))
attempt("add value if not there", lambda c: c.execute(sa.text("ALTER TYPE colour ADD VALUE IF NOT EXISTS 'blue'")))
attempt("drop in use", lambda c: postgresql.ENUM(name="felt_mood").drop(c))
attempt("drop table", lambda c: table.drop(c))
attempt("drop the rest", lambda c: [postgresql.ENUM(name=n).drop(c, checkfirst=True) for n in ("colour", "shade", "felt_mood", "letter")])
