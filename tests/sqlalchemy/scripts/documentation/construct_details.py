# What the docstrings of expressions, row sources and statements show besides: what constructs know of themselves, what they refuse.
import datetime

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Integer, MetaData, Numeric, String, Table, Unicode, all_, and_, any_, asc, between, bindparam, case as case_, cast, collate, column, delete, desc, distinct, exists, extract, false, func, insert, join, lateral, literal, literal_column, not_, null, nulls_first, nulls_last, or_, outerjoin, select, table, text, true, try_cast, tuple_, type_coerce, union, union_all, update, values, within_group
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import operators, quoted_name
from sqlalchemy.sql.elements import conv, UnaryExpression

from shared.cases import case, statement_case

m = MetaData()
user = Table("user", m, Column("id", Integer, primary_key=True), Column("name", String(30)), Column("on", Boolean), Column("born", Date))
post = Table("post", m, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user.id")), Column("title", String), Column("price", Numeric(10, 2)), Column("arr", sa.ARRAY(Integer)))


@statement_case
def elements():
    return [
        lambda: any_(post.c.arr) == None,
        lambda: all_(post.c.arr) == null(),
        lambda: None == all_(post.c.arr),
        lambda: all_(post.c.arr) == 5,
        lambda: 5 == post.c.arr.any_(),
        lambda: 5 == all_(select(post.c.id)),
        lambda: any_(post.c.arr) > 5,
        lambda: any_(select(post.c.id)) != 5,
        lambda: 5 == any_(values(column("x")).data([(1,)]).scalar_values()),
        lambda: select(user).where((user.c.name == "a") & (user.c.on == True)),
        lambda: and_(true(), *[user.c.id == 1, user.c.id == 2]),
        lambda: and_(true(), *[]),
        lambda: or_(false(), *[user.c.id == 1]),
        lambda: and_(*[]),
        lambda: or_(user.c.on, not_(user.c.on)),
        lambda: select(user.c.id).where(or_(user.c.id > 5, true())),
        lambda: select(user.c.id).where(and_(user.c.id > 5, false())),
        lambda: select(user.c.id).where(false()),
        lambda: select(user.c.id).where(and_()),
        lambda: between(5, 3, 7),
        lambda: between(user.c.id, 5, 7, symmetric=True),
        lambda: ~between(user.c.id, 5, 7),
        lambda: user.c.id.between(user.c.id + 1, func.f()) & user.c.on,
        lambda: case_((post.c.price > 100, literal_column("'dear'")), (post.c.price > 10, literal_column("'fair'")), else_=literal_column("'cheap'")),
        lambda: case_({"a": "A", "b": "B"}, value=user.c.name),
        lambda: case_({"a": "A"}, value=user.c.name, else_=None),
        lambda: case_((user.c.name == "a", "A")) == "A",
        lambda: select(user).where(case_((user.c.name == "a", "A"), else_="E") == "A"),
        lambda: case_((user.c.on, 1), else_=case_((user.c.id > 1, 2), else_=3)),
        lambda: cast(post.c.price, Numeric(10, 4)),
        lambda: cast("x", String(collation="C")),
        lambda: select(cast("x", String(collation="C"))),
        lambda: select(column("id"), column("name")).select_from(text("user")),
        lambda: select(func.count(distinct(user.c.name)), user.c.id),
        lambda: extract("YEAR", user.c.born) == 2021,
        lambda: select(extract("YEAR", user.c.born)).where(user.c.id == 1),
        lambda: extract("minute", cast("1 day", sa.Interval)),
        lambda: collate("x", "C"),
        lambda: collate(user.c.name, "C") + "y",
        lambda: literal("M").collate("C").desc(),
        lambda: type_coerce(user.c.id + 5, String) + user.c.name,
        lambda: type_coerce(user.c.id + 5, String).self_group() + user.c.name,
        lambda: type_coerce("x", Unicode),
        lambda: select(type_coerce(bindparam("z"), Integer) + 5),
        lambda: UnaryExpression(post.c.price, modifier=operators.custom_op("!"), type_=Numeric),
        lambda: post.c.price.op("*")(5) + 3,
        lambda: (post.c.price.op("*")(5)).op("/")(2),
        lambda: post.c.price.op("&")(0xFF) == 4,
        lambda: ~post.c.price.op("&")(0xFF),
        lambda: post.c.price.op("like")("x").op("x", is_comparison=True)(user.c.name),
        lambda: post.c.price.op("#", precedence=100)(5) * 2,
        lambda: tuple_(user.c.id, user.c.name).in_([(1, "a"), (5, "b")]),
        lambda: tuple_(user.c.id, user.c.name) == (1, "a"),
        lambda: tuple_(user.c.id, user.c.name) != tuple_(1, "a"),
        lambda: user.c.id.in_(bindparam("value", expanding=True)),
        lambda: user.c.id.in_(select(post.c.user_id).where(user.c.name == post.c.title)),
        lambda: user.c.id.in_("abc"),
        lambda: user.c.id.in_(5),
        lambda: user.c.name.in_(["a", None]),
        lambda: user.c.id.in_([[1, 2]]),
        lambda: user.c.name.startswith("a%b", autoescape=True),
        lambda: user.c.name.startswith("a/%b", escape="^"),
        lambda: user.c.name.startswith("a%b/", autoescape=True, escape="/"),
        lambda: user.c.name.istartswith(func.lower("x")),
        lambda: user.c.name.contains(5, autoescape=True),
        lambda: user.c.name.regexp_match("^(b|c)", flags="x"),
        lambda: user.c.name.regexp_replace("b(..)", "XY", flags="g"),
        lambda: user.c.name.regexp_replace("b", user.c.name),
        lambda: text("SELECT name FROM user WHERE name=:a AND at=:b").bindparams(a="x", b=datetime.datetime(2020, 1, 1, 2, 3)),
        lambda: text("SELECT name FROM user WHERE name=:a").bindparams(bindparam("a", type_=String)).bindparams(a="y"),
        lambda: text("SELECT ':x', \\:y, a::b, :z"),
        lambda: select(user.c.id).where(text("id=:n")).where(text("name IS NULL OR 1=1")),
        lambda: and_(text("a = 1 OR b = 2"), user.c.id == 1),
        lambda: or_(text("a = 1 AND b = 2"), user.c.id == 1),
        lambda: text("a = 1") & text("b = 2"),
        lambda: text("a") == 5,
        lambda: literal_column("a") == 5,
        lambda: literal_column("a + b") * 2,
        lambda: literal_column("a", type_=String) + "x",
        lambda: select(user.c.id).where(exists().where(user.c.id == post.c.user_id)),
        lambda: select(user.c.id).where(select(post.c.id).where(user.c.id == post.c.user_id).exists()),
        lambda: exists(post.c.id).where(post.c.id == 5).select(),
        lambda: exists().where(post.c.id == 5).where(post.c.title == "x").correlate(user),
        lambda: exists(select(post)).select_from(post.join(user)),
        lambda: (user.c.id + 5).label("x") * 2,
        lambda: select((user.c.id + 5).label("x")).where(column("x") > 1).order_by(desc("x")),
        lambda: user.c.name.label("n").desc(),
        lambda: user.c.id.is_(true()) | user.c.id.is_not(None),
        lambda: not_(user.c.id == 5) & not_(user.c.name.like("x")) & not_(user.c.on),
        lambda: user.c.on == 0,
        lambda: user.c.on.is_(1),
        lambda: user.c.on == true(),
        lambda: user.c.on != false(),
        lambda: user.c.name == true(),
        lambda: user.c.id == [1, 2],
        lambda: user.c.id == {"a": 1},
        lambda: user.c.id == object,
        lambda: user.c.born > datetime.date(2020, 1, 1),
        lambda: user.c.born - datetime.timedelta(days=1),
        lambda: user.c.born + 5,
        lambda: (user.c.born - user.c.born) > datetime.timedelta(days=5),
    ]


@statement_case
def sources():
    return [
        lambda: select(user).select_from(join(user, post, user.c.id == post.c.user_id)),
        lambda: user.outerjoin(post, user.c.id == post.c.user_id).select(),
        lambda: user.join(post, user.c.id == post.c.user_id, isouter=True, full=False).select().where(user.c.id == 1),
        lambda: select(user.join(post).select().subquery("j")),
        lambda: select(user.join(post).select().set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL).subquery("j").c.post_id),
        lambda: select(user.alias("a").join(user.alias("b"), sa.text("a.id = b.id"))),
        lambda: select(post).join(user).filter_by(name="x"),
        lambda: select(post).filter_by(title="x").join(user).filter_by(name="y"),
        lambda: select(user.alias("u2")).filter_by(name="x"),
        lambda: select(post, user).join(user, isouter=True).order_by(post.c.id).slice(1, 3),
        lambda: select(user).join_from(user, post, user.c.id == post.c.user_id, isouter=True),
        lambda: select(user.c.name).join(post).join(post.alias("p2"), text("p2.id = post.id")),
        lambda: select(user, post).join(post.alias()),
        lambda: select(user.c.name).add_columns(post.c.title).join_from(user, post),
        lambda: select(user.c.id, post.c.title).with_only_columns(user.c.id, maintain_column_froms=True),
        lambda: select(user.c.id).select_from(user, post).with_only_columns(user.c.name),
        lambda: select(user.c.id, user.c.name).with_only_columns(user.c.name).distinct(),
        lambda: select(func.count("*")).select_from(user),
        lambda: select(func.count()).select_from(user.join(post)).where(post.c.id > 1),
        lambda: select(user.alias("z")).with_hint(user, "h"),
        lambda: select(user).with_statement_hint("-- h"),
        lambda: select(user.c.id).group_by(user.c.id).having(func.count(user.c.name) > 1).group_by(user.c.name).order_by(user.c.id).order_by(user.c.name),
        lambda: select(user.c.name, func.max(user.c.id)).group_by(None),
        lambda: select(user.c.id).correlate(None).scalar_subquery() + 1,
        lambda: select(user.c.id, user.c.name).scalar_subquery(),
        lambda: select(user.c.id).scalar_subquery().label("x"),
        lambda: select(user.c.id).limit(5).scalar_subquery() == 3,
        lambda: select(user.c.id).union(select(post.c.id)).limit(1).offset(bindparam("o")),
        lambda: union(select(user.c.id.label("k")), select(post.c.id)).order_by("k"),
        lambda: union_all(text("select id from a where n=:n").bindparams(bindparam("n", "p", unique=True)).columns(column("id")), text("select id from b where n=:n").bindparams(bindparam("n", "q", unique=True)).columns(column("id"))),
        lambda: select(text("SELECT id, name FROM user").columns(column("id"), column("name")).subquery("st").c.name),
        lambda: select(post).join(text("SELECT id, name FROM user").columns(id=Integer, name=String).subquery("st"), literal_column("st.id") == post.c.id),
        lambda: select(user.c.id).where(user.c.id == text("SELECT id, name FROM x").columns(id=Integer, name=String).cte("st").c.id),
        lambda: select(values(column("id", Integer), column("name", String), name="v").data([(1, "a"), (2, "b")]).data([(3, "c")])),
        lambda: values(column("id", Integer), column("name", String)).data([(1, "a")]).select(),
        lambda: values(column("id", Integer), column("name", String), name="some name").data([(1, "a")]).select(),
        lambda: values(column("id", Integer), name="v", literal_binds=True).data([(1,), (None,)]).select(),
        lambda: values(column("id", Integer), column("name", String)).data([(1, "a")]).cte().select(),
        lambda: user.tablesample(func.system(10), name="s").select(),
        lambda: select(user.tablesample(text("5 PERCENT"))),
        lambda: select(user.c["id", "name"]),
        lambda: select(*user.c).where(user.c["on"]),
        lambda: select(user.lateral("l")),
        lambda: select(user.c.id, func.f(user.c.id).table_valued("v").c.v),
        lambda: select(select(user).where(user.c.id == 1).with_for_update().subquery()),
        lambda: user.select().with_for_update(of=user.c.id, nowait=True, read=True),
        lambda: user.select().execution_options(stream_results=True),
        lambda: select(user.c.id).where(user.c.id == select(post.c.user_id).where(post.c.user_id == user.c.id).limit(1)),
        lambda: select(literal_column("1").label("one")).select_from(select(user).alias("q")),
        lambda: select(user.c.id, user.c.id, user.c.name.label("id")),
        lambda: select(table(quoted_name("Raw", False), column(quoted_name("Col", False)))),
        lambda: select(table("Raw", column("Col"), schema="Own")),
        lambda: select(table("t", column("a")).alias("Big Name")),
    ]


