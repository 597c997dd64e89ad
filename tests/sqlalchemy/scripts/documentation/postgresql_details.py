# What PostgreSQL's own documentation shows besides: rows of functions, ranges' own methods, constraints, types made and dropped, engines' options.
import datetime
import decimal

import sqlalchemy as sa
from sqlalchemy import ARRAY, CHAR, Column, Computed, ForeignKeyConstraint, Identity, Index, Integer, MetaData, Numeric, Sequence, String, Table, Text, UniqueConstraint, cast, column, func, literal, literal_column, null, select, table, text, tuple_, type_coerce
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import DATEMULTIRANGE, DATERANGE, DOMAIN, ENUM, ExcludeConstraint, HSTORE, INT4RANGE, INT8RANGE, INTERVAL, JSON, JSONB, JSONPATH, MONEY, MultiRange, NUMRANGE, Range, TSRANGE, TSTZRANGE, TSVECTOR, aggregate_order_by, array, array_agg, hstore, insert
from sqlalchemy.schema import AddConstraint, CreateColumn, CreateIndex, CreateTable, DropTable
from sqlalchemy.sql import quoted_name

from shared.cases import case

PG = postgresql.dialect()
m = MetaData()
room = Table("room", m, Column("id", Integer, primary_key=True), Column("at", TSRANGE()), Column("kind", String), Column("docs", JSONB), Column("doc", JSON), Column("tags", postgresql.ARRAY(Text)), Column("grid", postgresql.ARRAY(Integer, dimensions=2)), Column("h", HSTORE), Column("size", INT4RANGE), Column("days", DATEMULTIRANGE), Column("price", MONEY), Column("plain", sa.JSON), Column("arr", ARRAY(Integer)))
c = room.c


def show(function):
    def run():
        for build in function():
            try:
                it = build()
                compiled = it.compile(dialect=PG)
                print(str(compiled).strip(), list((compiled.params or {}).items()), getattr(it, "type", None))
            except Exception as error:
                print(type(error).__name__, error)

    run.__name__ = function.__name__
    case(run)


@show
def rows():
    return [
        lambda: select(func.json_each('{"a": 1}').table_valued("key", "value")),
        lambda: select(func.json_populate_record(literal_column("null::pair"), "{}").table_valued("a", "b", name="p")),
        lambda: select(func.json_to_record("{}").table_valued(column("a", Integer), column("b", Text), column("c", postgresql.ARRAY(sa.Date))).render_derived(name="p", with_types=True)),
        lambda: select(func.json_to_recordset("[]").table_valued(column("a", Integer), column("b", String(5))).render_derived(with_types=True)),
        lambda: select(func.generate_series(9, 1, -1).table_valued("n", with_ordinality="place").render_derived()),
        lambda: select(func.json_array_elements("[]").column_valued("e")),
        lambda: select(func.unnest(array([1, 2])).column_valued()),
        lambda: select(func.unnest(c.tags).column_valued("tag")),
        lambda: select(func.unnest(array(["a", "b"])).table_valued("x", with_ordinality="o").render_derived()),
        lambda: room.select().with_only_columns(c.id).where(tuple_(c.id, c.kind) > (1, "a")).where(func.ROW(c.id, c.kind) < func.ROW(3, "z")),
        lambda: select(func.row_to_json(room.table_valued())),
        lambda: select(func.to_jsonb(room.alias("r").table_valued())),
        lambda: select(func.count(room.table_valued())),
        lambda: select(func.jsonb_path_query_array(c.docs, cast("$.a.b", JSONPATH))),
        lambda: select(func.unnest(c.grid).column_valued("g")).select_from(room),
    ]


