# Selecting: columns, joins, grouping, subqueries, CTEs, set operations, functions of every kind.
import sqlalchemy as sa
from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, String, Table, bindparam, case as case_, cast, column, func, literal, literal_column, select, table, text, type_coerce, union_all
from sqlalchemy.dialects import postgresql, sqlite

from shared.cases import statement_case as case


m = MetaData()
poet = Table("poet", m, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("born", Integer))
poem = Table("poem", m, Column("id", Integer, primary_key=True), Column("poet_id", ForeignKey("poet.id"), nullable=False), Column("title", String, nullable=False))
part = table("part", column("part"), column("sub_part"), column("quantity", Integer))


@case
def columns():
    return [
        lambda: select(poet),
        lambda: select(poet.c.name, poet.c.born),
        lambda: select(poet.c["name", "born"]),
        lambda: select(poet).where(poet.c.name == "rilke"),
        lambda: select(("By " + poet.c.name).label("by")).order_by(poet.c.name),
        lambda: select(text("'fixed'"), poet.c.name).order_by(poet.c.name),
        lambda: select(literal_column("'fixed'").label("f"), poet.c.name),
        lambda: select(poet).filter_by(name="rilke", born=1875),
        lambda: select(literal_column("1"), literal("x"), sa.null(), sa.true().label("yes"), 5),
        lambda: select(poet.c.id, poem.c.id),
        lambda: select(poet, poem).join(poem).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL),
        lambda: select(poet).with_only_columns(poet.c.id),
        lambda: select(poet.c.id).add_columns(poet.c.name),
        lambda: select(text("a"), text("b")).select_from(text("c")),
        lambda: select("*").select_from(poet),
        lambda: select(poet.c.born.label("year")).order_by("year"),
        lambda: select(poet.c.born.label("year")).order_by(sa.desc("year"), "nothing"),
    ]


@case
def joins():
    alias = poet.alias("elder")
    return [
        lambda: select(poet.c.name, poem.c.title),
        lambda: select(poet.c.name, poem.c.title).join_from(poet, poem),
        lambda: select(poet.c.name, poem.c.title).join(poem),
        lambda: select(poem.c.title).select_from(poet).join(poem),
        lambda: select(func.count("*")).select_from(poet),
        lambda: select(func.count()).select_from(poet),
        lambda: select(poem.c.title).select_from(poet).join(poem, poet.c.id == poem.c.poet_id),
        lambda: select(poet).join(poem, isouter=True),
        lambda: select(poet).join(poem, full=True),
        lambda: select(poet).outerjoin(poem),
        lambda: select(poet).outerjoin_from(poet, poem, full=True),
        lambda: select(poet.join(poem)),
        lambda: select(poet.c.name, alias.c.name).join_from(poet, alias, poet.c.born > alias.c.born),
        lambda: select(poet, alias).where(poet.c.born == alias.c.born),
        lambda: sa.join(poet, poem).join(alias, alias.c.id == poem.c.poet_id),
        lambda: select(poet).join(poem).join(alias, sa.true()),
        lambda: select(sa.tablesample(poet, func.bernoulli(1), name="some", seed=func.random()).c.name),
        lambda: select(poet).select_from(sa.tablesample(poet, 5)),
    ]


@case
def ordering():
    return [
        lambda: select(poet).order_by(poet.c.name),
        lambda: select(poet).order_by(poet.c.born.desc()),
        lambda: select(poem.c.poet_id, func.count(poem.c.id).label("many")).group_by("poet_id").order_by("poet_id", sa.desc("many")),
        lambda: select(poet.c.name, func.count(poem.c.id).label("n")).join(poem).group_by(poet.c.name).having(func.count(poem.c.id) > 1),
        lambda: select(poet).order_by(None),
        lambda: select(poet).limit(5).offset(10),
        lambda: select(poet).offset(3),
        lambda: select(poet).fetch(5),
        lambda: select(poet).fetch(5, with_ties=True).order_by(poet.c.id),
        lambda: select(poet).fetch(5, percent=True),
        lambda: select(poet).slice(2, 6),
        lambda: select(poet).limit(bindparam("lim")).offset(poet.c.id),
        lambda: select(poet).distinct(),
        lambda: select(poet).distinct(poet.c.name),
        lambda: select(poet).with_for_update(),
        lambda: select(poet).with_for_update(nowait=True, of=poet),
        lambda: select(poet).with_for_update(read=True, skip_locked=True),
        lambda: select(poet).with_for_update(key_share=True),
        lambda: select(poet).with_for_update(read=True, key_share=True, of=[poet.c.id]),
        lambda: select(poet).prefix_with("HIGH_PRIORITY").suffix_with("-- end"),
        lambda: select(poet).prefix_with("ALL", dialect="postgresql"),
        lambda: select(poet).with_hint(poet, "ONLY", "postgresql"),
        lambda: select(poet).order_by(sa.nulls_first(sa.desc(poet.c.born)), sa.asc(poet.c.name), sa.nulls_last(poet.c.id)),
        lambda: select(poet).correlate(poem).where(True),
    ]