@statement_case
def writes():
    return [
        lambda: user.insert().values((5, "x", True, None)),
        lambda: user.insert().values([(5, "x"), (6, "y")]),
        lambda: user.insert().values([{"id": 1}, {"id": 2, "name": "x"}]),
        lambda: user.insert().values({"name": "x", user.c.on: None}),
        lambda: user.insert().values(name="x").values({"name": "y", "id": 4}),
        lambda: user.insert().values(nothing="x"),
        lambda: user.insert().values({"name": "x"}, id=4),
        lambda: user.insert().returning((user.c.name + " " + user.c.name).label("twice"), user.c.id),
        lambda: user.update().where(user.c.name == "v").values(on=False).returning(user.c.id, user.c.born),
        lambda: user.update().ordered_values(("name", "ed"), ("id", 5)),
        lambda: user.update().ordered_values(("name", "ed")).values(id=5),
        lambda: user.update().values(name="x").ordered_values(("id", 5)),
        lambda: user.update().values({}),
        lambda: user.update().where(user.c.id == 7).where(user.c.id == post.c.user_id, post.c.title.like("x")).values(name=post.c.title),
        lambda: post.insert().from_select(["user_id", "title"], select(user.c.id, user.c.name).where(user.c.id > 5)),
        lambda: post.insert().from_select(["user_id", "title"], select(user.c.id)),
        lambda: post.insert().from_select(["user_id"], union(select(user.c.id), select(post.c.id))),
        lambda: post.insert().from_select(["user_id"], select(user.c.id)).values(title="x"),
        lambda: insert(post).values(user_id=select(user.c.id).where(user.c.name == "x")),
        lambda: insert(post).values(user_id=exists().where(user.c.id == 1)),
        lambda: delete(post).where(post.c.user_id == user.c.id).where(user.c.name == "x").returning(post.c.id),
        lambda: post.delete().where(post.c.id == 7).prefix_with("LOW_PRIORITY", dialect="mysql").prefix_with("X"),
        lambda: insert(user).values(name=bindparam("name")),
        lambda: update(user).where(user.c.name == bindparam("name")).values(name=bindparam("name2")),
        lambda: insert(user).values(name=func.f(bindparam("x")), id=bindparam("id")),
        lambda: insert(user).values(name=user.c.name),
        lambda: insert(user).values(name=text(":a || 'x'")),
        lambda: insert(user).values(name=literal("x") + "y", born=func.now(), on=sa.true()),
        lambda: insert(user).values(on=5),
        lambda: insert(user).return_defaults(),
        lambda: insert(user).returning(user.c.id, sort_by_parameter_order=True),
        lambda: insert(user).returning(post.c.id),
        lambda: insert(user).returning(func.count()),
        lambda: insert(user).returning(text("id")),
        lambda: insert(user).returning("id"),
        lambda: insert(user).returning(literal_column("*")),
    ]


