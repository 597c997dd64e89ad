"""What tables and MetaData write by themselves, and what statements take along, where env.py asks for named
parameters."""
import enum

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "made_by_tables"
down_revision = None


class Size(enum.Enum):
    small = "S"
    large = "L"


class Code(str, enum.Enum):
    first = "f"


class Initial(sa.TypeDecorator):
    impl = sa.String(1)
    cache_ok = True

    def process_literal_param(self, value, dialect):
        return value.value

    def process_bind_param(self, value, dialect):
        return value.value


def write(*words):
    op.get_context().impl.static_output(" ".join(["--", *map(str, words)]))


def said(statement):
    try:
        statement()
    except Exception as error:
        write(type(error).__name__, error)


def upgrade():
    dialect = op.get_context().dialect
    write(dialect.paramstyle, op.get_bind().dialect.paramstyle, op.get_bind().dialect is dialect)
    write(sa.select(sa.literal(5)).compile(dialect=dialect))
    even = sa.Table("even", sa.MetaData(), sa.Column("n", sa.Integer), sa.CheckConstraint("n % 2 = 0", name="ck_100%"))
    even.create(op.get_bind())
    op.create_table("even_too", sa.Column("n", sa.Integer), sa.CheckConstraint("n % 2 = 0", name="ck_100%"))

    metadata = sa.MetaData()
    sa.Sequence("alone", metadata=metadata)
    sa.Table("box", metadata, sa.Column("id", sa.Integer, sa.ForeignKey("shelf.id")),
             sa.Column("size", sa.Enum("S", "L", name="box_size")), sa.Column("n", sa.Integer, sa.Sequence("box_n")))
    sa.Table("shelf", metadata, sa.Column("id", sa.Integer, sa.Sequence("shelf_id", metadata=metadata), primary_key=True),
             sa.Column("kind", sa.Enum("x", name="shelf_kind")))
    metadata.create_all(op.get_bind())
    metadata.drop_all(op.get_bind())
    for table in metadata.sorted_tables:
        table.create(op.get_bind())
    for table in reversed(metadata.sorted_tables):
        table.drop(op.get_bind())

    long_name = "a_name_that_no_server_keeps_as_it_is_" * 2
    said(lambda: sa.Table(long_name, sa.MetaData(), sa.Column("a", sa.Integer)).create(op.get_bind()))
    said(lambda: sa.Table(long_name, sa.MetaData(), sa.Column("a", sa.Integer)).drop(op.get_bind()))
    said(lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer), schema=long_name).create(op.get_bind()))

    item = sa.table("item", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("size", Initial))
    other = sa.table("other", sa.column("id", sa.Integer), sa.column("label", sa.String))
    third = sa.table("third", sa.column("x", sa.Integer))
    op.execute(sa.update(item).values({item.c.name: other.c.label}))
    op.execute(sa.update(item).where(item.c.id == other.c.id).values(name=sa.cast(third.c.x, sa.String) + other.c.label))
    op.execute(item.update().values(name=sa.func.lower(other.c.label), id=third.c.x))
    op.execute(item.update().ordered_values((item.c.name, other.c.label), (item.c.id, 5)))
    op.execute(item.update().values(name=sa.select(other.c.label).where(other.c.id == item.c.id).scalar_subquery()))
    said(lambda: op.bulk_insert(item, [{"id": 1, "name": Size.small}]))
    op.bulk_insert(item, [{"id": 1, "name": Code.first}])
    op.bulk_insert(item, [{"id": 1, "size": Size.large}])


def downgrade():
    postgresql.ENUM("100%", name="percents").create(op.get_bind())
