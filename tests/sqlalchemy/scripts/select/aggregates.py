"""Aggregates, windows and what PostgreSQL adds to them."""
import sqlalchemy as sa
from sqlalchemy import Integer, String, and_, case, cast, column, distinct, extract, func, literal_column, null, or_, select, table, text, tuple_, type_coerce
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import aggregate_order_by, array, array_agg

sale = table("sale", column("id", Integer), column("shop", String), column("amount", sa.Numeric), column("day", sa.Date), column("tags", postgresql.ARRAY(String)), column("doc", postgresql.JSONB))


def show(statement, dialects=(None, postgresql.dialect(), sqlite.dialect())):
    for dialect in dialects:
        name = dialect.name if dialect else "generic"
        try:
            print(name, "|", statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        except Exception as e:
            print(name, "|", type(e).__name__)
    print()


show(select(func.row_number().over(order_by=sale.c.day)))
show(select(func.rank().over(partition_by=sale.c.shop, order_by=[sale.c.day.desc(), sale.c.id])))
show(select(func.sum(sale.c.amount).over(partition_by=[sale.c.shop, sale.c.day])))
for frame in ({"rows": (None, 0)}, {"rows": (-2, 3)}, {"rows": (1, 5)}, {"range_": (None, None)}, {"range_": (-5, None)}, {"groups": (0, 1)}):
    show(select(func.sum(sale.c.amount).over(order_by="day", **frame)))
show(select(func.lag(sale.c.amount, 1, 0).over(order_by=sale.c.id).label("before")))
show(select(func.ntile(4).over(), func.first_value(sale.c.amount).over(order_by=sale.c.id)))
show(select(sa.over(func.count(), partition_by="shop")))
show(select(func.count().filter(sale.c.amount > 5)))
show(select(func.count().filter(sale.c.amount > 5, sale.c.shop == "x").filter(sale.c.id == 1)))
show(select(sa.funcfilter(func.sum(sale.c.amount), sale.c.shop == "a").over(order_by=sale.c.day)))
show(select(func.percentile_cont(0.5).within_group(sale.c.amount)))
show(select(sa.within_group(func.percentile_disc(0.9), sale.c.amount.desc()).label("p")).group_by(sale.c.shop))
show(select(func.mode().within_group(sale.c.shop)))
show(select(array_agg(aggregate_order_by(sale.c.shop, sale.c.day.desc(), sale.c.id))))
show(select(func.string_agg(sale.c.shop, aggregate_order_by(literal_column("','"), sale.c.shop))))
show(select(func.array_agg(sale.c.id)))
show(select(func.aggregate_strings(sale.c.shop, ", ")))
show(select(func.count(distinct(sale.c.shop)), func.max(sale.c.amount), func.min(sale.c.day)))
show(select(func.count(sale.c.id)).group_by(func.cube(sale.c.shop, sale.c.day)))
show(select(func.count(sale.c.id)).group_by(func.rollup(sale.c.shop, sale.c.day)))
show(select(func.count(sale.c.id)).group_by(func.grouping_sets(tuple_(sale.c.shop, sale.c.day), sale.c.shop)))
show(select(sale.c.id).distinct(sale.c.shop).order_by(sale.c.shop, sale.c.day.desc()))
show(select(extract("year", sale.c.day), extract("epoch", sale.c.day)).where(extract("month", sale.c.day) == 5))
show(select(func.date_trunc("month", sale.c.day).label("m")).group_by("m").order_by(sa.desc("m")))
show(select(func.coalesce(func.nullif(sale.c.shop, ""), "none"), func.greatest(sale.c.amount, 0)))
show(select(func.current_timestamp(), func.current_date(), func.now(), func.localtime(), func.session_user(), func.user()))
show(select(func.char_length(sale.c.shop), func.concat(sale.c.shop, "x"), func.random()))
show(select(func.jsonb_build_object("a", sale.c.id, "b", null()), func.to_jsonb(sale.c.shop)))
show(select(func.pg_catalog.set_config("a", "b", True), func.gen_random_uuid()))
show(select(case((sale.c.amount > 10, "big"), (sale.c.amount.is_(None), None), else_=sale.c.shop)))
show(select(case({"a": 1, "b": 2}, value=sale.c.shop, else_=0)))
show(select(cast(sale.c.amount, Integer), cast("5", sa.BigInteger), type_coerce(sale.c.id, String), sa.try_cast(sale.c.id, String)))
show(select(sale.c.tags[1], sale.c.tags[2:3], func.cardinality(sale.c.tags), func.array_length(sale.c.tags, 1)), [postgresql.dialect()])
show(select(sale.c.id).where(sale.c.tags.contains(["a"]), sale.c.tags.any("b"), sale.c.tags.overlap(array(["c", "d"]))))
show(select(sale.c.id).where(sa.any_(sale.c.tags) == "x", "y" == sa.all_(sale.c.tags)))
show(select(sale.c.doc["a"]["b"].astext, sale.c.doc[("a", "b")], sale.c.doc["n"].as_integer()).where(sale.c.doc["k"].astext == "v"), [postgresql.dialect()])
show(select(sale.c.id).where(sale.c.doc.has_key("a"), sale.c.doc.op("?")("a")))
show(select(sale.c.id).where(sale.c.amount.between(1, 5), ~sale.c.amount.between(7, 9), sale.c.amount.between(9, 1, symmetric=True)))
show(select(sale.c.id).where(sa.between(sale.c.id, 1, 2), sale.c.shop.ilike("a%"), sale.c.shop.not_like("_b"), sale.c.shop.regexp_match("^a")))
show(select(sale.c.id).where(sale.c.shop.startswith("a"), sale.c.shop.endswith("%", autoescape=True), sale.c.shop.icontains("q")))
show(select(sale.c.id).where(sale.c.shop.is_distinct_from(None), sale.c.shop.is_not(None), sale.c.id.in_([1]), sale.c.id.not_in([2])))
show(select(sale.c.shop.collate("C"), sa.collate(sale.c.shop, "NOCASE")).order_by(sale.c.shop.desc().nulls_first()))
show(select(-sale.c.amount, sale.c.amount + 1 - 2 * sale.c.id, (sale.c.amount + 1) * 2, sale.c.id % 3, sale.c.amount / 2, sale.c.id // 2))
show(select(sale.c.shop + "x" + sale.c.shop, "x" + sale.c.shop, sale.c.shop.concat(5)))
show(select(sale.c.id.bitwise_and(4), sale.c.id.bitwise_or(1).bitwise_xor(2), sa.bitwise_not(sale.c.id), sale.c.id.bitwise_lshift(2)))
show(select(sale.c.id).where(or_(and_(sale.c.id == 1, sale.c.shop == "a"), sa.not_(or_(sale.c.id == 2, sale.c.id == 3)))))
show(select(sale.c.id).where(and_(), or_(False, sale.c.id == 1), and_(True, sale.c.id == 2)))
show(select(sale.c.id.op("<->")(5), sale.c.id.bool_op("&&")(3), sale.c.shop.op("||", precedence=5)("a")))
show(select(text("1 AS one"), sale.c.id).select_from(sale).where(text("id > 5")).order_by(text("id DESC")).group_by(text("id")))
