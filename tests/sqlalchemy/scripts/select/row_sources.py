"""Joins, aliases, subqueries, CTEs, set operations, VALUES, functions as tables."""
import sqlalchemy as sa
from sqlalchemy import (Column, ForeignKey, Integer, MetaData, String, Table, column, exists, except_, func, intersect,
                        join, lateral, literal, outerjoin, select, table, tablesample, text, true, union, union_all,
                        values)
from sqlalchemy.dialects import postgresql, sqlite

m = MetaData()
team = Table("team", m, Column("id", Integer, primary_key=True), Column("name", String),
             Column("parent_id", Integer, ForeignKey("team.id")))
player = Table("player", m, Column("id", Integer, primary_key=True), Column("name", String),
               Column("team_id", Integer, ForeignKey("team.id")))
goal = table("goal", column("id", Integer), column("player_id", Integer), column("minute", Integer))


def show(statement):
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        name = dialect.name if dialect else "generic"
        try:
            print(name, "|", statement.compile(dialect=dialect))
        except Exception as e:
            print(name, "|", type(e).__name__, e)
    print()


# joins
show(team.join(player))
show(select(team.c.id).join(player))
show(select(team.c.id, player.c.name).join_from(team, player))
show(select(team.c.id).join(player, isouter=True))
show(select(team.c.id).outerjoin(player, full=True))
show(select(player.c.id).join(goal, goal.c.player_id == player.c.id))
show(select(goal.c.id).select_from(player).join(goal, goal.c.player_id == player.c.id).join(team))
show(select(team).select_from(team.join(player, team.c.id == player.c.team_id).outerjoin(goal, goal.c.player_id == player.c.id)))
show(select(team.c.id).select_from(outerjoin(team, player)))
show(select(join(team, player)))
show(select(team.c.id).select_from(team.join(player.join(goal, goal.c.player_id == player.c.id))))
show(select(goal.c.id).outerjoin_from(goal, player, goal.c.player_id == player.c.id))
j = team.join(player)
print(j.c.keys(), j.left.name, j.right.name, j.isouter)
for bad in (lambda: select(goal.c.id).join(player), lambda: goal.join(player), lambda: select(team, goal).join(player, true())):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0][:120])

# aliases
a = team.alias("a")
b = team.alias()
show(select(a.c.name, b.c.name).where(a.c.parent_id == b.c.id))
show(select(a).join(b, a.c.parent_id == b.c.id))
show(select(sa.alias(goal, "g")))
print(a.name, a.c.id.name, a.c.id.table is not None, a.element is team)

# subqueries
s = select(player.c.team_id, func.count().label("n")).group_by(player.c.team_id).subquery()
show(select(team.c.name, s.c.n).join(s, s.c.team_id == team.c.id))
show(select(s).where(s.c.n > 3))
named = select(player).where(player.c.id > 2).subquery("p")
show(select(named.c.name).order_by(named.c.id))
show(select(select(goal).alias("x").c.minute))
print(s.c.keys(), named.c.keys(), named.name)
scalar = select(func.max(goal.c.minute)).where(goal.c.player_id == player.c.id).scalar_subquery()
show(select(player.c.name, scalar.label("last")))
show(select(player.c.name, scalar))
show(select(player.c.name).where(scalar > 45))
show(select(player.c.name, select(func.count()).where(goal.c.player_id == player.c.id).label("n")))
show(select(player.c.id).where(player.c.team_id.in_(select(team.c.id).where(team.c.name == "x"))))
show(select(player.c.id).where(player.c.team_id.not_in(select(team.c.id))))
show(select(player.c.id).where(sa.tuple_(player.c.id, player.c.team_id).in_([(1, 2), (3, 4)])))
show(select(player.c.id).where(sa.tuple_(player.c.id, player.c.team_id).in_(select(goal.c.id, goal.c.minute))))
show(select(player.c.id).where(player.c.id == sa.any_(select(goal.c.player_id).scalar_subquery())))

# exists
show(select(player.c.id).where(exists().where(goal.c.player_id == player.c.id)))
show(select(player.c.id).where(~exists(goal.c.id).where(goal.c.player_id == player.c.id)))
show(select(player.c.id).where(select(goal.c.id).where(goal.c.player_id == player.c.id).exists()))
show(select(exists(select(goal.c.id))))
show(exists(select(literal(1)).select_from(goal)).select())
show(select(player.c.id).where(exists(select(goal.c.id).where(goal.c.player_id == player.c.id).correlate(player))))
show(select(player.c.id).where(sa.not_(exists().where(goal.c.id == 1)), player.c.id == 2))
show(select(player.c.id).where(select(goal.c.id).where(goal.c.player_id == player.c.id).correlate_except(goal).exists()))

