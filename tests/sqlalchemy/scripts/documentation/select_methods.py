# The methods of row sources and statements, one after the other, with each of their arguments.
import datetime

import sqlalchemy as sa
from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, Numeric, String, Table, and_, column, delete, exists, func, insert, join, lateral, literal, literal_column, outerjoin, select, table, tablesample, text, true, union, union_all, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.dialects.postgresql import insert as pg_insert

from shared.cases import case, statement_case

meta = MetaData()
farm = Table("farm", meta, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("owner", Integer))
field = Table("field", meta, Column("id", Integer, primary_key=True), Column("farm_id", ForeignKey("farm.id")), Column("crop", String), Column("area", Numeric))
yields = Table("yields", meta, Column("field_id", Integer, primary_key=True), Column("day", Date, primary_key=True), Column("n", Integer), schema="stats")
loose = table("loose", column("a", Integer), column("b", String), column("c"))


@statement_case
def joins():
    return [
        lambda: select(farm).select_from(join(farm, field)),
        lambda: select(farm.c.id).select_from(farm.join(field, farm.c.id == field.c.farm_id)),
        lambda: select(farm.c.id).select_from(farm.outerjoin(field)),
        lambda: select(farm.c.id).select_from(farm.join(field, isouter=True)),
        lambda: select(farm.c.id).select_from(farm.join(field, full=True)),
        lambda: select(farm.c.id).select_from(outerjoin(farm, field, full=True)),
        lambda: select(farm.c.name).join(field),
        lambda: select(farm.c.name).join(field, farm.c.owner == field.c.id),
        lambda: select(farm.c.name, field.c.crop).join_from(farm, field),
        lambda: select(farm.c.name, yields.c.n).join_from(farm, field).join(yields, yields.c.field_id == field.c.id),
        lambda: select(farm.c.name).outerjoin(field),
        lambda: select(farm.c.name).outerjoin_from(farm, field, full=True),
        lambda: farm.join(field).select(),
        lambda: farm.select().where(farm.c.id == 5),
        lambda: select(farm.join(field)),
        lambda: select(farm.join(field).c.farm_id, farm.join(field).c.field_id),
    ]


@statement_case
def aliases():
    a, b = farm.alias("a"), farm.alias()
    return [
        lambda: select(a.c.id, b.c.id).where(a.c.id < b.c.id),
        lambda: select(sa.alias(farm, "z")),
        lambda: select(select(farm.c.id, farm.c.name).subquery()),
        lambda: select(select(farm.c.id.label("k")).subquery("s").c.k),
        lambda: select(farm.c.id).alias("old").select(),
        lambda: select(farm.tablesample(5)),
        lambda: select(tablesample(farm, func.bernoulli(1), name="few", seed=func.random()).c.id),
        lambda: select(func.row_to_json(farm.table_valued())),
        lambda: select(farm.c.id, lateral(select(field.c.crop).where(field.c.farm_id == farm.c.id), "l").c.crop),
        lambda: select(farm.c.id).join(select(field.c.crop).where(field.c.farm_id == farm.c.id).lateral("l"), true()),
        lambda: select(yields.alias("y").c.n),
        lambda: select(a).where(exists().where(a.c.id == field.c.farm_id)),
    ]


