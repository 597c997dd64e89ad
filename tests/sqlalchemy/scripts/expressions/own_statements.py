"""Statements and functions of a script's own, by @compiles: what they add to the options, and parts in their FROM."""
import sqlalchemy as sa
from sqlalchemy import util
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ClauseElement, Executable, UpdateBase

shelf = sa.table("shelf", sa.column("id"), sa.column("room"))
stored = sa.Table("order", sa.MetaData(schema="deep"), sa.Column("id", sa.Integer))


class Fill(Executable, ClauseElement):
    inherit_cache = False
    _execution_options = Executable._execution_options.union({"autocommit": True})

    def __init__(self, table, select):
        self.table, self.select = table, select


class Refill(UpdateBase):
    inherit_cache = False
    _execution_options = UpdateBase._execution_options.union({"autocommit": True, "stream": False})

    def __init__(self, table, select):
        self.table = table
        self.select = select


@compiles(Fill)
@compiles(Refill)
def write(element, compiler, **kw):
    return "FILL %s BY %s" % (
        compiler.process(element.table, asfrom=True, **kw), compiler.process(element.select, **kw))


class Names(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, *parts):
        self.parts = parts


@compiles(Names)
def names(element, compiler, **kw):
    return " | ".join(compiler.process(part, asfrom=True) for part in element.parts)


for dialect in (postgresql.dialect(), sqlite.dialect()):
    for kind in (Fill, Refill):
        made = kind(shelf, sa.select(shelf.c.id).where(shelf.c.room == 7))
        print(made.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        print(made.table is shelf, dict(made.get_execution_options()), dict(kind._execution_options))
    print(Names(shelf, stored, shelf.alias("s"), shelf.join(stored, shelf.c.id == stored.c.id)).compile(dialect=dialect))
    print(dialect.dialect_description, dialect.max_index_name_length, dialect.default_sequence_base, dialect.isolation_level)
print(type(Executable._execution_options).__name__, dict(sa.select(shelf)._execution_options))

try:
    print(sa.select(sa.Column(sa.Integer)).compile(dialect=postgresql.dialect()))
except sa.exc.CompileError as error:
    print(error)


class Measure:
    unit = "cm"

    @util.hybridproperty
    def shown(self):
        return "in " + self.unit

    @util.hybridmethod
    def times(self, n):
        return self.unit * n

    @times.classlevel
    def times(cls, n):
        return (cls.__name__, n)


inches = Measure()
inches.unit = "in"
print(Measure.shown, inches.shown, Measure.times(2), inches.times(2))
