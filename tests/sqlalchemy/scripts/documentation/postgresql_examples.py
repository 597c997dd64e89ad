# PostgreSQL's own: types, arrays, JSON, ranges, hstore, indexes, table options, named types, constraints.
import datetime
import enum

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, UniqueConstraint, column, func, literal, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY, BIT, BYTEA, CIDR, CITEXT, DATERANGE, DOMAIN, ENUM, ExcludeConstraint, HSTORE, INET, INT4MULTIRANGE, INT4RANGE, INTERVAL, JSON, JSONB, JSONPATH, MACADDR, MACADDR8, MONEY, NUMRANGE, OID, REGCLASS, REGCONFIG, TIME, TIMESTAMP, TSQUERY, TSRANGE, TSTZRANGE, TSVECTOR, UUID, MultiRange, Range, aggregate_order_by, array, array_agg, hstore, to_tsquery, plainto_tsquery, phraseto_tsquery, websearch_to_tsquery, to_tsvector, ts_headline
from sqlalchemy.schema import CreateIndex, CreateTable, DropIndex

PG = postgresql.dialect()


def case(function):
    print("#", function.__name__)
    try:
        for build in function() or []:
            try:
                statement = build()
                if isinstance(statement, sa.types.TypeEngine):
                    print(repr(statement), statement.compile(dialect=PG))
                    continue
                compiled = statement.compile(dialect=PG)
                print(str(compiled).strip(), list((compiled.params or {}).items()))
            except Exception as error:
                print(type(error).__name__, error)
    except Exception as error:
        print(type(error).__name__, error)


m = MetaData()
t = Table("thing", m, Column("id", Integer, primary_key=True), Column("tags", ARRAY(String)), Column("grid", ARRAY(Integer, dimensions=2)), Column("doc", JSON), Column("docb", JSONB), Column("h", HSTORE), Column("span", INT4RANGE), Column("spans", INT4MULTIRANGE), Column("title", String), Column("words", TSVECTOR), Column("at", sa.DateTime), Column("zat", TIMESTAMP(timezone=True)), Column("net", INET))
c = t.c


@case
def types():
    return [
        lambda: BIT(3),
        lambda: BIT(3, varying=True),
        lambda: BIT(varying=True),
        lambda: BYTEA(),
        lambda: CIDR(),
        lambda: CITEXT(),
        lambda: INET(),
        lambda: MACADDR(),
        lambda: MACADDR8(),
        lambda: MONEY(),
        lambda: OID(),
        lambda: REGCLASS(),
        lambda: REGCONFIG(),
        lambda: TSQUERY(),
        lambda: TSVECTOR(),
        lambda: UUID(),
        lambda: UUID(as_uuid=False),
        lambda: HSTORE(),
        lambda: HSTORE(text_type=sa.String(5)),
        lambda: JSON(none_as_null=True),
        lambda: JSONB(astext_type=sa.Unicode()),
        lambda: JSONPATH(),
        lambda: INTERVAL(),
        lambda: INTERVAL(precision=3),
        lambda: INTERVAL(fields="DAY TO SECOND", precision=2),
        lambda: TIME(timezone=True, precision=2),
        lambda: TIMESTAMP(precision=0),
        lambda: TIMESTAMP(timezone=True, precision=6),
        lambda: ARRAY(Integer),
        lambda: ARRAY(Integer, dimensions=3),
        lambda: ARRAY(ENUM("a", name="letter")),
        lambda: ARRAY(Integer, as_tuple=True, zero_indexes=True),
        lambda: ARRAY(ARRAY(Integer)),
        lambda: DOMAIN("positive", Integer, check="VALUE > 0", not_null=True),
        lambda: ENUM("a", "b", name="ab", schema="s", create_type=False),
        lambda: INT4RANGE(),
        lambda: postgresql.INT8RANGE(),
        lambda: NUMRANGE(),
        lambda: DATERANGE(),
        lambda: TSRANGE(),
        lambda: TSTZRANGE(),
        lambda: INT4MULTIRANGE(),
        lambda: postgresql.TSTZMULTIRANGE(),
        lambda: postgresql.DATEMULTIRANGE(),
        lambda: postgresql.NUMMULTIRANGE(),
        lambda: postgresql.TSMULTIRANGE(),
        lambda: postgresql.INT8MULTIRANGE(),
    ]


