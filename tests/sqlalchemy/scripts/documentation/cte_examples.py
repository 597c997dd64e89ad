# WITH: nested in the statement that uses it, of VALUES, of INSERT and the like, those that nothing refers to.
import sqlalchemy as sa
from sqlalchemy import Integer, String, column, func, insert, literal, literal_column, select, table, text, update, values

from shared.cases import case, statement_case

parts = table("parts", column("id", Integer), column("parent", Integer), column("name", String), column("n", Integer))
bins = table("bins", column("id", Integer), column("part", Integer), column("n", Integer))


@statement_case
def nested():
    def one():
        few = select(parts.c.id).where(parts.c.n < 5).cte("few", nesting=True)
        low = select(bins.c.part).where(bins.c.part == few.c.id).cte("low")
        return select(low.c.part)

    def twice():
        first = select(literal(1).label("v")).cte("v1", nesting=True)
        second = select(literal(2).label("v")).cte("v1", nesting=True)
        a = select(first.c.v).cte("a")
        b = select(second.c.v).cte("b")
        return select(a.c.v, b.c.v)

    def same_name():
        outer = select(literal_column("1").label("x")).cte("c")
        inner = select(literal_column("2").label("x")).cte("c", nesting=True)
        return select(outer.c.x, select(inner.c.x).scalar_subquery().label("y"))

    def in_subquery():
        inner = select(parts.c.id).cte("inner_parts", nesting=True)
        return select(select(inner.c.id).subquery("s"))

    def in_union():
        inner = select(parts.c.id).cte("p", nesting=True)
        return select(inner.c.id).union(select(bins.c.id))

    def in_nested_union():
        inner = select(parts.c.id).cte("p", nesting=True)
        return select(select(inner.c.id).union(select(bins.c.id)).subquery("u"))

    def outermost():
        return select(select(parts.c.id).cte("p", nesting=True))

    def recursive():
        top = select(parts.c.id, parts.c.parent).where(parts.c.parent.is_(None)).cte("tree", recursive=True, nesting=True)
        tree = top.union_all(select(parts.c.id, parts.c.parent).where(parts.c.parent == top.c.id))
        return select(select(func.count()).select_from(tree).scalar_subquery().label("n"))

    def with_parameters():
        few = select(parts.c.id).where(parts.c.n < 5, parts.c.name == "a").cte("few", nesting=True)
        return select(bins.c.id).where(bins.c.n == 3, bins.c.part.in_(select(few.c.id).where(few.c.id > 7))).limit(2)

    def inserted():
        few = select(parts.c.id).cte("few", nesting=True)
        return insert(bins).from_select(["part"], select(few.c.id))

    def below_dml():
        few = select(parts.c.id).cte("few", nesting=True)
        gone = sa.delete(bins).where(bins.c.part.in_(select(few.c.id))).returning(bins.c.id).cte("gone")
        return select(gone.c.id)

    return [one, twice, same_name, in_subquery, in_union, in_nested_union, outermost, recursive, with_parameters, inserted, below_dml]


@statement_case
def apart():
    def not_used():
        return select(parts.c.id).add_cte(select(bins.c.id).cte("b"))

    def here():
        low = select(bins.c.part).where(bins.c.n < 3).cte("low")
        inner = select(low.c.part).add_cte(low, nest_here=True).subquery("i")
        return select(inner.c.part)

    def here_twice():
        low = select(bins.c.part).cte("low")
        a = select(low.c.part).add_cte(low, nest_here=True).subquery("a")
        b = select(low.c.part).add_cte(low, nest_here=True).subquery("b")
        return select(a.c.part, b.c.part)

    def several():
        a, b = select(bins.c.id).cte("a"), insert(parts).values(id=1).cte("b")
        return update(parts).values(n=parts.c.id).add_cte(a, b)

    def dml():
        moved = sa.delete(parts).where(parts.c.n == 0).returning(parts).cte("moved")
        return insert(bins).from_select(["part", "n"], select(moved.c.id, moved.c.n))

    def text_of():
        return select(text("SELECT id FROM bins").columns(column("id", Integer)).cte("t"))

    def unnamed():
        a = select(bins.c.id).cte()
        b = select(parts.c.id).cte()
        return select(a.c.id, b.c.id)

    def aliased():
        a = select(bins.c.id).cte("a")
        other = a.alias("other")
        return select(a.c.id, other.c.id).where(a.c.id < other.c.id)

    def unrelated():
        return select(select(bins.c.id).cte("x").c.id, select(parts.c.id).cte("x").c.id)

    def words():
        return select(select(bins.c.id).cte("m").prefix_with("MATERIALIZED", dialect="postgresql").suffix_with("CYCLE id SET c USING p", dialect="postgresql").c.id)

    def compound():
        a = select(bins.c.id).union(select(parts.c.id)).cte("a")
        return select(a).order_by(a.c.id)

    def exists():
        a = select(bins.c.id).cte("a")
        return sa.delete(parts).where(sa.exists().where(parts.c.id == a.c.id))

    return [not_used, here, here_twice, several, dml, text_of, unnamed, aliased, unrelated, words, compound, exists]


@statement_case
def of_values():
    def one():
        v = values(column("id", Integer), column("name", String), name="v").data([(1, "a"), (2, "b")]).cte()
        return select(v.c.id, v.c.name)

    def named():
        v = values(column("id", Integer), column("name", String)).data([(1, "a")]).cte("named")
        return select(v).where(v.c.id == 1)

    def written():
        v = values(column("id", Integer), column("n", Integer), name="v", literal_binds=True).data([(1, 7), (2, 8)]).cte("v")
        return update(parts).where(parts.c.id == v.c.id).values(n=v.c.n)

    def inserted():
        v = values(column("id", Integer), column("n", Integer)).data([(1, 7)]).cte("v")
        return insert(bins).from_select(["id", "n"], select(v.c.id, v.c.n))

    def aliased():
        v = values(column("id", Integer), name="v").data([(1,)]).cte("w").alias("x")
        return select(v.c.id)

    def plain():
        v = values(column("id", Integer), name="v").data([(1,), (2,)])
        return select(v.alias("w").c.id)

    def unnamed():
        return select(values(column("id", Integer)).data([(1,), (2,)]))

    def scalar():
        return parts.c.id.in_(values(column("id", Integer)).data([(1,), (2,)]).scalar_values())

    def side():
        v = values(column("id", Integer), name="v").data([(1,)]).lateral("l")
        return select(parts.c.id, v.c.id).select_from(parts).join(v, sa.true())

    return [one, named, written, inserted, aliased, plain, unnamed, scalar, side]


@case
def online():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        v = values(column("id", Integer), column("name", String)).data([(1, "a"), (2, "b")]).cte("v")
        print(connection.execute(select(v.c.name).where(v.c.id == 2)).fetchall())
        low = select(v.c.id).where(v.c.name == "a").cte("low", nesting=True)
        print(connection.execute(select(v.c.id).where(v.c.id > 0, v.c.id.not_in(select(low.c.id).where(low.c.id < 9))).limit(3)).fetchall())
