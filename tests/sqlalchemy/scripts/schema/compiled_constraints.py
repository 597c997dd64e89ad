# Constraints whose class the script compiles itself.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import AddConstraint, CreateTable


@compiles(sa.ForeignKeyConstraint, "postgresql")
def without_name(element, compiler, **kw):
    element.name = None
    return compiler.visit_foreign_key_constraint(element, **kw)


@compiles(sa.UniqueConstraint)
def commented(element, compiler, **kw):
    return "/* unique */ " + compiler.visit_unique_constraint(element, **kw)


@compiles(sa.CheckConstraint, "sqlite")
def none(element, compiler, **kw):
    return None


@compiles(sa.CheckConstraint, "postgresql")
def rewritten(element, compiler, **kw):
    return "CHECK (" + compiler.sql_compiler.process(element.sqltext) + " OR %s)" % compiler.dialect.name


metadata = sa.MetaData()
sa.Table("owner", metadata, sa.Column("id", sa.Integer, primary_key=True))
table = sa.Table(
    "item",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("owner_id", sa.Integer, sa.ForeignKey("owner.id", name="fk_item_owner", ondelete="CASCADE")),
    sa.Column("size", sa.Integer),
    sa.UniqueConstraint("owner_id", "size", name="uq_item"),
    sa.CheckConstraint("size > 0", name="ck_item_size"),
)
dialects = sqlite.dialect(), postgresql.dialect()
for dialect in dialects:
    print(CreateTable(table).compile(dialect=dialect))
for constraint in sorted(table.constraints, key=lambda c: type(c).__name__):
    if not isinstance(constraint, (sa.CheckConstraint, sa.PrimaryKeyConstraint)):
        for dialect in dialects:
            print(AddConstraint(constraint).compile(dialect=dialect))
print([c.name for c in table.constraints if isinstance(c, sa.ForeignKeyConstraint)])
