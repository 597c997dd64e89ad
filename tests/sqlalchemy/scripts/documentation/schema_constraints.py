# Foreign keys, cycles, unique, check and primary key constraints, naming conventions, indexes.
import uuid

import sqlalchemy as sa
from sqlalchemy import Boolean, CheckConstraint, Column, Enum, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData
from sqlalchemy import PrimaryKeyConstraint, String, Table, UniqueConstraint, column, create_mock_engine, func, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, DropConstraint, DropIndex

from shared.cases import case


def create(*tables):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        for table in tables:
            print(str(CreateTable(table).compile(dialect=dialect)).strip())
            for index in sorted(table.indexes, key=lambda i: i.name or ""):
                print(CreateIndex(index).compile(dialect=dialect))


def emitted(metadata, what, url="postgresql://", order=False):
    lines = []

    def dump(statement, *args, **kwargs):
        lines.append(str(statement.compile(dialect=engine.dialect)).strip())

    engine = create_mock_engine(url, dump)
    try:
        getattr(metadata, what)(engine, checkfirst=False)
    finally:
        if order:
            lines.sort(key=lambda line: line if line.startswith("ALTER") else "")
        print("\n".join(lines))


@case
def composite_reference():
    m = MetaData()
    order = Table("order", m, Column("year", Integer, primary_key=True), Column("no", Integer, primary_key=True), Column("note", String(30), nullable=False))
    line = Table(
        "order_line",
        m,
        Column("id", Integer, primary_key=True),
        Column("year", Integer, nullable=False),
        Column("no", Integer, nullable=False),
        ForeignKeyConstraint(["year", "no"], ["order.year", "order.no"]),
    )
    by_column = Table("memo", m, Column("id", Integer, primary_key=True), Column("line", Integer, ForeignKey(line.c.id)))
    create(order, line, by_column)


def cycle(**options):
    m = MetaData()
    Table("team", m, Column("id", Integer, primary_key=True), Column("captain", Integer, ForeignKey("player.id")))
    Table("player", m, Column("id", Integer, primary_key=True), Column("team_id", Integer), ForeignKeyConstraint(["team_id"], ["team.id"], **options))
    return m


@case
def cycle_of_tables():
    # The keys that are added late come in the order of a set.
    m = cycle(name="fk_player_team")
    emitted(m, "create_all", order=True)
    emitted(m, "drop_all")


@case
def cycle_on_sqlite():
    m = cycle(name="fk_player_team")
    emitted(m, "create_all", "sqlite://")
    emitted(m, "drop_all", "sqlite://")


@case
def cycle_use_alter():
    m = cycle(name="fk_player_team", use_alter=True)
    emitted(m, "create_all")
    emitted(m, "drop_all")


@case
def cycle_without_names():
    m = MetaData()
    Table("hen", m, Column("id", Integer, primary_key=True), Column("egg", Integer, ForeignKey("egg.id")))
    Table("egg", m, Column("id", Integer, primary_key=True), Column("hen", Integer, ForeignKey("hen.id")))
    emitted(m, "create_all", order=True)
    emitted(m, "drop_all")


@case
def use_alter_without_name():
    emitted(cycle(use_alter=True), "create_all")


@case
def actions():
    m = MetaData()
    Table("parent", m, Column("id", Integer, primary_key=True), Column("rev", Integer))
    child = Table("child", m, Column("id", Integer, ForeignKey("parent.id", onupdate="CASCADE", ondelete="CASCADE"), primary_key=True))
    both = Table(
        "both",
        m,
        Column("id", Integer, primary_key=True),
        Column("a", Integer),
        Column("b", Integer),
        ForeignKeyConstraint(["a", "b"], ["parent.id", "parent.rev"], onupdate="CASCADE", ondelete="SET NULL", deferrable=True, initially="DEFERRED", match="FULL"),
    )
    third = Table("third", m, Column("p", ForeignKey("parent.id", name="fk_p", deferrable=False, initially="IMMEDIATE", match="SIMPLE", ondelete="SET NULL (p)")))
    create(child, both, third)


@case
def unique_and_check():
    m = MetaData()
    t = Table(
        "measure",
        m,
        Column("low", Integer, CheckConstraint("low > 2"), unique=True),
        Column("high", Integer, CheckConstraint("high < 99", name="top")),
        Column("mid", Integer),
        UniqueConstraint("low", "mid", name="uq_low_mid", deferrable=True, initially="DEFERRED"),
        UniqueConstraint("mid", "high", postgresql_nulls_not_distinct=True),
        UniqueConstraint("mid", sqlite_on_conflict="REPLACE"),
        CheckConstraint("low < mid + 5", name="order"),
        CheckConstraint(text("high > mid")),
        CheckConstraint(column("mid") > 2, name="even"),
    )
    CheckConstraint(sa.and_(t.c.low > 0, t.c.high.between(1, 5)), name="expr")
    create(t)
    for constraint in sorted(t.constraints, key=lambda c: c._creation_order):
        if isinstance(constraint, PrimaryKeyConstraint):
            continue
        print(AddConstraint(constraint).compile(dialect=postgresql.dialect()))
        if constraint.name:
            print(DropConstraint(constraint, cascade=True, if_exists=True).compile(dialect=postgresql.dialect()))
            print(DropConstraint(constraint))
        print(type(constraint).__name__, constraint.name)