@statement_case
def functions_as_rows():
    return [
        lambda: select(func.json_each('["a", "b"]').table_valued("value").c.value),
        lambda: select(func.json_each('["a"]').table_valued("key", "value")),
        lambda: select(func.series(1, 9).table_valued("n", name="s").c.n),
        lambda: select(func.f().table_valued("value").column),
        lambda: select(func.rows('[{"a": 1}]').table_valued(column("a", Integer), column("b", String)).render_derived(with_types=True)),
        lambda: select(func.f(farm.c.id).table_valued("v").render_derived(name="d").lateral().c.v),
        lambda: select(func.f(farm.c.id).table_valued("v").lateral("w").c.v),
        lambda: select(func.f(farm.c.id).table_valued("v").lateral("w").render_derived().c.v),
        lambda: select(func.generate_series(1, 5).column_valued()),
        lambda: select(func.generate_series(1, 5).column_valued("x")),
        lambda: select(func.generate_series(1, 5).alias("x").column),
        lambda: select(func.unnest(farm.c.id).table_valued("v").alias("w").c.v),
        lambda: select(farm.c.id, func.jsonb_each(farm.c.name).table_valued("k", joins_implicitly=True).c.k),
        lambda: select(func.f(1).scalar_table_valued("k")),
        lambda: select(func.f(1).scalar_table_valued("k").label("q")),
        lambda: select(func.max(farm.c.id).label("m"), func.count("*"), func.coalesce(farm.c.name, "?")),
        lambda: select(func.f(farm.c.id, type_=Integer) + 1),
        lambda: select(func.pkg.sub.f()),
        lambda: select(func.current_timestamp(), func.now(), func.session_user()),
        lambda: select(func.string_agg(farm.c.name, ", ").filter(farm.c.id > 1)),
        lambda: select(func.concat("a", farm.c.name), func.char_length(farm.c.name)),
        lambda: select(func.cube(farm.c.id), func.count()).group_by(func.grouping_sets(sa.tuple_(farm.c.id), sa.tuple_(farm.c.name))),
        lambda: select(sa.aggregate_strings(farm.c.name, ", ")) if hasattr(sa, "aggregate_strings") else select(func.aggregate_strings(farm.c.name, ", ")),
    ]


@statement_case
def selects():
    two = select(farm.c.id, farm.c.name)
    return [
        lambda: two.distinct(),
        lambda: two.distinct(farm.c.name),
        lambda: two.limit(3).offset(2),
        lambda: two.offset(2),
        lambda: two.slice(1, 3),
        lambda: two.fetch(4),
        lambda: two.order_by(farm.c.id).fetch(4, with_ties=True).offset(1),
        lambda: two.fetch(10, percent=True),
        lambda: two.limit(5).limit(None),
        lambda: two.limit(func.f()),
        lambda: two.add_columns(farm.c.owner),
        lambda: two.column(farm.c.owner),
        lambda: two.with_only_columns(farm.c.owner),
        lambda: select(farm.c.id, field.c.id).with_only_columns(farm.c.id, maintain_column_froms=True),
        lambda: two.filter(farm.c.id > 1).filter_by(name="x"),
        lambda: two.group_by(farm.c.id, farm.c.name).having(func.count() > 1).having(func.max(farm.c.id) < 9),
        lambda: two.with_for_update(),
        lambda: two.with_for_update(nowait=True),
        lambda: two.with_for_update(read=True, skip_locked=True),
        lambda: two.with_for_update(key_share=True, of=farm),
        lambda: two.with_for_update(of=[farm.c.id]),
        lambda: two.prefix_with("ALL"),
        lambda: two.prefix_with("HIGH", dialect="mysql").suffix_with("END", dialect="postgresql"),
        lambda: two.with_hint(farm, "ONLY", "postgresql"),
        lambda: two.with_statement_hint("/* h */", "postgresql"),
        lambda: two.set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL),
        lambda: select(farm.c.id, field.c.id).join_from(farm, field),
        lambda: select(farm.c.id.label("x"), literal(1), literal("a").label("y"), None, True),
        lambda: select(func.count("*")).select_from(farm),
        lambda: select(text("id")).select_from(farm),
        lambda: select(literal_column("count(*)").label("n")).select_from(text("x")),
        lambda: select(column("id"), column("name")).select_from(table("user")),
        lambda: select(),
        lambda: select(farm.c.id).where(farm.c.id == select(func.max(field.c.farm_id)).scalar_subquery()),
        lambda: select(farm.c.id, select(func.count(field.c.id)).where(field.c.farm_id == farm.c.id).scalar_subquery().label("n")),
        lambda: select(farm.c.id, select(func.count(field.c.id)).where(field.c.farm_id == farm.c.id).label("n")),
        lambda: select(farm.c.id).where(select(field.c.id).where(field.c.farm_id == farm.c.id).correlate(None).exists()),
        lambda: select(farm.c.id).where(select(field.c.id).where(field.c.farm_id == farm.c.id).correlate_except(field).exists()),
        lambda: exists(farm.c.id).where(farm.c.id == 5).select(),
        lambda: ~exists().where(farm.c.id == 1),
        lambda: select(exists(select(farm.c.id))),
        lambda: select(loose.c.a, loose.c.b).where(loose.c.c == "x"),
    ]