@case
def arrays():
    return [
        lambda: select(array([1, 2]) + array([3, 4, 5])),
        lambda: select(array([array([1, 2]), array([column("q"), column("x")])])),
        lambda: array([], type_=Integer),
        lambda: array(["a", "b"], type_=sa.CHAR),
        lambda: array([]),
        lambda: select(c.tags[1], c.tags[2:4], c.grid[1][2]),
        lambda: c.tags.contains(["a"]),
        lambda: c.tags.contained_by(array(["a", "b"])),
        lambda: c.tags.overlap(["a"]),
        lambda: c.tags.any("a"),
        lambda: literal("a") == sa.any_(c.tags),
        lambda: c.tags + ["z"],
        lambda: array([1]).contains(array([1])),
        lambda: func.array_length(c.tags, 1) > 2,
        lambda: array_agg(c.title),
        lambda: select(array_agg(aggregate_order_by(c.title, c.id.desc()))),
        lambda: select(func.string_agg(c.title, aggregate_order_by(literal(","), c.title))),
        lambda: select(func.array_agg(aggregate_order_by(c.title, c.id, c.at.desc()))),
        lambda: select(func.unnest(c.tags).column_valued("one")),
        lambda: sa.cast(array([1, 2]), ARRAY(sa.BigInteger)),
        lambda: c.tags == ["a", "b"],
        lambda: sa.cast(["a"], ARRAY(String)),
        lambda: select(func.array_cat(c.tags, array(["x"]))),
    ]


@case
def documents():
    return [
        lambda: c.doc["k"],
        lambda: c.doc[0],
        lambda: c.doc["k"].astext == "v",
        lambda: c.doc["k"].astext.cast(Integer) == 4,
        lambda: c.doc[("a", "b", 1)].astext,
        lambda: c.doc[("a", "b")],
        lambda: c.doc["k"].as_integer() == 1,
        lambda: c.doc["k"].as_boolean().is_(True),
        lambda: c.doc["k"].as_float() > 1.5,
        lambda: c.doc["k"].as_string(),
        lambda: c.doc["k"].as_numeric(10, 2),
        lambda: c.doc["k"].as_json(),
        lambda: c.docb.has_key("k"),
        lambda: c.docb.has_any(array(["k", "l"])),
        lambda: c.docb.has_all(array(["k", "l"])),
        lambda: c.docb.contains({"k": 1}),
        lambda: c.docb.contained_by({"k": 1}),
        lambda: c.docb.path_exists("$.a"),
        lambda: c.docb.path_match("$.a > 1"),
        lambda: c.docb.delete_path(array(["a", "b"])),
        lambda: c.docb.delete_path([0, 1]),
        lambda: c.docb - "k",
        lambda: c.docb + {"z": 1},
        lambda: c.docb["k"],
        lambda: c.docb["k"]["l"],
        lambda: c.docb == {"a": None},
        lambda: sa.cast(c.docb["k"], Integer),
        lambda: t.insert().values(doc={"a": [1, "x"]}, docb=sa.null()),
        lambda: func.jsonb_set(c.docb, "{a}", func.to_jsonb(5)),
        lambda: c.doc.op("->>")("k"),
        lambda: sa.cast("{}", JSON)["a"],
        lambda: sa.type_coerce({"a": {"b": 1}}, sa.JSON)["a"],
        lambda: select(func.json_object("{}", type_=sa.JSON)["a"]),
        lambda: sa.type_coerce(c.title, sa.JSON)["x"].as_string() == "y",
        lambda: sa.cast("$.a", JSONPATH),
        lambda: func.jsonb_path_query(c.docb, sa.cast("$", JSONPATH)),
    ]


