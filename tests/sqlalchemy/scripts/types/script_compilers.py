"""Types that a script calls by names of its own: @compiles, __visit_name__, get_col_spec()."""
import sqlalchemy as sa
from sqlalchemy import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateColumn
class JSONB(JSON):
    __visit_name__ = "JSONB"
@compiles(JSONB, "sqlite")
def compile_jsonb(*arguments, **keywords):
    return "JSONB"


class Short(sa.String):
    pass


@compiles(Short)
def compile_short(type_, compiler, **kw):
    return "SHORT" + compiler.visit_VARCHAR(type_)


class Num(sa.Numeric):
    pass


@compiles(Num, "postgresql")
def compile_number(t, compiler, **kw):
    return "NUM(%s,%s)" % (t.precision, t.scale)


@compiles(sa.DateTime, "sqlite")
def compile_moment(t, compiler, **kw):
    return "WHEN"


J=JSON().with_variant(postgresql.JSONB(),"postgresql").with_variant(JSONB(),"sqlite")
for t in (JSONB(), JSONB, J, Short(5), Num(3,1), sa.DateTime(), sa.ARRAY(Short(3)), sa.TIMESTAMP(), sa.Enum("a", name="e")):
    for d in (postgresql.dialect(), sqlite.dialect()):
        try:
            print(CreateColumn(sa.Column("c", t)).compile(dialect=d))
        except Exception as e:
            print(type(e).__name__)
print(sa.cast(sa.column("x"), Short(7)).compile(dialect=sqlite.dialect()))
print(Short(4).compile(dialect=sqlite.dialect()), str(Short(4)))
class Small(Short):
    pass


class Other(sa.String):
    __visit_name__ = "VARCHAR"
@compiles(sa.String, "sqlite")
def compile_string(t, compiler, **kw):
    return "TXT " + compiler.visit_text(t)


@compiles(postgresql.JSONB, "sqlite")
@compiles(postgresql.UUID, "sqlite")
def compile_postgresql(t, compiler, **kw):
    return compiler.visit_JSON(t, **kw) if isinstance(t, JSON) else "CHAR(36)"


class Deco(sa.TypeDecorator):
    impl = Short
    cache_ok = True
@compiles(Deco, "postgresql")
def compile_decorator(t, compiler, **kw):
    return "DECO"


class Point(sa.types.UserDefinedType):
    def get_col_spec(self, **kw): return "POINT"
@compiles(Point, "sqlite")
def compile_point(t, compiler, **kw):
    return "BLOB"


for t in (Small(2), Other(3), sa.String(4), sa.Text(), sa.VARCHAR(5), postgresql.JSONB(), postgresql.UUID(), postgresql.JSON(), Deco(8), Point(), sa.String(3).with_variant(Short(9), "sqlite"), sa.Unicode(3), sa.Enum("x", "yy")):
    for d in (postgresql.dialect(), sqlite.dialect()):
        try:
            print(CreateColumn(sa.Column("c", t)).compile(dialect=d))
        except Exception as e:
            print(type(e).__name__)