@case
def subqueries():
    counted = select(func.count(poem.c.id).label("n"), poem.c.poet_id).group_by(poem.c.poet_id).subquery()
    scalar = select(func.count(poem.c.id)).where(poet.c.id == poem.c.poet_id).scalar_subquery()
    apart = select(func.count(poem.c.id)).where(poet.c.id == poem.c.poet_id).scalar_subquery().correlate(poet)
    lateral = select(func.count(poem.c.id).label("n"), poem.c.title, poem.c.poet_id).where(poet.c.id == poem.c.poet_id).lateral()
    return [
        lambda: select(counted.c.poet_id, counted.c.n),
        lambda: select(poet.c.name, counted.c.n).join_from(poet, counted),
        lambda: scalar,
        lambda: scalar == 5,
        lambda: select(scalar),
        lambda: select(poet.c.name, scalar.label("n")),
        lambda: select(poet.c.name, poem.c.title, apart.label("n")).join_from(poet, poem).order_by(poet.c.id),
        lambda: select(poet.c.name, lateral.c.n, lateral.c.title).join_from(poet, lateral).order_by(poet.c.id),
        lambda: select(poet).where(select(func.count(poem.c.id)).where(poem.c.poet_id == poet.c.id).having(func.count(poem.c.id) > 1).group_by(poem.c.poet_id).exists()),
        lambda: select(poet.c.name).where(~select(poem.c.id).where(poet.c.id == poem.c.poet_id).exists()),
        lambda: select(sa.exists().where(poet.c.id == 3)),
        lambda: select(poet).where(sa.exists(poem.c.id).where(poem.c.poet_id == poet.c.id)),
        lambda: sa.exists(select(poem.c.id)).select(),
        lambda: select(sa.exists(text("1")).select_from(poem)),
        lambda: select(select(poet.c.id).subquery("named").c.id),
        lambda: select(sa.lateral(select(poem).where(poem.c.poet_id == poet.c.id), name="mine")).select_from(poet),
        lambda: select(poet.alias().c.name),
        lambda: select(poet).select_from(sa.alias(poet, name="p2")),
        lambda: select(text("x")),
        lambda: text("SELECT id, name FROM poet").columns(poet.c.id, poet.c.name).subquery().select(),
        lambda: text("SELECT id, name FROM poet WHERE id = :x").columns(id=Integer, name=String).bindparams(x=4).cte("c").select(),
    ]


@case
def ctes():
    counted = select(func.count(poem.c.id).label("n"), poem.c.poet_id).group_by(poem.c.poet_id).cte()
    first = select(poet.c.id).where(poet.c.name == "a").cte("first")
    second = select(first.c.id).cte("second")
    walk = select(part.c.sub_part, part.c.part, part.c.quantity).where(part.c.part == "wheel").cte("walk", recursive=True)
    upper, lower = walk.alias(), part.alias()
    walk = walk.union_all(select(lower.c.sub_part, lower.c.part, lower.c.quantity).where(lower.c.part == upper.c.sub_part))
    changed = poet.update().where(poet.c.id == bindparam("which")).values(born=1).returning(poet.c.id).cte("changed")
    gone = poem.delete().returning(poem.c.id).cte("gone")
    kept = select(poet).cte("kept").prefix_with("MATERIALIZED", dialect="postgresql")
    nested = select(literal(1).label("one")).cte("nested", nesting=True)
    return [
        lambda: select(poet.c.name, counted.c.n).join_from(poet, counted),
        lambda: select(first.c.id, second.c.id),
        lambda: select(walk.c.sub_part, func.sum(walk.c.quantity).label("total")).group_by(walk.c.sub_part),
        lambda: select(changed),
        lambda: select(func.count()).select_from(gone),
        lambda: poet.delete().where(poet.c.id == first.c.id),
        lambda: select(poet).add_cte(changed),
        lambda: select(kept),
        lambda: select(first.alias("again")),
        lambda: select(first).union(select(second)),
    ]