@statement_case
def sets():
    a, b, c = select(farm.c.id), select(field.c.id), select(loose.c.a)
    return [
        lambda: union(a, b),
        lambda: union_all(a, b, c).order_by("id").limit(3),
        lambda: sa.except_(a, b),
        lambda: sa.except_all(a, b),
        lambda: sa.intersect(a, b),
        lambda: a.intersect_all(b),
        lambda: union(a, union_all(b, c)),
        lambda: union(a.limit(1), b.order_by(field.c.id)),
        lambda: union(a, b).subquery("u").select(),
        lambda: select(union(a, b).alias().c.id),
        lambda: union(a, b).order_by(farm.c.id.desc()),
        lambda: farm.c.id.in_(union(b, c)),
        lambda: select(union(a, b).scalar_subquery()),
        lambda: union(a, b).with_for_update(),
    ]


@statement_case
def ctes():
    def totals():
        big = select(farm.c.owner, func.sum(farm.c.id).label("total")).group_by(farm.c.owner).cte("big")
        top = select(big.c.owner).where(big.c.total > select(func.sum(big.c.total) / 10).scalar_subquery()).cte("top")
        return select(farm.c.owner, func.count().label("n")).where(farm.c.owner.in_(select(top.c.owner))).group_by(farm.c.owner)

    def parts():
        part = table("part", column("sub"), column("part"), column("n", Integer))
        included = select(part.c.sub, part.c.part, part.c.n).where(part.c.part == "ours").cte(recursive=True)
        upper, lower = included.alias(), part.alias()
        included = included.union_all(select(lower.c.sub, lower.c.part, lower.c.n).where(lower.c.part == upper.c.sub))
        return select(included.c.sub, func.sum(included.c.n).label("total")).group_by(included.c.sub)

    def graph():
        edge = table("edge", column("id", Integer), column("left", Integer), column("right", Integer))
        root = select(literal(1).label("node")).cte("nodes", recursive=True)
        left = select(edge.c.left).join(root, edge.c.right == root.c.node)
        right = select(edge.c.right).join(root, edge.c.left == root.c.node)
        return select(root.union(left, right))

    def upsert():
        done = yields.update().where(and_(yields.c.field_id == 1, yields.c.day == datetime.date(2020, 1, 1))).values(n=yields.c.n + 5).returning(literal_column("1").label("one")).cte("done")
        return yields.insert().from_select([yields.c.field_id, yields.c.day, yields.c.n], select(literal_column("1"), func.current_date(), literal_column("5")).where(~exists(done.select())))

    def added():
        return select(loose).add_cte(loose.insert().values({"a": 1, "b": "y"}).cte())

    return [totals, parts, graph, upsert, added]


@statement_case
def writes():
    return [
        lambda: insert(farm),
        lambda: insert(farm).values(name="x"),
        lambda: insert(farm).values({"name": "x", farm.c.owner: 3}),
        lambda: insert(farm).values((1, "x", 3)),
        lambda: insert(farm).values([{"name": "x"}, {"name": "y"}]),
        lambda: insert(farm).values(name=func.upper("x"), owner=select(func.max(field.c.id)).scalar_subquery()),
        lambda: insert(farm).from_select(["name", "owner"], select(field.c.crop, field.c.id)),
        lambda: insert(farm).from_select([farm.c.name], union(select(field.c.crop), select(loose.c.b))),
        lambda: insert(farm).values(name="x").returning(farm.c.id, (farm.c.name + "!").label("loud")),
        lambda: insert(farm).returning(farm),
        lambda: insert(farm).inline().values(name="x"),
        lambda: insert(farm).prefix_with("OR REPLACE", dialect="sqlite"),
        lambda: insert(yields).values(n=1),
        lambda: update(farm).where(farm.c.id == 5).values(name="y"),
        lambda: update(farm).values({"name": farm.c.name + "x", farm.c.owner: None}),
        lambda: update(farm).where(farm.c.id == field.c.farm_id, field.c.crop == "rye").values(name=field.c.crop),
        lambda: update(farm).values(name=select(field.c.crop).where(field.c.farm_id == farm.c.id).scalar_subquery()),
        lambda: update(farm).ordered_values((farm.c.owner, 1), ("name", "z")),
        lambda: update(farm).values(name="x").returning(farm.c.id),
        lambda: update(farm.alias("f")).values(name="x"),
        lambda: update(farm).with_dialect_options(mysql_limit=10).values(name="x"),
        lambda: update(farm).with_hint("ONLY", dialect_name="postgresql").values(name="x"),
        lambda: update(farm),
        lambda: update(farm).where(farm.c.id.in_([1, 2])).where(farm.c.owner.is_(None)).values(owner=1),
        lambda: delete(farm),
        lambda: delete(farm).where(farm.c.id == 1).where(farm.c.name == "x"),
        lambda: delete(farm).filter_by(id=1).returning(farm.c.name),
        lambda: delete(field).where(field.c.farm_id == farm.c.id, farm.c.name == "x"),
        lambda: delete(farm).where(~exists().where(field.c.farm_id == farm.c.id)),
        lambda: delete(yields).where(yields.c.n < 1),
        lambda: farm.insert().values(name=sa.bindparam("who", type_=String)),
        lambda: farm.update().where(farm.c.id == sa.bindparam("key")).values(name=sa.bindparam("new")),
        lambda: insert(farm).values(nothing=1),
        lambda: update(farm).values(nothing=1),
    ]