@case
def hstores():
    return [
        lambda: c.h["k"] == "v",
        lambda: c.h.has_key("k"),
        lambda: c.h.has_any(array(["a"])),
        lambda: c.h.has_all(array(["a"])),
        lambda: c.h.contains({"a": "1"}),
        lambda: c.h.contained_by({"a": "1"}),
        lambda: c.h.defined("a"),
        lambda: c.h.delete("a"),
        lambda: c.h.slice(array(["a"])),
        lambda: c.h.keys(),
        lambda: c.h.vals(),
        lambda: c.h.array(),
        lambda: c.h.matrix(),
        lambda: c.h + hstore("k", "v"),
        lambda: hstore(array(["a"]), array(["b"])),
        lambda: select(hstore("k1", "v1")["k1"]),
        lambda: c.h.concat(func.hstore("a", "b")),
    ]


@case
def ranges():
    r = Range(2, 9)
    print(repr(r), r, r.contains(3), 3 in r, r.lower, r.upper, r.bounds, r.is_empty, r.isempty, r.upper_inc, r.lower_inf, Range(empty=True), Range(None, 5), Range(1, 5, bounds="[]"))
    print(r.overlaps(Range(8, 20)), r + Range(9, 12), r.intersection(Range(4, 30)), r - Range(2, 4), r == Range(2, 9), r << Range(10, 11), r.adjacent_to(Range(9, 10)))
    print(repr(MultiRange([Range(1, 2), Range(4, 5)])))
    return [
        lambda: c.span.contains(5),
        lambda: c.span.contains(Range(1, 4)),
        lambda: c.span.contained_by(Range(1, 4)),
        lambda: c.span.overlaps(Range(1, 4)),
        lambda: c.span.strictly_left_of(Range(1, 4)),
        lambda: c.span << Range(1, 4),
        lambda: c.span >> Range(1, 4),
        lambda: c.span.not_extend_right_of(Range(1, 4)),
        lambda: c.span.not_extend_left_of(Range(1, 4)),
        lambda: c.span.adjacent_to(Range(1, 4)),
        lambda: c.span + Range(1, 4),
        lambda: c.span * Range(1, 4),
        lambda: c.span - Range(1, 4),
        lambda: c.span.union(Range(1, 2)),
        lambda: c.span == Range(1, 2),
        lambda: c.spans.contains(5),
        lambda: c.spans.op("<@")(MultiRange([Range(1, 2), Range(5, 7)])),
        lambda: func.lower(c.span),
        lambda: t.insert().values(span=Range(1, 5), spans=[Range(1, 2)]),
    ]


@case
def literals():
    for value, type_ in ((["a", "b'c"], ARRAY(String)), ([[1, 2], [3, 4]], ARRAY(Integer, dimensions=2)), ({"a": 1}, JSON()), ({"a": "it's"}, JSONB()), (Range(1, 5), INT4RANGE()), ([Range(1, 2), Range(3, 4)], INT4MULTIRANGE()), (datetime.timedelta(days=1, seconds=3), INTERVAL()), (b"\x00a", BYTEA()), ("101", BIT(3)), ({"a": "b"}, HSTORE()), ("x", CITEXT()), ("1.2.3.4", INET()), ("a", ENUM("a", name="x")), ("$.a", JSONPATH())):
        try:
            print(select(literal(value, type_)).compile(dialect=PG, compile_kwargs={"literal_binds": True}))
        except Exception as error:
            print(type(error).__name__, error)


