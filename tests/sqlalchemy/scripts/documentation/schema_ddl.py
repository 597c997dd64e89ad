# Statements of one's own around CREATE and DROP: DDL, events, conditions, the schema constructs.
import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, DDL, Index, Integer, MetaData, String, Table, UniqueConstraint, create_mock_engine, event
from sqlalchemy import schema
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateTable, DDLElement

from shared.cases import case


def mock(url="postgresql://"):
    def dump(statement, *args, **kwargs):
        print(str(statement.compile(dialect=engine.dialect)).strip())

    engine = create_mock_engine(url, dump)
    return engine


@case
def after_create():
    m = MetaData()
    Table("guest", m, Column("id", Integer, primary_key=True), Column("name", String(40)))
    event.listen(m, "after_create", DDL("ALTER TABLE guest ADD CONSTRAINT long_name CHECK (length(name) >= 3)"))
    event.listen(m, "before_drop", DDL("ALTER TABLE guest DROP CONSTRAINT long_name"))
    m.create_all(mock(), checkfirst=False)
    m.drop_all(mock(), checkfirst=False)


@case
def for_a_dialect():
    m = MetaData()
    t = Table("guest", m, Column("id", Integer, primary_key=True))
    function = DDL("CREATE FUNCTION stamp() RETURNS TRIGGER AS $$ BEGIN NEW.id := 5; RETURN NEW; END; $$ LANGUAGE PLPGSQL")
    trigger = DDL("CREATE TRIGGER t_stamp BEFORE INSERT ON %(table)s FOR EACH ROW EXECUTE PROCEDURE stamp(); -- %(fullname)s 100%%")
    event.listen(t, "after_create", function.execute_if(dialect="postgresql"))
    event.listen(t, "after_create", trigger.execute_if(dialect=("postgresql", "mysql")))
    event.listen(t, "before_drop", DDL("DROP FUNCTION %(name)s", context={"name": "stamp"}).execute_if(dialect=("sqlite",)))
    for url in ("postgresql://", "sqlite://"):
        m.create_all(mock(url), checkfirst=False)
        m.drop_all(mock(url), checkfirst=False)


@case
def by_a_function():
    m = MetaData()
    t = Table("guest", m, Column("id", Integer, primary_key=True))
    asked = []

    def wanted(ddl, target, bind, **kw):
        asked.append((ddl.statement, str(target), sorted(kw)))
        return ddl.state == "yes"

    event.listen(t, "after_create", DDL("SELECT 1").execute_if(callable_=lambda ddl, target, bind, tables=None, **kw: target.name == "guest"))
    event.listen(t, "after_create", DDL("SELECT 2").execute_if(callable_=lambda ddl, target, bind, **kw: False))
    t.create(mock(), checkfirst=False)
    print(asked)


@case
def listens_for():
    m = MetaData()
    t = Table("guest", m, Column("id", Integer, primary_key=True))

    @event.listens_for(t, "after_create")
    def told(target, connection, **kw):
        print("created", target.name)
        connection.execute(DDL("SELECT 3"))

    @event.listens_for(m, "before_create")
    def before(target, connection, tables=None, checkfirst=None, **kw):
        print("before", [x.name for x in tables], checkfirst)

    m.create_all(mock(), checkfirst=False)


@case
def conditional_items():
    m = MetaData()
    Table(
        "part",
        m,
        Column("id", Integer, primary_key=True),
        Column("size", Integer),
        Column("what", String),
        Index("ix_part_what", "what").ddl_if(dialect="postgresql"),
        CheckConstraint("size > 5").ddl_if(dialect="sqlite"),
        UniqueConstraint("what", name="only").ddl_if(callable_=lambda ddl, target, bind, dialect, **kw: dialect.name == "postgresql"),
    )
    for url in ("postgresql://", "sqlite://"):
        m.create_all(mock(url), checkfirst=False)


@case
def constructs():
    m = MetaData()
    t = Table("part", m, Column("id", Integer, primary_key=True), Column("size", Integer, comment="in mm"), Column("other", sa.ForeignKey("part.id", name="fk_other")), comment="parts'")
    other = Table("other", m, Column("id", Integer, primary_key=True), Column("part", sa.ForeignKey("part.id", name="fk_part")))
    index = Index("ix_size", t.c.size)
    unique = UniqueConstraint(t.c.size, name="uq_size", comment="only one")
    items = [
        schema.CreateTable(other),
        schema.CreateTable(other, include_foreign_key_constraints=[], if_not_exists=True),
        schema.DropTable(t),
        schema.CreateColumn(t.c.size),
        schema.CreateIndex(index),
        schema.CreateIndex(index, if_not_exists=True),
        schema.DropIndex(index),
        schema.DropIndex(index, if_exists=True),
        schema.AddConstraint(unique),
        schema.DropConstraint(unique),
        schema.DropConstraint(unique, cascade=True),
        schema.DropConstraint(unique, if_exists=True),
        schema.CreateSequence(sa.Sequence("s")),
        schema.DropSequence(sa.Sequence("s")),
        schema.CreateSchema("attic"),
        schema.CreateSchema("Big Attic", if_not_exists=True),
        schema.DropSchema("attic"),
        schema.DropSchema("attic", cascade=True, if_exists=True),
        schema.SetTableComment(t),
        schema.DropTableComment(t),
        schema.SetColumnComment(t.c.size),
        schema.DropColumnComment(t.c.size),
        schema.SetConstraintComment(unique),
        schema.DropConstraintComment(unique),
    ]
    for item in items:
        try:
            print(type(item).__name__, "|", str(item.compile(dialect=postgresql.dialect())).strip())
        except Exception as error:
            print(type(item).__name__, type(error).__name__, error)
    print(items[0].element is other, str(items[4]))


@case
def of_ones_own():
    class Refresh(DDLElement):
        def __init__(self, name, quick):
            self.name = name
            self.quick = quick

    @compiles(Refresh)
    def refresh(element, compiler, **kw):
        return "REFRESH " + compiler.preparer.quote(element.name)

    @compiles(Refresh, "postgresql")
    def refresh_postgresql(element, compiler, **kw):
        return "REFRESH MATERIALIZED VIEW %s%s" % ("CONCURRENTLY " if element.quick else "", compiler.preparer.quote(element.name))

    print(Refresh("Sum", True))
    print(Refresh("Sum", True).compile(dialect=postgresql.dialect()))
    m = MetaData()
    t = Table("part", m, Column("id", Integer))
    event.listen(t, "after_create", Refresh("parts", False))
    event.listen(t, "after_create", Refresh("parts", False).execute_if(dialect="sqlite"))
    t.create(mock(), checkfirst=False)