@case
def conflicts():
    def show(*statements):
        for statement in statements:
            compiled = statement.compile(dialect=postgresql.dialect())
            print(compiled, list(compiled.params.items()))

    base = pg_insert(farm).values(id=1, name="x")
    show(
        base.on_conflict_do_nothing(),
        base.on_conflict_do_nothing(index_elements=["id"]),
        base.on_conflict_do_nothing(constraint="pk_farm"),
        base.on_conflict_do_nothing(constraint=farm.primary_key),
        base.on_conflict_do_update(index_elements=[farm.c.id], set_={"name": base.excluded.name}),
        base.on_conflict_do_update(index_elements=["id"], set_=dict(name="y", owner=farm.c.owner + 1), where=(farm.c.name != "z")),
        base.on_conflict_do_update(index_elements=["id"], index_where=farm.c.owner > 3, set_={farm.c.name: "q"}),
        base.on_conflict_do_update(constraint="u", set_={"name": func.lower(base.excluded.name)}).returning(farm.c.id),
        pg_insert(farm).values([{"id": 1}, {"id": 2}]).on_conflict_do_update(index_elements=[farm.c.id], set_={"owner": pg_insert(farm).excluded.owner}),
        pg_insert(loose).values(a=1).on_conflict_do_update(index_elements=[loose.c.a], set_={"a": 2}).add_cte(loose.delete().where(loose.c.a < 1).cte("gone")),
    )
    lite = sa.dialects.sqlite.insert(farm).values(id=1, name="x")
    for statement in (
        lite.on_conflict_do_nothing(),
        lite.on_conflict_do_update(index_elements=[farm.c.id], set_=dict(name="y")),
        lite.on_conflict_do_update(index_elements=["id"], set_={"name": lite.excluded.name}, where=farm.c.owner == 2),
        lite.on_conflict_do_update(index_elements=["name"], index_where=farm.c.name.like("x%"), set_=dict(name="y")),
        lite.on_conflict_do_update(set_=dict(name="y")),
    ):
        try:
            print(statement.compile(dialect=sqlite.dialect()))
        except Exception as error:
            print(type(error).__name__, error)


@case
def of_statements():
    statement = select(farm.c.id, farm.c.name.label("n"), func.count())
    print([c.name for c in statement.selected_columns if hasattr(c, "name")][:2])
    print([d["name"] for d in statement.column_descriptions], [str(d["type"]) for d in statement.column_descriptions])
    print(statement.whereclause, statement.where(farm.c.id == 1).whereclause)
    print([f.name for f in statement.get_final_froms()], [f.name for f in select(farm, field).columns_clause_froms])
    print(select(farm).subquery().c.keys(), farm.join(field).c.keys())
    print(farm.c.id.table is farm, farm.alias("q").c.id.table.name, select(farm).subquery("w").c.name.table.name)
    print(select(farm).exported_columns.keys(), insert(farm).returning(farm.c.id).exported_columns.keys())
    print(select(farm).subquery().corresponding_column(farm.c.name).name, farm.is_derived_from(farm))
    print(statement.is_select, insert(farm).is_insert, update(farm).is_dml, delete(farm).is_delete, statement.is_dml)
