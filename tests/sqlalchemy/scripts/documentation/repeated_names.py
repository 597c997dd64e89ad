# Columns of one name from several tables: what they are called below a subquery, a CTE, a UNION, and their keys.
import sqlalchemy as sa
from sqlalchemy import Column, Integer, MetaData, String, Table, case as case_, cast, column, delete, exists, extract, func, insert, literal, literal_column, null, select, text, union, update

from shared.cases import case, statement_case

m = MetaData()
hen = Table("hen", m, Column("id", Integer), Column("name", String, key="called"), Column("n", Integer))
egg = Table("egg", m, Column("id", Integer), Column("name", String), Column("n", Integer))
both = select(hen.c.id, egg.c.id, hen.c.called, egg.c.name)
inner = both.subquery("s")
named = select(hen, egg).cte("c")


@statement_case
def below():
    d = select(hen.c.id, egg.c.id).subquery("d")
    first = select(hen.c.id, egg.c.id).cte("walk", recursive=True)
    return [
        lambda: both,
        lambda: select(inner),
        lambda: select(inner.c.id_1),
        lambda: select(inner.c.id_1 + 1, inner.c.name).where(inner.c.id_1 == 4, inner.c.name == "x", inner.c.called == "y"),
        lambda: select(named),
        lambda: select(select(named.c.id_1, named.c.id).subquery(), named.c.n_1),
        lambda: select(select(hen.c.id, egg.c.id, hen.alias("z").c.id).subquery()),
        lambda: select(select(hen.c.id, egg.c.id).union(select(egg.c.id, hen.c.id)).subquery()),
        lambda: select(hen.join(egg, hen.c.id == egg.c.id).select().subquery("j")),
        lambda: select(select(func.count(), func.count()).subquery()),
        lambda: select(select(func.max(hen.c.id), func.max(egg.c.id)).subquery().c.max_1),
        lambda: select(select(hen.c.id, func.f(), egg.c.id).cte("c2")),
        lambda: select(d.alias("e")),
        lambda: select(d.alias("e").c.id_1),
        lambda: select(hen.alias("h").alias("k").c.id),
        lambda: insert(hen).from_select(["id"], select(d.c.id_1)),
        lambda: select(hen.c.id).where(hen.c.id.in_(select(d.c.id_1))),
        lambda: select(d.c.id_1.label("q")).group_by(d.c.id_1).having(func.max(d.c.id_1) > 3).order_by(d.c.id_1.desc()),
        lambda: update(hen).values(id=d.c.id_1).where(hen.c.id == d.c.id),
        lambda: delete(hen).where(exists().where(hen.c.id == d.c.id_1)),
        lambda: select(first.union_all(select(first.c.id_1, first.c.id).where(first.c.id_1 < 5))),
        lambda: select(hen.c.id).join(d, d.c.id_1 == hen.c.id),
        lambda: select(select(hen.c.id, egg.c.id).lateral("l").c.id_1),
        lambda: select(select(hen, egg).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL).subquery().c.egg_id),
    ]


@case
def keys():
    for it in (
        both,
        select(func.count()),
        select(func.count(), func.count(), func.max(hen.c.id), hen.c.id + 1, hen.c.id + 2, cast(hen.c.id, String), literal(5), text("x"), literal_column("q"), null(), egg.c.name.label("zz")),
        select(hen, egg),
        select(hen, hen.alias("h2")).set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL),
        select(hen.c.id, hen.c.id, egg.c.id),
        select(hen.c.id, func.f(), egg.c.id),
        text("SELECT 1, 2").columns(column("x"), column("x")),
        select(hen.c.id, egg.c.id).union(select(egg.c.id, hen.c.id)),
        select(case_((hen.c.id == 1, 2)), extract("year", hen.c.n), func.count().over(), func.count().filter(hen.c.id > 1), select(hen.c.id).scalar_subquery(), func.p.f(1), func.now()),
    ):
        print(it.selected_columns.keys(), it.subquery().c.keys())
    print(insert(hen).returning(hen.c.id, egg.c.id).cte("i").c.keys(), inner.c.name.type, inner.c.id_1.key, named.c.keys())
    try:
        inner.c.nothing
    except AttributeError as error:
        print(error)


@case
def executed():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        m.create_all(connection)
        connection.execute(hen.insert().values(id=1, called="a", n=10))
        connection.execute(egg.insert().values(id=2, name="b", n=20))
        for statement in (both, select(inner), select(named), select(inner.c.id_1, inner.c.name), select(hen, egg)):
            result = connection.execute(statement)
            print(list(result.keys()), result.all())
        print(connection.execute(insert(hen).from_select(["id", "called"], select(inner.c.id_1, inner.c.name))).rowcount)
        print(connection.execute(select(hen)).all())
        print(connection.execute(hen.insert().returning(hen.c.id, hen.c.n), [{"id": 7, "n": 1}, {"id": 8, "n": 2}]).all())
        print(connection.scalar(func.upper("direct")), connection.execute(func.count()).scalar())
        for it in (hen, hen.c.id, literal(5), exists().where(hen.c.id == 1), select(hen).subquery()):
            try:
                connection.execute(it)
            except sa.exc.ObjectNotExecutableError as error:
                print(type(error).__name__, str(error).split(":")[0])
