"""UserDefinedType subclasses as scripts write them."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import UserDefinedType

pg, lite = postgresql.dialect(), sqlite.dialect()


class Vector(UserDefinedType):
    cache_ok = True

    def __init__(self, dim=None):
        super(UserDefinedType, self).__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return "VECTOR" if self.dim is None else "VECTOR(%d)" % self.dim


class CIText(sa.types.Concatenable, UserDefinedType):
    cache_ok = True

    def get_col_spec(self):
        return "CITEXT"

    def bind_processor(self, dialect):
        def process(value):
            return value

        return process

    def result_processor(self, dialect, coltype):
        return lambda value: value


class Tree(UserDefinedType):
    def __init__(self, precision, kind="t"):
        self.precision = precision
        self.kind = kind

    def get_col_spec(self, **kw):
        return f"TREE({self.precision}, {self.kind})"


class Nothing(UserDefinedType):
    pass


for t in (Vector(), Vector(3), CIText(), Tree(5), Tree(5, kind="it's")):
    print(repr(t), str(t), t.compile(dialect=pg), t.compile(dialect=lite), sep=" | ")
print(Vector.cache_ok, Vector(4).dim, isinstance(Vector(), sa.types.TypeEngine), CIText().bind_processor(pg)("x"))
print(sa.ARRAY(Vector(2)).compile(dialect=pg), Vector(2).with_variant(sa.JSON(), "sqlite").compile(dialect=lite))
print(Tree(1).copy().kind, repr(Tree(1, "z").copy()))
try:
    Nothing().compile(dialect=pg)
except Exception as error:
    print(type(error).__name__, error)