@case
def known():
    statement = select(user.c.id, user.c.name.label("n"), func.count())
    for d in statement.column_descriptions:
        print(d["name"], repr(d["type"]), d["aliased"] if "aliased" in d else None, d.get("entity"), d["expr"])
    print(statement.selected_columns.keys(), statement.exported_columns.keys(), [str(f) for f in statement.get_final_froms()], [str(f) for f in statement.columns_clause_froms])
    print(insert(user).returning(user.c.id).exported_columns.keys(), update(user).table is user, statement.whereclause, str(statement.where(user.c.id == 1, user.c.on).whereclause))
    print(select(user).selected_columns.id is user.c.id, select(user).where(select(user).selected_columns["id"] == 4))
    print((column("x") + bindparam("foo")).compile().params, (column("x") + bindparam("foo")).params({"foo": 7}).compile().params)
    print((user.c.name == "W").right.value, repr((user.c.name == "W").right.type), (user.c.name == "W").right.unique, (user.c.name == "W").operator is operators.eq)
    print(user.c.id in set([user.c.id, user.c.name]), column("x") in set([column("x")]), bool(user.c.id == user.c.id), bool(user.c.id == user.c.name))
    try:
        print(bool(user.c.id > 5))
    except Exception as error:
        print(type(error).__name__, error)
    try:
        print(bool(select(user)))
    except Exception as error:
        print(type(error).__name__, error)
    print(repr(quoted_name("x", True)), quoted_name("x", True).quote, quoted_name("Abc", None).lower(), conv("x") == "x", repr(conv("ck_x")))
    print(text("a :b").bindparams(b=5).compile().params, text("a").text, str(text("a :b").columns(x=Integer).selected_columns.x), repr(text("x").columns(x=Integer).c.x.type) if hasattr(text("x").columns(x=Integer), "c") else "")
    print(literal(5).value, repr(literal("x").type), bindparam("x", 5).key, bindparam("x", 5).value, bindparam("x", callable_=lambda: 9).effective_value, bindparam("x", required=True).required, bindparam("x").required, bindparam("x", None).required)
    print(user.c.id.label("q").name, user.c.id.label("q").element is user.c.id, repr(user.c.id.label("q").type), user.c.id.desc().modifier is operators.desc_op, (~user.c.on).operator is operators.inv)
    print(select(user.c.id).scalar_subquery().type, select(user).cte("x").name, "")
    print(sa.inspect(user) is user, sa.inspect(user.c.id) is user.c.id, isinstance(user, sa.FromClause), isinstance(user.c.id, sa.ColumnElement), isinstance(select(user), sa.Select), isinstance(select(user), sa.Executable))