@show
def arrays():
    return [
        lambda: select(array([1, 2]) + array([3])),
        lambda: array(["a", "b"], type_=CHAR),
        lambda: array([], type_=Integer),
        lambda: select(array([array([1, 2]), array([column("q"), column("x")])])),
        lambda: array([array([1]), array([2])])[1][1],
        lambda: array([1, 2, 3])[1],
        lambda: array([1, 2, 3])[1:2],
        lambda: 2 == sa.any_(array([1, 2])),
        lambda: array([c.id, 5]),
        lambda: array([1, None]),
        lambda: array(["a"]) == c.tags,
        lambda: c.tags == array(["a"]),
        lambda: c.tags.contains(["a"]),
        lambda: c.tags.contains(array(["a"])),
        lambda: c.tags.contained_by(["a", "b"]),
        lambda: c.tags.overlap(["a"]),
        lambda: c.tags.any("x"),
        lambda: c.tags.all("x", operator=sa.sql.operators.gt),
        lambda: c.arr[2],
        lambda: c.arr[2:3],
        lambda: c.arr + [4],
        lambda: c.arr.any(5, operator=sa.sql.operators.lt),
        lambda: c.grid[1],
        lambda: c.grid[1][2],
        lambda: c.grid[1:2],
        lambda: c.grid[c.id],
        lambda: c.tags + array(["z"]),
        lambda: c.tags.concat(["z"]),
        lambda: ["a"] + c.tags,
        lambda: func.array_remove(c.tags, "x"),
        lambda: array_agg(c.kind)[1],
        lambda: array_agg(c.kind, type_=postgresql.ARRAY(String)).contains(["x"]),
        lambda: array_agg(c.tags),
        lambda: c.tags.in_([["a"], ["b"]]),
        lambda: select(c.tags.label("t")).order_by(c.tags[1]),
        lambda: cast([1, 2], postgresql.ARRAY(Integer)),
        lambda: cast(array([1, 2]), postgresql.ARRAY(sa.BigInteger))[1],
        lambda: room.update().values({c.tags[1]: "x", c.grid[1][2]: 4}),
        lambda: room.insert().values(tags=array(["a", c.kind]), grid=[[1, 2], [3, 4]]),
        lambda: array((1, 2)),
        lambda: array(x for x in (1, 2)),
        lambda: array("ab"),
    ]


@show
def documents():
    return [
        lambda: c.docs["a"],
        lambda: c.docs[5],
        lambda: c.docs["a"].astext == "x",
        lambda: c.docs["a"].astext.cast(Integer) == 5,
        lambda: c.docs[("a", "b", 5)],
        lambda: c.docs[("a", "b", 5)].astext == "x",
        lambda: select(c.doc["a"].astext),
        lambda: c.doc["a"]["b"][3].astext,
        lambda: c.docs["a"] == "x",
        lambda: c.docs["a"] == None,
        lambda: c.docs["a"].is_(None),
        lambda: c.docs["a"] == JSON.NULL,
        lambda: c.docs["a"].contains({"x": 1}),
        lambda: c.docs["a"].has_key("x"),
        lambda: c.docs.has_all(["a", "b"]),
        lambda: c.docs.has_any(["a", "b"]),
        lambda: c.docs.path_exists("$.a ? (@ > 1)"),
        lambda: c.docs.delete_path("{a,b}"),
        lambda: c.docs.delete_path(["a", "b"]),
        lambda: c.docs.concat({"z": 1}),
        lambda: c.docs - 1,
        lambda: c.docs.op("#-")("{a}"),
        lambda: c.docs[c.kind],
        lambda: c.docs[func.lower("A")].astext,
        lambda: c.docs["a"].as_string() == "x",
        lambda: c.docs["a"].as_integer() + 1,
        lambda: c.doc["a"].as_boolean(),
        lambda: c.doc["a"].as_json(),
        lambda: c.plain["a"].as_numeric(8, 2),
        lambda: c.plain[("a", "b")].as_string(),
        lambda: c.plain["a"] == {"x": 1},
        lambda: c.plain["a"] != None,
        lambda: c.plain["a"].in_(["x", 1]),
        lambda: c.docs.in_([{"a": 1}]),
        lambda: cast(c.docs["a"], String) == type_coerce(55, sa.JSON),
        lambda: cast(c.docs["a"].astext, sa.DateTime),
        lambda: c.docs["a"].astext.in_(["x", "y"]),
        lambda: c.docs["a"].astext.like("x%"),
        lambda: c.docs["a"].label("k"),
        lambda: select(c.docs["a"], c.docs["b"].astext, c.docs[1]),
        lambda: room.insert().values(docs=null(), doc=None, plain=sa.JSON.NULL),
        lambda: room.insert().values(docs=func.jsonb_build_object("a", c.id)),
        lambda: room.update().values(docs=c.docs + {"a": [1]}),
        lambda: room.update().values(docs=func.jsonb_set(c.docs, array(["a"]), cast(5, JSONB))),
        lambda: room.update().values(docs=cast({"a": 1}, JSONB)),
        lambda: select(literal({"a": 1}, JSONB)["a"]),
        lambda: c.docs == {"a": 1},
        lambda: c.docs.comparator.path_match("$.a"),
        lambda: ~c.docs.has_key("x"),
        lambda: sa.not_(c.docs.contains({"a": 1})),
        lambda: sa.not_(c.docs.path_match("$.a")),
    ]


