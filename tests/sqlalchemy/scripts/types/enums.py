"""Enum: from texts, from Python enums, with each of its arguments."""
import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


class Color(enum.Enum):
    red = "r"
    green = "g"
    crimson = "r"


class Level(str, enum.Enum):
    LOW = "low"
    HIGH = "very high"


class Number(enum.IntEnum):
    one = 1
    two = 2


def show(e):
    print(repr(e), e.name, e.enums, e.length, e.native_enum, e.enum_class, e.schema, e.inherit_schema)
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        try:
            print("  ", e.compile(dialect=dialect))
        except Exception as error:
            print("  ", type(error).__name__, error)


show(sa.Enum("one", "two", "three", name="counting"))
show(sa.Enum(Color))
show(sa.Enum(Color, name="colour"))
show(sa.Enum(Color, omit_aliases=False))
show(sa.Enum(Color, values_callable=lambda x: [m.value for m in x]))
show(sa.Enum(Level, values_callable=lambda x: [m.value for m in x], name="level"))
show(sa.Enum(Level))
show(sa.Enum(Number))
show(sa.Enum("a", "b"))
show(sa.Enum("a", "b", name="x", schema="app"))
show(sa.Enum("a", "b", name="x", inherit_schema=True))
show(sa.Enum("a", "b", name="Mixed Case"))
show(sa.Enum("a", "b", name="select"))
show(sa.Enum("a", "b", name="n", native_enum=False))
show(sa.Enum("a", "b", name="n", native_enum=False, length=30))
show(sa.Enum("a", "b", name="n", native_enum=False, create_constraint=True))
show(sa.Enum("a", "b", name="n", length=None))
show(sa.Enum("it's", 'a "b"', "%", name="quotes"))
show(sa.Enum("ü", "日本語", name="unicode"))
show(sa.Enum(*["x" * n for n in (1, 5, 3)], name="longest"))
show(sa.Enum("a", name="n", quote=True))
show(sa.Enum("a", name="n", validate_strings=True))
show(sa.Enum(name="empty"))
for wrong in (lambda: sa.Enum("abc", length=2), lambda: sa.Enum(1, 2), lambda: sa.Enum("a", None)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(sa.Enum("a"), sa.types.SchemaType), sa.Enum(Color).python_type, sa.Enum("a").python_type)
print(sa.Enum("a", "b", name="n").copy().enums, repr(sa.Enum("a", "b", name="n").as_generic()))
c = sa.Enum(Color, schema="s").copy()
print(repr(c), c.enum_class, c.schema)
