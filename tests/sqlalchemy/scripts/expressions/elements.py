import sqlalchemy as sa
from sqlalchemy import text, func, column, literal, literal_column, null, true, false, bindparam, case, cast, type_coerce, and_, or_, not_
from sqlalchemy.dialects import postgresql, sqlite


def show(e):
    for d in (postgresql.dialect(), sqlite.dialect()):
        for kw in ({}, {"literal_binds": True}):
            try:
                c = e.compile(dialect=d, compile_kwargs=kw)
                print(str(c).replace("\n", "~"), "|", sorted(c.params.items()) if not kw else "")
            except Exception as error:
                print(type(error).__name__, str(error).split("\n")[0])


a, b = column("a", sa.Integer), column("b", sa.String)
show(text("SELECT :x + \\:y, 'a::b', z::int").bindparams(x=5))
show(text("a = :a AND b = :b").bindparams(bindparam("a", 7, sa.Integer), b="x"))
show(literal(5))
show(literal("it's"))
show(literal(None))
show(literal(True))
show(literal(5.5))
show(literal_column("now() - '1 day'::interval"))
show(null())
show(true())
show(false())
show(bindparam("p", 3))
show(bindparam(None, 3))
show(bindparam("q", value="x", unique=True))
show(case((a > 5, "big"), (a > 3, "mid"), else_="small"))
show(case({"x": 1, "y": 2}, value=b))
show(case({"x": 1, "y": 2}, value=b, else_=0))
show(cast(b, sa.Integer))
show(cast("5", sa.Numeric(10, 2)))
show(b.cast(sa.Text))
show(type_coerce(a, sa.String) + "x")
show(and_(a == 1, b == "x"))
show(or_(a == 1, b == "x", a.is_(None)))
show(not_(and_(a == 1, b == "x")))
show(~(a == 1))
show(and_(a == 1, or_(b == "x", b == "y")))
show((a == 1) & (b == "x") | (a == 2))
show(and_(True, a == 1))
show(or_(False, a == 1))
show(sa.between(a, 1, 5))
show(~a.between(1, 5))
show(sa.extract("year", column("d", sa.DateTime)))
show(sa.tuple_(a, b) == (1, "x"))
show(sa.tuple_(a, b).in_([(1, "x"), (2, "y")]))
show(sa.collate(b, "C"))
show(a.label("z"))
show(sa.distinct(a))
show(sa.desc(a))
show(sa.asc(b).nulls_last())
show(sa.nullsfirst(a.desc()))
show(sa.any_(column("arr", sa.ARRAY(sa.Integer))) == 5)
show(5 == sa.all_(column("arr", sa.ARRAY(sa.Integer))))
show(func.count(a).over(partition_by=b, order_by=a.desc()))
show(sa.over(func.row_number(), order_by=[a, b], rows=(None, 0)))
show(func.sum(a).over(range_=(-5, 10)))
show(sa.within_group(func.percentile_cont(0.5), a.desc()))
show(sa.funcfilter(func.count(1), b == "x"))