# CTEs
c = select(player.c.team_id.label("t"), func.count().label("n")).group_by(player.c.team_id).cte("counts")
show(select(team.c.name, c.c.n).join(c, c.c.t == team.c.id))
show(select(c).where(c.c.n > 1).union_all(select(c)))
anonymous = select(goal).cte()
show(select(anonymous.c.id))
tree = select(team.c.id, team.c.parent_id, literal(0).label("depth")).where(team.c.parent_id == None).cte("tree", recursive=True)
tree = tree.union_all(select(team.c.id, team.c.parent_id, tree.c.depth + 1).where(team.c.parent_id == tree.c.id))
show(select(tree).order_by(tree.c.depth))
show(select(tree.c.id).join(team, team.c.id == tree.c.id))
numbers = select(literal(1).label("n")).cte("numbers", recursive=True)
numbers = numbers.union(select(numbers.c.n + 1).where(numbers.c.n < 10))
show(select(numbers.c.n))
first = select(goal).where(goal.c.minute < 10).cte("first")
second = select(first).where(first.c.id > 5).cte("second")
show(select(second.c.id, first.c.id).where(second.c.id == first.c.id))
show(select(team).add_cte(select(goal.c.id).cte("unused")))
show(select(c.prefix_with("MATERIALIZED", dialect="postgresql")))
ca = c.alias("again")
show(select(c.c.n, ca.c.n).where(c.c.t == ca.c.t))
d = player.delete().where(player.c.id > 5).returning(player.c.id, player.c.name).cte("gone")
show(select(d.c.id))
show(goal.insert().from_select(["id"], select(d.c.id)))
i = player.insert().values(name="x").returning(player.c.id).cte("added")
show(select(i))
show(team.update().values(name="u").where(team.c.id == c.c.t))
show(team.delete().where(team.c.id.in_(select(c.c.t))))

# set operations
x, y, z = select(team.c.id), select(player.c.id), select(goal.c.id)
show(union(x, y))
show(union_all(x, y, z))
show(x.union(y).order_by("id").limit(3))
show(intersect(x, y).offset(2))
show(except_(x, union(y, z)))
show(x.except_all(y))
show(x.intersect_all(y))
show(union(x.limit(1), y.order_by(player.c.id)))
show(select(union(x, y).subquery().c.id))
show(select(union(x, y).alias("both")))
show(union(x, y).cte("w").select())
show(select(team.c.id).where(team.c.id.in_(union(y, z))))
show(union(select(team.c.id.label("a")), select(player.c.id)).order_by("a"))
show(union(x, y).with_for_update())
show(union(x, y).scalar_subquery())

# VALUES
v = values(column("id", Integer), column("label", String), name="v").data([(1, "a"), (2, "b")])
show(select(v))
show(select(v.c.label).where(v.c.id == 2))
show(select(values(column("n", Integer), name="lit", literal_binds=True).data([(1,), (2,)]).data([(3,)])))
show(team.update().values(name=v.c.label).where(team.c.id == v.c.id))
show(select(team).join(v, v.c.id == team.c.id))

# lateral, samples
lat = select(goal.c.minute).where(goal.c.player_id == player.c.id).limit(1).lateral("last")
show(select(player.c.id, lat.c.minute).select_from(player.join(lat, true())))
show(select(player.c.id, lat.c.minute).join(lat, true()))
show(select(lateral(select(goal).where(goal.c.player_id == player.c.id), "l"), player.c.id))
show(select(tablesample(player, 10)))
show(select(player.tablesample(func.bernoulli(5), name="s", seed=func.random()).c.id))

# text
t = text("SELECT id, name FROM team WHERE id > :least").columns(column("id", Integer), column("name", String))
show(t)
show(select(t.subquery("q").c.name))
show(select(t.cte("q")))
show(t.bindparams(least=4))
show(text("SELECT 1").columns(id=Integer).subquery("z").select())
print(t.c.keys() if hasattr(t, "c") else "", t.selected_columns.keys())

# functions as tables
show(select(func.generate_series(text("1"), text("5")).alias("s")))
show(select(func.generate_series(1, 5).table_valued("n")))
g = func.generate_series(1, 5).table_valued("n", name="g")
show(select(g.c.n))
show(select(func.json_each(literal("{}")).table_valued("key", "value", joins_implicitly=True)))
show(select(func.unnest(func.array_agg(player.c.id)).column_valued("u")))
show(select(func.unnest(literal("x")).table_valued("v", with_ordinality="o").render_derived()))
show(select(func.json_to_recordset(literal("[]")).table_valued(column("a", Integer), column("b", String)).render_derived(name="r", with_types=True)))
show(select(team.table_valued()))
show(select(func.jsonb_array_elements(literal("[]")).table_valued("value").lateral()))
