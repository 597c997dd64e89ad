"""Names and arguments of earlier versions that still work."""
import sqlalchemy
import sqlalchemy as sa
from sqlalchemy import types
from sqlalchemy.types import VARCHAR, Integer, String

print(repr(sa.types.Integer()), repr(sqlalchemy.types.String(3)))
print(types.Integer is Integer, types.VARCHAR is VARCHAR, String is sa.String, sa.INT is sa.INTEGER)
print(repr(sqlalchemy.types.INT()), repr(types.DECIMAL(3, 1)), repr(types.Unicode(4)))
print(repr(sqlalchemy.Integer), sa.Integer)