@case
def sets():
    one, two = select(poet).where(poet.c.id == 1), select(poet).where(poet.c.id == 2)
    both = union_all(one, two)
    return [
        lambda: both,
        lambda: both.order_by("name").limit(3),
        lambda: select(both.subquery().c.name),
        lambda: both.subquery().select(),
        lambda: one.union(two),
        lambda: one.intersect(two),
        lambda: one.except_(two),
        lambda: sa.intersect_all(one, two),
        lambda: sa.except_all(one, two),
        lambda: sa.union(one.limit(1), two.order_by(poet.c.name)),
        lambda: sa.union(one.limit(1).subquery().select(), two),
        lambda: sa.union(one, two).alias("z").select(),
        lambda: sa.except_(sa.union(one, two), one),
    ]


@case
def functions():
    return [
        lambda: select(func.count()).select_from(poet),
        lambda: select(func.lower("LOUD")),
        lambda: select(func.now()),
        lambda: select(func.some_function_of_mine(poet.c.name, 17)),
        lambda: select(func.upper("quiet") + " tail"),
        lambda: select(func.upper("quiet", type_=String) + " tail"),
        lambda: select(func.pg_catalog.now(), func.deep.down.here(1)),
        lambda: func.concat("x", "y"),
        lambda: func.char_length(poet.c.name),
        lambda: func.coalesce(poet.c.name, "none", poet.c.id),
        lambda: func.max(poet.c.born) - func.min(poet.c.born),
        lambda: func.sum(poet.c.born) / 2,
        lambda: func.current_date(),
        lambda: func.current_time(),
        lambda: func.current_timestamp(),
        lambda: func.current_user(),
        lambda: func.localtime(),
        lambda: func.localtimestamp(),
        lambda: func.session_user(),
        lambda: func.user(),
        lambda: func.sysdate(),
        lambda: func.random(),
        lambda: func.array_agg(poet.c.name),
        lambda: func.string_agg(poet.c.name, ","),
        lambda: func.aggregate_strings(poet.c.name, "; "),
        lambda: func.cube(poet.c.id, poet.c.name),
        lambda: func.rollup(poet.c.id, poet.c.name),
        lambda: func.grouping_sets(sa.tuple_(poet.c.id, poet.c.name), poet.c.born),
        lambda: select(func.sum(poet.c.born)).group_by(func.cube(poet.c.id, poet.c.name)),
        lambda: func.rank(5).within_group(poet.c.born),
        lambda: func.dense_rank(1).within_group(poet.c.born.desc()),
        lambda: func.percent_rank(0.5).within_group(poet.c.born),
        lambda: func.cume_dist(0.5).within_group(poet.c.born),
        lambda: func.mode().within_group(poet.c.name),
        lambda: func.percentile_cont(0.5).within_group(poet.c.born, poet.c.id),
        lambda: func.unnest(func.percentile_disc([0.25, 0.5]).within_group(poet.c.name)),
        lambda: sa.within_group(func.mode(), poet.c.name),
        lambda: func.extract("year", poet.c.born),
        lambda: sa.extract("epoch", func.now()),
        lambda: func.row_number(),
        lambda: getattr(func, "left")(poet.c.name, 2),
        lambda: func.Mixed("x"),
        lambda: getattr(func, "with space")(1),
        lambda: sa.func.count(sa.distinct(poet.c.name)),
        lambda: func.count(poet.c.id).label("n").desc(),
        lambda: func.f(None, True, 5, "a", [1, 2]),
    ]


@case
def types_of_functions():
    for f in (func.now(), func.nothing_known(), func.max(Column("x", Integer)), func.max(Column("x", String)), func.current_date(), func.concat("x", "y"), func.upper("a"), func.count(), func.json_object("{}"), func.array_agg(Column("x", Integer)), func.coalesce(Column("x", Integer), 4), func.char_length("x"), func.rank(), func.cume_dist()):
        print(f.name, repr(f.type))
    return []