@case
def searching():
    return [
        lambda: select(c.title.match("a b")),
        lambda: select(c.title.match("a b", postgresql_regconfig="english")),
        lambda: select(c.title.bool_op("@@")(func.to_tsquery("a & b"))),
        lambda: select(func.to_tsquery("cat").bool_op("@>")(func.to_tsquery("cat & rat"))),
        lambda: select(sa.cast("some words", TSVECTOR)),
        lambda: select(c.id).where(func.to_tsvector("english", c.title).bool_op("@@")(func.to_tsquery("english", "x"))),
        lambda: select(func.to_tsvector("fat cats ate rats").match("cat & rat")),
        lambda: c.words.match("x"),
        lambda: to_tsquery("english", "a"),
        lambda: to_tsvector("english", c.title).bool_op("@@")(websearch_to_tsquery("a b")),
        lambda: plainto_tsquery("a"),
        lambda: phraseto_tsquery("a"),
        lambda: ts_headline("english", c.title, to_tsquery("x")),
        lambda: select(t).with_hint(t, "ONLY", "postgresql"),
        lambda: t.update().values(title="x").with_hint("ONLY", dialect_name="postgresql"),
        lambda: t.delete().with_hint("ONLY", dialect_name="postgresql"),
        lambda: c.at.op("AT TIME ZONE")("UTC"),
        lambda: func.timezone("UTC", c.zat),
        lambda: c.at - datetime.timedelta(days=2),
        lambda: c.at + sa.cast("1 day", INTERVAL),
        lambda: c.at - c.zat,
        lambda: sa.extract("epoch", c.at - c.zat),
        lambda: func.date_trunc("month", c.at),
        lambda: c.net.op(">>=")("10.0.0.1"),
        lambda: select(func.pg_get_serial_sequence("thing", "id")),
        lambda: select(text("now() - interval '1 day'")),
    ]


@case
def indexes():
    i = Index("ix_conc", c.title, postgresql_concurrently=True)
    return [
        lambda: CreateIndex(Index("i1", c.id, postgresql_include=["title"])),
        lambda: CreateIndex(Index("i2", c.id, postgresql_where=c.id > 10)),
        lambda: CreateIndex(Index("i3", c.id, c.title, postgresql_ops={"title": "text_pattern_ops", "id": "int4_ops"})),
        lambda: CreateIndex(Index("i4", c.id, func.lower(c.title).label("low"), postgresql_ops={"low": "text_pattern_ops"})),
        lambda: CreateIndex(Index("i5", c.tags, postgresql_using="gin")),
        lambda: CreateIndex(Index("i6", c.id, postgresql_with={"fillfactor": 50, "deduplicate_items": "off"})),
        lambda: CreateIndex(Index("i7", c.id, postgresql_tablespace="fast")),
        lambda: CreateIndex(i),
        lambda: DropIndex(i),
        lambda: CreateIndex(Index("i8", c.title, unique=True, postgresql_nulls_not_distinct=True)),
        lambda: CreateIndex(Index("i9", c.docb["a"]["b"].astext)),
        lambda: CreateIndex(Index("i10", c.docb["a"].astext.cast(Integer).desc().nulls_last(), postgresql_using="btree")),
        lambda: CreateIndex(Index("i11", sa.cast(c.docb["a"], sa.Text), postgresql_where=sa.and_(c.title.like("a%"), c.id.in_([1, 2])))),
        lambda: CreateIndex(Index("i13", c.title.collate("C"))),
        lambda: CreateIndex(Index("i14", text("(title || 'x') text_pattern_ops"), _table=t)),
        lambda: CreateIndex(Index("i15", func.coalesce(c.title, ""), c.id, unique=True)),
    ]


