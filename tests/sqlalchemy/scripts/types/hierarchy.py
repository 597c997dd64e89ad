"""Which class derives from which."""
import sqlalchemy as sa
from sqlalchemy import types
from sqlalchemy.types import TypeEngine

print(issubclass(sa.BIGINT, sa.Integer), issubclass(sa.Text, sa.String), issubclass(sa.Float, sa.Numeric))
print(isinstance(sa.VARCHAR(3), sa.String), isinstance(sa.Enum("a"), sa.String), isinstance(sa.JSON(), sa.String))
print(types.Integer is sa.Integer, issubclass(sa.Integer, TypeEngine))
print([c.__name__ for c in sa.Enum.__mro__[:4]])


class Short(sa.String):
    pass


print(repr(Short(3)), Short(3), isinstance(Short(), sa.String), Short.__mro__[1] is sa.String)