@case
def windows():
    return [
        lambda: select(func.row_number().over(partition_by=poet.c.name), poet.c.name),
        lambda: select(func.count().over(order_by=poet.c.name)),
        lambda: func.row_number().over(order_by="born"),
        lambda: func.row_number().over(order_by=[poet.c.born, poet.c.name.desc()], partition_by=[poet.c.id, "name"]),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, rows=(-2, 0)),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, range_=(None, 3)),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, range_=(0, None)),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, rows=(None, None)),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, groups=(1, 3)),
        lambda: func.sum(poet.c.born).over(),
        lambda: sa.over(func.rank(), order_by=poet.c.id),
        lambda: func.count(poem.c.title).filter(poet.c.name == "a"),
        lambda: func.count(poem.c.title).filter(poet.c.name == "a", poet.c.id > 1).over(partition_by=poet.c.id),
        lambda: sa.funcfilter(func.count(1), poet.c.name == "x"),
        lambda: func.rank(1).within_group(poet.c.born).filter(poet.c.id > 2),
        lambda: func.percentile_cont(0.5).within_group(poet.c.born).over(partition_by=poet.c.id),
        lambda: func.sum(poet.c.born).over(order_by=poet.c.id, rows=sa.FrameClause(1, 2)) if hasattr(sa, "FrameClause") else func.a(),
    ]


@case
def tables_of_functions():
    each = func.json_each('["a", "b"]').table_valued("value")
    return [
        lambda: select(each).where(each.c.value.in_(["a", "c"])),
        lambda: select(func.json_array_elements('["a"]').column_valued("x")),
        lambda: select(func.json_each("{}").table_valued("key", "value")),
        lambda: select(func.json_populate_record(literal_column("null::rowtype"), "{}").table_valued("a", "b", name="x")),
        lambda: select(func.json_to_record("{}").table_valued(column("a", Integer), column("b", sa.Text)).render_derived(name="x", with_types=True)),
        lambda: select(func.generate_series(4, 1, -1).table_valued("value", with_ordinality="ordinality").render_derived()),
        lambda: select(func.generate_series(1, 5).table_valued("value").render_derived("s")),
        lambda: select(func.unnest(poet.c.name).table_valued("v", joins_implicitly=True)).select_from(poet),
        lambda: select(func.row_to_json(poet.table_valued())),
        lambda: select(func.generate_series(1, 3).alias("s").column),
        lambda: select(func.unnest(sa.text("'{1,2}'::int[]")).column_valued()),
        lambda: func.now().select(),
    ]


@case
def conversions():
    return [
        lambda: select(cast(poet.c.id, String)),
        lambda: cast(poet.c.id, sa.Numeric(10, 2)),
        lambda: poet.c.id.cast(String(5)),
        lambda: select(type_coerce(poet.c.name, Integer) + 1),
        lambda: poet.c.id.label("z").cast(String),
        lambda: select(sa.cast(None, Integer), sa.cast(sa.bindparam("q"), Integer)),
    ]


@case
def cases():
    return [
        lambda: case_((poet.c.name == "a", "A"), (poet.c.name == "b", "B"), else_="C"),
        lambda: case_({"a": "A", "b": "B"}, value=poet.c.name, else_="C"),
        lambda: case_((poet.c.born > 5, literal_column("'old'")), (poet.c.born > 2, sa.null()), else_=literal_column("'new'")),
        lambda: select(poet).where(case_({"a": 1}, value=poet.c.name) == 1),
        lambda: case_((poet.c.id == 1, poet.c.name)).label("chosen"),
    ]


@case
def bound():
    return [
        lambda: select(poet).where(poet.c.name == bindparam("who")),
        lambda: select(poet).where(poet.c.name.like(bindparam("who", type_=String) + "%")),
        lambda: select(poet).where(poet.c.id == bindparam("i", value=4, unique=True), poet.c.born == bindparam("i", value=5, unique=True)),
        lambda: select(poet).where(poet.c.id.in_(bindparam("ids", expanding=True))),
        lambda: text("SELECT :a, :b \\:c ::d '::e'").bindparams(bindparam("a", type_=Integer), b="it"),
        lambda: text("SELECT * FROM poet WHERE id IN :ids").bindparams(bindparam("ids", [1, 2], expanding=True)),
        lambda: bindparam("callable", callable_=lambda: 7, type_=Integer),
    ]


@case
def values():
    v = sa.values(column("id", Integer), column("word", String), name="given").data([(1, "a"), (2, "b")])
    lit = sa.values(column("id", Integer), name="given", literal_binds=True).data([(1,), (2,)])
    return [
        lambda: select(v),
        lambda: select(lit),
        lambda: select(poet).join(v, v.c.id == poet.c.id),
        lambda: v,
        lambda: v.lateral("lv"),
    ]
