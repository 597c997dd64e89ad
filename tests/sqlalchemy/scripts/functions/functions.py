import sqlalchemy as sa
from sqlalchemy import func, column, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import functions
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.sql.functions import GenericFunction


def show(e):
    for d in (postgresql.dialect(), sqlite.dialect()):
        for kw in ({}, {"literal_binds": True}):
            try:
                c = e.compile(dialect=d, compile_kwargs=kw)
                print(str(c).replace("\n", "~"), "|", sorted(c.params.items()) if not kw else "")
            except Exception as error:
                print(type(error).__name__, str(error).split("\n")[0])


a, b = column("a", sa.Integer), column("b", sa.String)
show(func.now())
show(func.count())
show(func.count("*"))
show(func.count(a))
show(func.count(sa.distinct(a)))
show(func.current_timestamp())
show(func.current_date())
show(func.lower(b))
show(func.foo(1, "x", None, True, a))
show(func.pg_catalog.lower(b))
show(func.a.b.c.d(5))
show(func.random())
show(func.Coalesce(a, 5))
show(func.coalesce(b, "x") + "y")
show(func.sum(a).label("total"))
show(func.max(a) + 5)
show(func.char_length(b))
show(func.concat("a", b))
show(func.substring(b, 1, 3))
show(func.date_trunc("day", func.now()))
show(func.json_build_object("a", a, type_=sa.JSON)["a"])
show(func.to_char(func.now(), "YYYY", type_=sa.String) + "x")
show(func.count(a).filter(a > 5))
show(func.count(a).filter(a > 5, b == "x"))
show(func.count(a).filter(a > 5).over(order_by=b))
show(func.rank().over(partition_by=[a, b], order_by=a.desc(), rows=(-1, 1)))
show(func.percentile_cont(0.5).within_group(a))
show(func.mode().within_group(a.desc()).over(partition_by=b))
show(func.array_agg(a))
show(func.aggregate_strings(b, ","))
show(func.generate_series(1, 5).table_valued("value"))
show(sa.select(func.generate_series(1, 5).table_valued("value")))
show(sa.select(func.generate_series(1, 5).alias("g").column))
show(sa.select(func.generate_series(1, 5).column_valued("x")))
show(sa.select(func.json_each(literal_column("'{}'")).table_valued("key", "value").alias("j")))
show(sa.select(func.json_to_recordset("[]").table_valued(column("a", sa.Integer), column("b", sa.Text)).render_derived(with_types=True)))
show(sa.select(func.unnest(column("z")).table_valued("v", with_ordinality="o").render_derived(name="u")))
show(sa.select(func.cube(a, b), func.rollup(a), func.grouping_sets(a, b)))
show(functions.now())
show(functions.current_timestamp())
show(functions.count(a))
show(sa.Function("thing", a, packagenames=["p"]))
print(func.now().name, func.foo(1).name, type(func.foo()).__name__, len(list(func.foo(1, 2).clauses)))
print(repr(func.now().type), repr(func.count().type), repr(func.max(a).type), repr(func.foo().type))


class utcnow(FunctionElement):
    type = sa.DateTime()
    inherit_cache = True


@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"


@compiles(utcnow)
def any_utcnow(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"


class greatest(FunctionElement):
    name = "greatest"
    inherit_cache = True


@compiles(greatest)
def default_greatest(element, compiler, **kw):
    return "greatest(%s)" % compiler.process(element.clauses, **kw)


@compiles(greatest, "sqlite")
def case_greatest(element, compiler, **kw):
    one, two = list(element.clauses)
    return compiler.process(sa.case((one > two, one), else_=two), **kw)


class as_utc(GenericFunction):
    type = sa.DateTime
    inherit_cache = True


class area(GenericFunction):
    package = "geo"
    name = "ST_Area"
    identifier = "area"
    type = sa.Float
    inherit_cache = True


show(utcnow())
show(sa.select(utcnow().label("t"), greatest(a, literal_column("5")).label("g")))
show(func.as_utc(a))
show(func.geo.area(b) + 1)
print(repr(func.as_utc(a).type), type(func.as_utc(a)).__name__)