@case
def primary_key():
    t = Table("slot", MetaData(), Column("hall", Integer), Column("seat", Integer), Column("who", String(5)), PrimaryKeyConstraint("hall", "seat", name="slot_pk"))
    create(t)
    print(t.primary_key.name, [c.name for c in t.primary_key.columns], t.c.hall.primary_key)
    t = Table("slot2", MetaData(), Column("hall", Integer), Column("seat", Integer), PrimaryKeyConstraint("seat", "hall", deferrable=True, sqlite_on_conflict="IGNORE"))
    create(t)


convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


@case
def conventions():
    m = MetaData(naming_convention=convention)
    visitor = Table("visitor", m, Column("id", Integer, primary_key=True), Column("badge", String(30), nullable=False), Column("hall", String, index=True), UniqueConstraint("badge"))
    print(sorted(c.name for c in visitor.constraints), [i.name for i in visitor.indexes])
    ticket = Table("ticket", m, Column("id", Integer, primary_key=True), Column("code", String(30), unique=True), Column("visitor_id", ForeignKey("visitor.id")), CheckConstraint("code > 5", name="code_5"))
    create(visitor, ticket)


@case
def default_convention():
    from sqlalchemy.sql.schema import DEFAULT_NAMING_CONVENTION

    print(DEFAULT_NAMING_CONVENTION)
    print(MetaData().naming_convention)


@case
def convention_of_many_columns():
    for pattern in ("uq_%(table_name)s_%(column_0_N_name)s", "uq_%(column_0N_key)s", "uq_%(column_0_N_label)s", "uq_%(column_1_name)s_%(column_2_key)s"):
        m = MetaData(naming_convention={"uq": pattern})
        t = Table(
            "shipping_manifests",
            m,
            Column("container_identification_code", Integer, key="x"),
            Column("harbour_authority_name", Integer, key="y"),
            Column("customs_declaration", Integer, key="z"),
            UniqueConstraint("x", "y", "z"),
        )
        create(t)


@case
def convention_by_function():
    def short(constraint, table):
        words = [table.name] + [e.parent.name for e in constraint.elements] + [e.target_fullname for e in constraint.elements]
        return str(uuid.uuid5(uuid.NAMESPACE_DNS, "/".join(words)))

    m = MetaData(naming_convention={"short": short, "ix": "ix_%(column_0_label)s", "fk": "fk_%(short)s"})
    Table("lamp", m, Column("a", Integer, primary_key=True), Column("b", Integer, primary_key=True))
    bulb = Table("bulb", m, Column("id", Integer, primary_key=True), Column("la", Integer), Column("lb", Integer))
    key = ForeignKeyConstraint(["la", "lb"], ["lamp.a", "lamp.b"])
    bulb.append_constraint(key)
    print(key.name)
    create(bulb)


@case
def convention_of_checks():
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
    create(Table("gauge", m, Column("bar", Integer), CheckConstraint("bar > 5", name="bar_5"), CheckConstraint("bar < 9", name=sa.sql.elements.conv("as_it_is"))))
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(column_0_name)s"})
    create(Table("gauge", m, Column("bar", Integer), CheckConstraint(column("bar") > 5)))
    gauge = Table("gauge2", m, Column("bar", Integer))
    CheckConstraint(gauge.c.bar > 5)
    create(gauge)


@case
def convention_without_name():
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
    create(Table("gauge", m, Column("bar", Integer), CheckConstraint("bar > 5")))


@case
def convention_of_types():
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
    create(Table("door", m, Column("open", Boolean(name="is_open", create_constraint=True)), Column("kind", Enum("a", "b", name="kinds", create_constraint=True, native_enum=False))))
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(column_0_name)s"})
    create(Table("door", m, Column("open", Boolean(create_constraint=True))))
    create(Table("door2", MetaData(), Column("open", Boolean(name="ck_door_open"))))


@case
def convention_of_types_without_name():
    m = MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"})
    create(Table("door", m, Column("open", Boolean(create_constraint=True))))


@case
def indexes():
    m = MetaData()
    t = Table(
        "books",
        m,
        Column("isbn", Integer, index=True),
        Column("title", String, index=True, unique=True),
        Column("year", Integer),
        Column("pages", Integer),
        Column("shelf", Integer),
        Index("ix_inline", "year", "pages"),
        Index("ix_inline_unique", "pages", "shelf", unique=True),
    )
    Index("ix_pair", t.c.year, t.c.pages)
    Index("ix_pair_unique", t.c.pages, t.c.shelf, unique=True)
    Index("ix_down", t.c.year.desc())
    Index("ix_lower", func.lower(t.c.title))
    Index("ix_text", text("upper(title)"), t.c.year.asc().nulls_last())
    Index("ix_sum", t.c.year + t.c.pages)
    Index(None, t.c.shelf, t.c.title)
    create(t)
    print(sorted(i.name for i in t.indexes))


@case
def index_alone():
    t = Table("books", MetaData(), Column("shelf", Integer))
    late = Index("late", t.c.shelf)
    engine = create_mock_engine("postgresql://", lambda s, *a, **k: print(s.compile(dialect=postgresql.dialect())))
    late.create(engine, checkfirst=False)
    late.drop(engine, checkfirst=False)
    print(CreateIndex(late, if_not_exists=True), "|", DropIndex(late, if_exists=True))
    print(repr(late), late.table, late.columns.keys(), late.unique)


@case
def index_of_nothing():
    Index("nowhere", "missing", _table=Table("t", MetaData(), Column("a", Integer)))


@case
def unknown_columns():
    Table("t", MetaData(), Column("a", Integer), UniqueConstraint("b"))