@show
def stores():
    return [
        lambda: c.h["k"] == "v",
        lambda: c.h["k"].is_(None),
        lambda: c.h["k"] + "x",
        lambda: c.h.has_key("k"),
        lambda: c.h.has_all(["a", "b"]),
        lambda: c.h.has_any(["a"]),
        lambda: c.h + {"k": "v"},
        lambda: c.h.contains({"k": "v"}),
        lambda: c.h.contained_by({"k": "v"}),
        lambda: c.h.delete(array(["a", "b"])),
        lambda: c.h.slice(array(["a"]))["a"],
        lambda: c.h.keys(),
        lambda: func.array_length(c.h.vals(), 1),
        lambda: c.h - "k",
        lambda: c.h == {"a": "b"},
        lambda: select(hstore("k", "v")),
        lambda: select(hstore(array(["k", "l"]), array(["v", "w"]))),
        lambda: select(hstore(array(["k", "l"]), array(["v", None]))["k"]),
        lambda: hstore(array(["k", "v"])),
        lambda: hstore("k", c.kind) + c.h,
        lambda: room.insert().values(h={"a": None, "b": "c"}),
    ]


@case
def ranges():
    a, b = Range(10, 50, bounds="()"), Range(20, None)
    print(a, b, repr(a), repr(b), a.lower_inc, b.upper_inf, a == b, a != b, bool(Range(empty=True)), bool(a), hash(a) == hash(Range(10, 50, bounds="()")))
    for name in ("overlaps", "contains", "contained_by", "strictly_left_of", "strictly_right_of", "not_extend_left_of", "not_extend_right_of", "adjacent_to", "union", "difference", "intersection"):
        for x, y in ((a, b), (b, a), (Range(1, 5), Range(5, 9)), (Range(1, 5, bounds="[]"), Range(5, 9)), (Range(empty=True), a), (a, Range(empty=True)), (Range(1, 9), Range(1, 4)), (Range(1, 9), Range(3, 4)), (Range(None, None), a)):
            try:
                print(name, x, y, repr(getattr(x, name)(y)))
            except Exception as error:
                print(name, x, y, type(error).__name__, error)
    day = datetime.date(2020, 1, 1)
    print(Range(day, day + datetime.timedelta(days=3)).contains(day), Range(decimal.Decimal("1.5"), decimal.Decimal("2")), Range(day, None), Range(day, day, bounds="[]").adjacent_to(Range(day + datetime.timedelta(days=1), None)))
    print(a << b, a >> b, 15 in a, 10 in a)
    for bad in (lambda: Range(5, 1), lambda: a.contains("x"), lambda: a + 5, lambda: a.lower + b.upper):
        try:
            print(bad())
        except Exception as error:
            print(type(error).__name__, error)
    print(MultiRange([Range(2, 4), Range(6, 8)]), len(MultiRange([Range(2, 4)])), MultiRange([Range(2, 4)]) == [Range(2, 4)])


