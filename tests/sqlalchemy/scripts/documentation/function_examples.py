# What the functions' own documentation shows: rows of functions, functions of one's own, what they know of themselves.
import datetime

import sqlalchemy as sa
from sqlalchemy import Integer, String, Unicode, bindparam, column, func, literal, literal_column, over, select, table, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import quoted_name
from sqlalchemy.sql.functions import FunctionElement, GenericFunction, ReturnTypeFromArgs, AnsiFunction, register_function

from shared.cases import case, statement_case

shop = table("shop", column("id", Integer), column("town", String), column("kind", String), column("sales", sa.Numeric(8, 2)), column("marks", sa.ARRAY(Integer)), column("opened", sa.DateTime))


@statement_case
def rows():
    def three():
        return func.series(1, 9).table_valued("value", "first", "last")

    def of_columns():
        one = three()
        return select(one.c.value, one.c.last).where(one.c.first < 3)

    return [
        lambda: select(func.jsonb_each("{}").scalar_table_valued("value")),
        lambda: select(three()),
        of_columns,
        lambda: select(three().render_derived()),
        lambda: select(func.series(9, 1, -2).table_valued("n", with_ordinality="place").render_derived(name="s")),
        lambda: select(func.series(1, 5).table_valued(column("n", Integer)).c.n + 1),
        lambda: select(func.series(1, 5).table_valued("n", name="given")),
        lambda: select(func.series(1, 5).table_valued("n", name="given").alias("other")),
        lambda: select(func.series(1, 5, -1).column_valued()),
        lambda: select(func.series(1, 5, -1).alias().column),
        lambda: select(func.series(1, shop.c.id).column_valued("x", joins_implicitly=True), shop.c.id),
        lambda: select(func.series(1, 2).column_valued("x")).where(literal_column("x") > 1),
        lambda: select(column("a"), column("b")).select_from(func.rows_of_mine()),
        lambda: select(column("a")).select_from(func.rows_of_mine(4).alias("r")),
        lambda: select(func.unnest([1, 2, 3]).alias("v").column),
        lambda: select(func.unnest([1, 2]).column_valued("v")),
        lambda: func.series(1, 3).select(),
        lambda: select(func.series(1, 3)).where(shop.c.id == 1).select_from(shop),
        lambda: select(func.each(shop.c.kind).table_valued("k", "v", joins_implicitly=True).c.k, shop.c.id),
        lambda: select(shop.c.id).select_from(shop).join(func.each(shop.c.kind).table_valued("k").lateral("e"), sa.true()),
        lambda: select(sa.func.now().alias("n")),
        lambda: func.series(1, 3).table_valued("v").select(),
        lambda: select(func.series(1, 3).table_valued("v").c.v.label("one")).order_by("one"),
    ]


@statement_case
def comparisons():
    return [
        lambda: func.same("a", "b").as_comparison(1, 2),
    ]


@case
def parts_of_a_comparison():
    it = func.same(shop.c.town, shop.c.kind).as_comparison(1, 2)
    print(it, it.left, it.right, it.type)


@statement_case
def filters_and_windows():
    row = func.row_number()
    return [
        lambda: func.count(1).filter(True),
        lambda: sa.funcfilter(func.count(1), True),
        lambda: func.count(1).filter(),
        lambda: func.count(1).filter(shop.c.id > 1).filter(shop.c.id < 9),
        lambda: row.over(order_by="town"),
        lambda: over(row, order_by="town"),
        lambda: over(sa.funcfilter(func.rank(), shop.c.id > 5), order_by="town"),
        lambda: func.rank().filter(shop.c.id > 5).over(order_by="town"),
        lambda: func.rank().filter(shop.c.id > 5).over(partition_by=[shop.c.kind], order_by=[shop.c.id.desc(), "town"], rows=(-3, 3)),
        lambda: func.rank().filter(shop.c.id > 5).over(order_by="id", groups=(0, None)),
        lambda: row.over(order_by=shop.c.id, rows=(-1, -1)),
        lambda: row.over(order_by=shop.c.id, rows=("x", 1)),
        lambda: row.over(order_by=shop.c.id, rows=(1,)),
        lambda: select(row.over(order_by=shop.c.id).label("n")).order_by("n"),
        lambda: func.percentile_cont(literal(0.5)).within_group(shop.c.sales, shop.c.id.desc()),
        lambda: func.percentile_cont(0.5).within_group(shop.c.sales).filter(shop.c.id > 1).over(order_by=shop.c.id),
        lambda: select(shop.c.kind, sa.within_group(func.percentile_disc(0.25), shop.c.sales.desc())).group_by(shop.c.kind),
        lambda: func.max(shop.c.sales).filter(shop.c.kind == "a") + 1,
        lambda: func.sum(shop.c.sales).over(partition_by=shop.c.town) / func.sum(shop.c.sales).over(),
        lambda: -func.sum(shop.c.sales).over(),
    ]