@case
def table_options():
    return [
        lambda: CreateTable(Table("a1", MetaData(), Column("id", Integer), postgresql_inherits="base")),
        lambda: CreateTable(Table("a2", MetaData(), Column("id", Integer), postgresql_inherits=("b1", "B2"))),
        lambda: CreateTable(Table("a4", MetaData(), Column("id", Integer, system=True), Column("b", Integer), postgresql_inherits="base")),
        lambda: CreateTable(Table("a5", MetaData(), Column("id", Integer), prefixes=["TEMPORARY"], postgresql_on_commit="PRESERVE ROWS")),
        lambda: CreateTable(Table("a6", MetaData(), Column("id", Integer), postgresql_partition_by="LIST (id)")),
        lambda: CreateTable(Table("a7", MetaData(), Column("id", Integer), postgresql_tablespace="some space")),
        lambda: CreateTable(Table("a8", MetaData(), Column("id", Integer), postgresql_using="heap")),
        lambda: CreateTable(Table("a9", MetaData(), Column("id", Integer), postgresql_with_oids=True)),
        lambda: CreateTable(Table("a10", MetaData(), Column("id", Integer), postgresql_with_oids=False)),
        lambda: CreateTable(Table("a11", MetaData(), Column("id", Integer), postgresql_with={"fillfactor": 70})),
        lambda: CreateTable(Table("a12", MetaData(), Column("id", Integer), postgresql_on_commit="DROP", postgresql_using="heap", postgresql_tablespace="x")),
    ]


@case
def constraints():
    p = Table("p", MetaData(), Column("a", Integer, primary_key=True), Column("b", Integer, primary_key=True))
    return [
        lambda: CreateTable(Table("c1", p.metadata, Column("x", Integer), Column("y", Integer), ForeignKeyConstraint(["x", "y"], [p.c.a, p.c.b], ondelete="SET NULL (y)", postgresql_not_valid=True))),
        lambda: CreateTable(Table("c2", MetaData(), Column("id", Integer), Column("v", Integer), UniqueConstraint("id", postgresql_include=["v"]))),
        lambda: CreateTable(Table("c3", MetaData(), Column("id", Integer), UniqueConstraint("id", postgresql_nulls_not_distinct=True))),
        lambda: CreateTable(Table("c4", MetaData(), Column("id", Integer), sa.CheckConstraint("id > 1", postgresql_not_valid=True))),
        lambda: sa.schema.AddConstraint(sa.CheckConstraint(p.c.a > 1, name="ck", postgresql_not_valid=True)),
        lambda: CreateTable(Table("room", MetaData(), Column("room", Integer, primary_key=True), Column("during", TSRANGE()), ExcludeConstraint(("room", "="), ("during", "&&")))),
        lambda: CreateTable(Table("room2", MetaData(), Column("room", Integer), Column("during", TSRANGE()), ExcludeConstraint((column("room"), "="), (func.lower(column("during")), "&&"), name="ex", using="gist", where=column("room") > 1, ops={"room": "int4_ops"}, deferrable=True, initially="DEFERRED"))),
        lambda: CreateTable(Table("room3", MetaData(), Column("room", Integer), ExcludeConstraint((text("int4range(room, 5)"), "&&"), using="gist", where=text("room > 2")))),
    ]


class Colour(enum.Enum):
    red = "R"
    blue = "B"


@case
def named():
    def dump(statement, *args, **kwargs):
        print(str(statement.compile(dialect=engine.dialect)).strip())

    engine = sa.create_mock_engine("postgresql://", dump)
    mood = ENUM("sad", "ok", name="mood", metadata=MetaData())
    mood.create(engine, checkfirst=False)
    mood.drop(engine, checkfirst=False)
    positive = DOMAIN("positive", Integer, check="VALUE > 0", not_null=True, default="3", collation=None, constraint_name="pos")
    positive.create(engine, checkfirst=False)
    positive.drop(engine, checkfirst=False)
    DOMAIN("zip", sa.Text, check=r"VALUE ~ '^\d{5}$'", collation="C", default=text("'00000'"), schema="post").create(engine, checkfirst=False)
    md = MetaData()
    Table("u", md, Column("id", Integer, primary_key=True), Column("a", sa.Enum(Colour)), Column("b", ENUM(Colour, name="shade", values_callable=lambda e: [x.value for x in e])), Column("c", positive), Column("d", ARRAY(sa.Enum("x", name="letter"))), Column("f", ENUM("z", name="none", create_type=False)))
    md.create_all(engine, checkfirst=False)
    md.drop_all(engine, checkfirst=False)
    print(repr(mood), mood.enums, mood.name, repr(positive))