@show
def ranged():
    return [
        lambda: c.size == Range(1, 5),
        lambda: c.size.contains(3),
        lambda: c.size.contains(c.id),
        lambda: c.size.contained_by(Range(1, 9)),
        lambda: c.at.overlaps(Range(datetime.datetime(2020, 1, 1), None)),
        lambda: c.at.adjacent_to(c.at),
        lambda: c.size - Range(1, 2),
        lambda: c.size.difference(Range(1, 2)),
        lambda: c.size.intersection(Range(1, 2)),
        lambda: c.size * Range(1, 2),
        lambda: literal(Range(1, 5)).contains(3),
        lambda: literal(Range(1, 5)),
        lambda: select(literal(Range(datetime.date(2020, 1, 1), datetime.date(2020, 2, 1)))),
        lambda: select(literal(Range(1, 2**40))),
        lambda: literal(Range(decimal.Decimal(1), decimal.Decimal(2))),
        lambda: literal(MultiRange([Range(2, 4)])),
        lambda: select(room.c.id).where(c.days.op("@>")(MultiRange([Range(datetime.date(2020, 1, 1), datetime.date(2020, 1, 2))]))),
        lambda: c.days.contains(datetime.date(2020, 1, 1)),
        lambda: c.days + [Range(datetime.date(2020, 1, 1), None)],
        lambda: c.days == [Range(datetime.date(2020, 1, 1), None)],
        lambda: cast("[1,5)", INT8RANGE),
        lambda: func.upper(c.size) - func.lower(c.size),
        lambda: room.update().values(size=Range(1, 5, bounds="[]"), days=[Range(datetime.date(2020, 1, 1), None)]),
        lambda: c.size.in_([Range(1, 2), Range(3, 4)]),
        lambda: c.size.is_(None),
        lambda: c.size < Range(1, 4),
        lambda: c.size << Range(1, 4),
        lambda: c.size.not_extend_left_of(Range(1, 4)),
        lambda: func.int4range(1, 5, type_=INT4RANGE).contains(2),
        lambda: func.range_agg(c.size),
    ]


@show
def searched():
    return [
        lambda: select(c.kind.match("a b")),
        lambda: select(c.kind.match("a b", postgresql_regconfig="german")),
        lambda: select(c.kind.bool_op("@@")(func.to_tsquery("a b"))),
        lambda: select(func.to_tsquery("a").bool_op("@>")(func.to_tsquery("a & b"))),
        lambda: select(cast("words", TSVECTOR)),
        lambda: select(cast("words", TSVECTOR).bool_op("@@")(func.plainto_tsquery("w"))),
        lambda: select(c.id).where(func.to_tsvector(c.kind).match("x", postgresql_regconfig="english")),
        lambda: select(postgresql.to_tsvector(c.kind).match("x")),
        lambda: ~postgresql.to_tsvector("simple", c.kind).match("x"),
        lambda: select(func.ts_rank(postgresql.to_tsvector(c.kind), postgresql.to_tsquery("x"))),
        lambda: select(c.kind.regexp_match("^a", flags="i"), c.kind.regexp_replace("a", "b", flags="g"), ~c.kind.regexp_match("^a")),
        lambda: select(c.kind.regexp_match(c.kind, flags="m")),
        lambda: select(c.kind.ilike("A%"), c.kind.not_ilike("A/%", escape="/"), c.kind.icontains("x", autoescape=True)),
        lambda: room.select().with_only_columns(c.id).with_hint(room, "ONLY", "postgresql"),
        lambda: room.update().with_hint("ONLY", dialect_name="postgresql").values(kind="x"),
        lambda: room.delete().with_hint("ONLY", dialect_name="postgresql"),
        lambda: select(func.array_agg(aggregate_order_by(c.id, c.kind.desc()))),
        lambda: select(func.string_agg(c.kind, aggregate_order_by(literal_column("','"), c.kind, c.id.desc()))),
        lambda: select(func.array_agg(aggregate_order_by(c.id, c.kind)).filter(c.id > 1)),
        lambda: select(c.at, c.price).distinct(c.kind, c.id).order_by(c.kind),
        lambda: select(c.price * 2, cast(c.price, Numeric)),
        lambda: select(c.id).limit(5).with_for_update(skip_locked=True, of=room),
        lambda: sa.extract("epoch", c.at) + 1,
        lambda: literal(datetime.timedelta(days=1)),
        lambda: literal(datetime.timedelta(days=1), INTERVAL) + func.now(),
        lambda: func.now() - cast("1 day", INTERVAL),
        lambda: select(func.now() - text("interval '1 day'")),
        lambda: func.now().op("AT TIME ZONE")("UTC"),
        lambda: cast(c.kind, ENUM("a", name="letters")),
        lambda: cast(c.kind, DOMAIN("pos", Integer, check="VALUE > 0")),
        lambda: sa.cast(c.kind, postgresql.UUID) == "x",
        lambda: c.kind.op("~*")("x"),
        lambda: c.kind.op("%%")("x"),
        lambda: select(c.id % 3, c.kind.like("50%")),
        lambda: text("SELECT 5 % 2, a::int, ':x', E'\\:y'"),
    ]


