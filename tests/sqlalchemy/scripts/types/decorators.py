"""TypeDecorator subclasses as scripts write them."""
import json

import sqlalchemy as sa
from sqlalchemy import types
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator

pg, lite = postgresql.dialect(), sqlite.dialect()


def show(t):
    print(repr(t), str(t), t.compile(dialect=pg), t.compile(dialect=lite), sep=" | ")


class GUID(TypeDecorator):
    impl = sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(sa.CHAR(32))

    def process_bind_param(self, value, dialect):
        return value if value is None else str(value)


class JSONEncoded(TypeDecorator):
    impl = sa.VARCHAR

    def process_bind_param(self, value, dialect):
        return json.dumps(value)


class Upper(types.TypeDecorator):
    impl = types.Unicode(30)


class Sized(TypeDecorator):
    impl = sa.String

    def __init__(self, length=None, prefix="p", **kwargs):
        self.prefix = prefix
        super().__init__(length=length, **kwargs)


class NoSuper(TypeDecorator):
    impl = sa.Text

    def __init__(self, what):
        self.what = what


class Tz(TypeDecorator):
    impl = sa.DateTime(timezone=True)
    cache_ok = True


class Nested(TypeDecorator):
    impl = GUID


class Choice(TypeDecorator):
    impl = sa.Enum

    def __init__(self, *choices):
        super().__init__(*choices, name="choice")


class Cls(TypeDecorator):
    impl = sa.String

    def load_dialect_impl(self, dialect):
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.Integer())
        return super().load_dialect_impl(dialect)


class Generic(TypeDecorator[str]):
    impl = sa.String(12)


for t in (GUID(), GUID(20), JSONEncoded(255), JSONEncoded(), Upper(), Sized(5), Sized(length=8, prefix="q"),
          Tz(), Choice("a", "b"), Generic()):
    show(t)
print(Nested().compile(dialect=pg), Nested().compile(dialect=lite))
print(Cls(4).compile(dialect=pg), Cls().compile(dialect=sqlite.dialect()))
print(Sized(5).length, Sized(5).prefix, Sized(5).impl, NoSuper("x").what, GUID.impl, GUID.cache_ok, Upper().cache_ok)
print(isinstance(GUID(), TypeDecorator), isinstance(GUID(), sa.types.TypeEngine), issubclass(GUID, sa.String))
print(Sized(3).impl_instance, Tz().timezone)
print(Sized(3).with_variant(sa.Text(), "sqlite").compile(dialect=lite), Sized(3).copy().length, Sized(3).copy().prefix)
print(sa.ARRAY(GUID()).compile(dialect=pg), sa.ARRAY(Sized(4)).compile(dialect=pg))


class Broken(TypeDecorator):
    pass


try:
    Broken()
except Exception as error:
    print(type(error).__name__, error)
print(sa.PickleType().impl, sa.PickleType(impl=sa.BLOB).impl, sa.PickleType(protocol=2).protocol)
