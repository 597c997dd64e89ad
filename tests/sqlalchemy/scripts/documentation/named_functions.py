# Functions and statements of one's own, compiled by the script; a name on the class labels them.
from sqlalchemy import Column, DateTime, Integer, MetaData, Sequence, Table, column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ColumnElement, FunctionElement
from sqlalchemy.types import String


class fortnight(FunctionElement):
    type = DateTime()
    name = "fortnight"
    inherit_cache = True


@compiles(fortnight)
def fortnight_default(element, compiler, **kw):
    return "FORTNIGHT()"


@compiles(fortnight, "postgresql")
def fortnight_postgresql(element, compiler, **kw):
    return "now() + interval '14 days'"


class nameless(FunctionElement):
    type = String()
    inherit_cache = True


@compiles(nameless)
def nameless_default(element, compiler, **kw):
    return "nameless(%s)" % compiler.process(element.clauses)


class stamp(ColumnElement):
    type = Integer()
    inherit_cache = True


@compiles(stamp)
def stamp_default(element, compiler, **kw):
    return "STAMP"


for statement in (select(fortnight()), select(nameless(column("a"), 5)), select(fortnight(), fortnight()), select(stamp()), select(fortnight().label("f")), select(column("x")).where(column("x") < fortnight())):
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        print(statement.compile(dialect=dialect))
print(select(Sequence("numbers").next_value()).compile(dialect=postgresql.dialect()))