@show
def conflicts():
    i = insert(room).values(id=1, kind="x")
    return [
        lambda: i.on_conflict_do_nothing(),
        lambda: i.on_conflict_do_nothing(index_elements=["id"]),
        lambda: i.on_conflict_do_nothing(index_elements=[c.id], index_where=c.kind == "x"),
        lambda: i.on_conflict_do_update(constraint="pk_room", set_=dict(kind="y")),
        lambda: i.on_conflict_do_update(constraint=room.primary_key, set_={"kind": "y"}),
        lambda: i.on_conflict_do_update(constraint=UniqueConstraint(c.kind, name="uq_kind"), set_={"kind": "y"}),
        lambda: i.on_conflict_do_update(constraint=Index("ix_kind", c.kind, unique=True, postgresql_where=c.id > 5), set_={"kind": "y"}),
        lambda: i.on_conflict_do_update(constraint=ExcludeConstraint((c.at, "&&"), name="ex"), set_={"kind": "y"}),
        lambda: i.on_conflict_do_update(index_elements=[c.kind], index_where=c.kind.like("%x"), set_=dict(kind=i.excluded.kind)),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_=dict(kind="y", docs=i.excluded.docs), where=(c.kind == "z")),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_={"nothing": 5}),
        lambda: i.on_conflict_do_update(index_elements=["id"], set_={c.kind: func.lower(i.excluded.kind), "docs": {"a": 1}}),
        lambda: i.on_conflict_do_update(index_elements="id", set_={"kind": "x"}),
        lambda: i.on_conflict_do_update(constraint="a", index_elements=["id"], set_={"kind": "x"}),
        lambda: i.on_conflict_do_update(set_={"kind": "x"}),
        lambda: i.on_conflict_do_nothing().on_conflict_do_nothing(),
        lambda: i.on_conflict_do_nothing(constraint="pk").returning(c.id),
        lambda: insert(room).from_select(["id"], select(literal_column("1"))).on_conflict_do_nothing(),
        lambda: insert(room).values([{"id": 1, "kind": "a"}, {"id": 2, "kind": "b"}]).on_conflict_do_update(index_elements=["id"], set_={"kind": insert(room).excluded.kind}),
        lambda: i.on_conflict_do_update(index_elements=[func.lower(c.kind), "id"], set_={"kind": select(func.max(c.kind)).scalar_subquery()}),
        lambda: i.on_conflict_do_update(index_elements=[text("lower(kind)")], index_where=text("id > 5"), set_={"kind": None}),
    ]