@statement_case
def generated():
    return [
        lambda: func.count(1),
        lambda: select(func.count(shop.c.id)),
        lambda: func.current_timestamp(),
        lambda: func.stats.yearly.curve(5, 10),
        lambda: func.word("a", type_=Unicode) + " " + func.word("b", type_=Unicode),
        lambda: func.pack.word(shop.c.id, shop.c.town),
        lambda: select(func.concat("a", "b")),
        lambda: select(func.concat("a", "b").label("ab")),
        lambda: select(literal("a") + "b"),
        lambda: func.char_length(shop.c.town) > 3,
        lambda: select(func.count()).select_from(shop),
        lambda: select(func.array_agg(shop.c.marks)),
        lambda: select(func.sum(shop.c.sales), shop.c.town, shop.c.kind).group_by(func.cube(shop.c.town, shop.c.kind)),
        lambda: select(func.sum(shop.c.sales), shop.c.town, shop.c.kind).group_by(func.rollup(shop.c.town, shop.c.kind)),
        lambda: select(func.sum(shop.c.sales), shop.c.town, shop.c.kind).group_by(func.grouping_sets(shop.c.town, shop.c.kind)),
        lambda: select(func.sum(shop.c.sales), shop.c.town).group_by(func.grouping_sets(tuple_(shop.c.town, shop.c.kind), tuple_(shop.c.id), tuple_())),
        lambda: select(func.aggregate_strings(shop.c.town, ".")),
        lambda: func.aggregate_strings(shop.c.town, literal_column("','")),
        lambda: func.aggregate_strings(shop.c.town, ".").filter(shop.c.id > 1),
        lambda: func.aggregate_strings(shop.c.id, "."),
        lambda: func.coalesce(shop.c.sales, 0) * 2,
        lambda: func.coalesce(shop.c.town, bindparam("other")) + "x",
        lambda: func.max(shop.c.town) + "x",
        lambda: func.min(shop.c.id) + 1,
        lambda: func.sum(shop.c.sales) / 2,
        lambda: func.random() * 5,
        lambda: func.now() - datetime.timedelta(days=1),
        lambda: func.current_date() + datetime.timedelta(days=1),
        lambda: func.next_value(sa.Sequence("tick")),
        lambda: func.next_value(5),
        lambda: func.ROW(1, 2) < func.ROW(shop.c.id, 5),
        lambda: func.cast(shop.c.id, String),
        lambda: func.extract("year", shop.c.opened),
        lambda: func.pow(2, 3).label("p") + 1,
        lambda: func.f(shop.c.id == 5, None, sa.true(), not_there=1),
        lambda: func.f(select(shop.c.id)),
        lambda: func.f(select(shop.c.id).scalar_subquery()),
        lambda: func.f(shop.c.id.desc()),
        lambda: func.f(*[1, 2], type_=String()) + "x",
        lambda: ~func.f(1),
        lambda: ~func.f(1, type_=sa.Boolean),
        lambda: func.f(1).is_(None),
        lambda: func.f(1).in_([1, 2]),
        lambda: func.f(1).op("->")("x"),
        lambda: func.lower(shop.c.town).like("x%"),
        lambda: func.lower(shop.c.town).desc().nulls_last(),
        lambda: func.f(1).collate("C"),
        lambda: func.f(1).distinct(),
        lambda: func.count(sa.distinct(shop.c.id)).over(),
        lambda: func.f("a", 1, type_=sa.JSON)["k"]["l"].as_string(),
        lambda: func.json_each("{}", type_=sa.JSON)["k"].as_integer() + 1,
    ]