@case
def compiled():
    s = select(user.c.id).where(user.c.name == "it's", user.c.born == datetime.date(2020, 1, 2), post.c.price > 5.5, user.c.id.in_([1, 2]), user.c.on == True)
    for dialect in (None, postgresql.dialect(), sqlite.dialect()):
        print(s.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        print(s.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))
    c = s.compile(dialect=postgresql.dialect())
    c = s.compile(dialect=sqlite.dialect())
    print(select(bindparam("x")).compile().params, str(select(literal(datetime.datetime(2020, 1, 1))).compile(compile_kwargs={"literal_binds": True})))
    try:
        print(select(bindparam("x")).compile(compile_kwargs={"literal_binds": True}))
    except Exception as error:
        print(type(error).__name__, error)


@case
def executed():
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        m.tables["user"].create(connection)
        connection.execute(user.insert(), [{"name": "wen", "on": True, "born": datetime.date(2000, 1, 2)}, {"name": "jo", "on": False, "born": None}])
        for row in connection.execute(text("SELECT id, name, born FROM user").columns(id=Integer, name=Unicode, born=Date)):
            print(row)
        print(connection.execute(text("SELECT born, id FROM user WHERE id=:n").bindparams(n=1).columns(column("born", Date), column("id"))).one())
        print(connection.execute(select(user.c.id).where(text("name=:n")), {"n": "jo"}).scalar())
        print(connection.execute(user.update().where(user.c.name == bindparam("who")).values(name=bindparam("new")), [{"who": "wen", "new": "Wen"}, {"who": "jo", "new": "Jo"}]).rowcount)
        print(connection.execute(select(user.c.name, user.c.on, case_({"Wen": 1}, value=user.c.name, else_=2), extract("year", user.c.born), cast(user.c.id, String), type_coerce(user.c.on, Integer)).order_by(user.c.id)).all())
        print(connection.execute(select(user.c.id).where(user.c.id.in_(bindparam("v", expanding=True))), {"v": [1, 3]}).scalars().all())
        print(connection.execute(select(user.c.id).where(tuple_(user.c.id, user.c.name).in_([(1, "Wen")]))).scalar())
        print(connection.execute(values(column("a", Integer), column("b", String)).data([(1, "x"), (2, "y")]).cte().select()).all())
        print(connection.execute(select(user.c.id == 1, user.c.on.is_(None)).order_by(user.c.id)).all())
        print(connection.scalar(exists().where(user.c.id == 1).select()), connection.scalar(select(exists().where(user.c.id == 99))))