@show
def made():
    def inheriting(parent):
        return [Column(k.name, k.type, key=k.key, nullable=k.nullable, system=True) for k in parent.columns]

    target = Table("target", MetaData(), Column("tid", Integer, primary_key=True), Column("id", Integer, primary_key=True))
    return [
        lambda: CreateTable(Table("t1", MetaData(), Column("id", Integer, Sequence("t1_ids", start=1), primary_key=True))),
        lambda: CreateTable(Table("t2", MetaData(), Column("id", Integer, Identity(start=42, cycle=True), primary_key=True), Column("d", String))),
        lambda: CreateTable(Table("t3", MetaData(), *inheriting(room), Column("more", Integer), postgresql_inherits="room")),
        lambda: CreateTable(Table("t4", MetaData(), Column("a", Integer), postgresql_inherits=quoted_name("own.room", quote=False))),
        lambda: CreateTable(Table("t4", MetaData(), Column("a", Integer), postgresql_inherits="own.room")),
        lambda: CreateTable(Table("t5", target.metadata, Column("tid", Integer), Column("id", Integer), Column("other", Integer), ForeignKeyConstraint(columns=["tid", "other"], refcolumns=[target.c.tid, target.c.id], ondelete="SET NULL (other)"))),
        lambda: CreateTable(Table("t6", MetaData(), Column("id", Integer, nullable=False), Column("v", Integer, nullable=False), UniqueConstraint("id", postgresql_include=["v"]))),
        lambda: CreateTable(Table("t7", MetaData(), Column("id", Integer), sa.PrimaryKeyConstraint("id", postgresql_include=["id"], name="pk"))),
        lambda: CreateTable(Table("t8", MetaData(), Column("tags", ARRAY(Text), server_default=array(["a", "b"])), Column("d", JSONB, server_default=text("'{}'::jsonb")), Column("e", JSONB, server_default="{}"))),
        lambda: CreateTable(Table("t9", MetaData(), Column("id", Integer), Column("x", Integer, Computed("id * 2", persisted=True)), postgresql_partition_by="RANGE (id)", postgresql_with={"fillfactor": 5})),
        lambda: CreateIndex(Index("i1", c.kind, postgresql_include=["id", c.docs])),
        lambda: CreateIndex(Index("i2", c.id, postgresql_where="id > 5")),
        lambda: CreateIndex(Index("i3", c.id, func.lower(c.kind).label("low"), postgresql_ops={"low": "text_pattern_ops", "id": "int4_ops"}, postgresql_using="btree", postgresql_with={"fillfactor": 50}, postgresql_tablespace="fast", postgresql_concurrently=True)),
        lambda: CreateIndex(Index("i4", c.docs, postgresql_using="gin", postgresql_ops={"docs": "jsonb_path_ops"})),
        lambda: CreateIndex(Index("i5", text("lower(kind)"), _table=room, unique=True)),
        lambda: CreateIndex(Index("i6", c.kind.desc().nulls_last(), c.id.asc())),
        lambda: CreateIndex(Index("i7", (c.id + 1), (c.docs["a"].astext))),
        lambda: CreateIndex(Index("i8", c.kind, postgresql_nulls_not_distinct=False, unique=True)),
        lambda: CreateIndex(Index("i9", c.id, postgresql_using="hash", postgresql_where=sa.or_(c.id > 5, c.kind.is_(None)))),
        lambda: AddConstraint(sa.ForeignKeyConstraint([c.id], [target.c.id], name="fk", postgresql_not_valid=True, deferrable=True, initially="DEFERRED", match="FULL", onupdate="CASCADE")),
        lambda: AddConstraint(ExcludeConstraint((c.at, "&&"), (c.kind, "="), where=c.kind != "x", name="ex", ops={"kind": "my_ops"})),
        lambda: AddConstraint(ExcludeConstraint((Column("at"), "&&"), (Column("kind"), "="), where=(Column("kind") != "x"), ops={"kind": "my_ops"}, using="spgist")),
        lambda: CreateColumn(Column("x", postgresql.ARRAY(String(5), dimensions=2), nullable=False, server_default="{}")),
        lambda: CreateTable(Table("t10", MetaData(), Column("a", DOMAIN("code", Text)), Column("b", ENUM("x", name="l", inherit_schema=True)), Column("c", postgresql.ARRAY(ENUM("x", name="l"))), schema="own")),
    ]


@case
def appended():
    t = Table("later", MetaData(), Column("id", Integer, primary_key=True), Column("at", TSRANGE()), Column("team", String))
    t.append_constraint(ExcludeConstraint((t.c.at, "&&"), (t.c.team, "="), where=t.c.team != "x", name="later_excl", ops={"team": "my_ops"}))
    print(CreateTable(t).compile(dialect=PG))
    print([type(k).__name__ for k in t.constraints if k.name], repr(ExcludeConstraint(("a", "="))) != "")


@case
def shown():
    for it in (postgresql.ARRAY(Integer, dimensions=2), ENUM("a", name="x"), DOMAIN("d", Integer, not_null=True), HSTORE(), JSONB(astext_type=Text()), INTERVAL(fields="YEAR", precision=3), postgresql.TIMESTAMP(True, 3), postgresql.BIT(4, True), TSVECTOR(), INT4RANGE(), MONEY(), postgresql.UUID(as_uuid=False), postgresql.TIME(precision=1), postgresql.BYTEA(), postgresql.DOUBLE_PRECISION(53), postgresql.CITEXT(), postgresql.OID(), postgresql.NUMMULTIRANGE()):
        print(repr(it), it.compile(dialect=PG), it.__visit_name__, getattr(it, "python_type", None) if not isinstance(it, (ENUM, DOMAIN, TSVECTOR, INT4RANGE, MONEY, postgresql.BIT, postgresql.OID, HSTORE, postgresql.CITEXT, postgresql.NUMMULTIRANGE)) else "")


@case
def money():
    class Amount(sa.TypeDecorator):
        impl = MONEY
        cache_ok = True

        def column_expression(self, column):
            return cast(column, Numeric())

    t = Table("bill", MetaData(), Column("sum", Amount))
    print(select(t).compile(dialect=PG))
    print(t.insert().compile(dialect=PG))