@case
def of_ones_own():
    class utc_now(GenericFunction):
        type = sa.DateTime()
        inherit_cache = True

    class tick(GenericFunction):
        type = sa.DateTime()
        package = "clock"
        inherit_cache = True

    class Around(GenericFunction):
        type = Integer()
        package = "geo"
        name = "ST_Around"
        identifier = "around"
        inherit_cache = True

    class Quoted(GenericFunction):
        type = Integer()
        package = "geo"
        name = quoted_name("ST_Around", True)
        identifier = "around_quoted"
        inherit_cache = True

    class typed(GenericFunction[datetime.datetime]):
        type = sa.DateTime()
        inherit_cache = True

    class first_of(ReturnTypeFromArgs):
        inherit_cache = True

    class moment(AnsiFunction):
        type = sa.DateTime
        inherit_cache = True

    class padded(GenericFunction):
        type = String()
        inherit_cache = True

        def __init__(self, value, width=8, **kw):
            super().__init__(value, width, literal(" "), **kw)

    class Named(GenericFunction):
        name = "CamelCase"
        type = Integer
        inherit_cache = True

    for it in (
        func.utc_now(),
        select(func.utc_now()),
        func.UTC_NOW(),
        func.clock.tick(),
        func.tick(),
        func.geo.around(1),
        func.geo.around_quoted(1, 2),
        func.around(1),
        func.typed(),
        func.first_of(shop.c.sales, 0),
        func.moment(),
        func.padded(shop.c.town),
        func.padded(shop.c.town, 4) + "x",
        func.CamelCase(1),
        func.camelcase(1),
        func.Named(1),
        Around(7),
        utc_now(),
    ):
        print(it, "|", getattr(it, "type", None), "|", type(it).__name__, "|", getattr(it, "name", None))
    print(func.utc_now() == None, func.geo.around(1) + 5, func.first_of(shop.c.town) + "x")


@case
def what_they_know():
    f = func.pack.word(shop.c.id, "a", type_=String)
    print(f.name, f.packagenames, [str(c) for c in f.clauses], f.type, f.key if hasattr(f, "key") else None)
    print(func.count().name, func.now().name, len(func.f(1, 2).clauses))
    print(f.compile().params, f.compile(dialect=postgresql.dialect()).params)
    print(repr(f.type), repr(func.array_agg(shop.c.id).type), repr(func.aggregate_strings(shop.c.town, ",").type))
    print(repr(func.sum(shop.c.sales).type), repr(func.coalesce(shop.c.town, "x").type), repr(func.concat(1, 2).type), repr(func.rank(1).type), repr(func.percentile_cont(0.5).within_group(shop.c.sales).type))
    print(repr(func.cume_dist(1).within_group(shop.c.id).type), repr(func.mode().within_group(shop.c.town).type), repr(func.current_time().type), repr(func.random().type), repr(func.cube(1).type))
    for name in ("now", "current_date", "current_time", "current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "sysdate", "user", "random", "char_length"):
        try:
            print(name, repr(getattr(func, name)(*(["x"] if name == "char_length" else [])).type))
        except Exception as error:
            print(name, type(error).__name__)
    print(func.f(1).filter(shop.c.id > 1).type, func.count().over().type, func.count().filter(True).type)
    print(isinstance(func.f(1), FunctionElement), isinstance(func.count(), GenericFunction), isinstance(func.f(1), sa.Function))
    print(sa.Function("word", 1, 2, type_=Integer, packagenames=("a", "b")), type(func).__name__)
    print(func.f(1).label("x").name, str(func.f(1).label("x")))


@case
def executed():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        print(connection.scalar(select(func.upper("loud"))), connection.scalar(func.upper("loud")), connection.execute(func.abs(-4)).scalar())
        print(connection.execute(select(func.json_each('["a", "b"]').table_valued("key", "value"))).all())
        print(connection.execute(select(func.json_each('["a", "b"]').table_valued(column("value", String)).c.value + "!")).scalars().all())
        print(connection.scalar(select(func.aggregate_strings(func.json_each('["a", "b"]').table_valued("value").c.value, "."))))
        print(connection.scalar(select(func.coalesce(None, None, 4))), connection.scalar(select(func.max(1, 7, 3))))
        print(connection.execute(select(func.count(), func.sum(column("value")), func.min(column("value"))).select_from(func.json_each("[4, 5]"))).one())
        print(type(connection.scalar(select(func.current_timestamp()))).__name__, type(connection.scalar(select(func.current_date()))).__name__, type(connection.scalar(select(func.now()))).__name__)
        print(connection.scalar(select(func.date("2020-01-02", type_=sa.Date))), connection.scalar(select(func.datetime("2020-01-02 03:04:05", type_=sa.DateTime))))
        print(connection.execute(select(func.row_number().over(order_by=column("value").desc()).label("n"), column("value")).select_from(func.json_each("[4, 5]"))).all())
        print(connection.scalar(select(func.count().filter(column("value") > 4)).select_from(func.json_each("[4, 5]"))))
        print(connection.scalar(select(literal("a") + "b")))
