"""What op.get_bind() writes offline: texts, types, tables, sequences."""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = "binds"
down_revision = None

colour = sa.Enum("red", "blue", name="colour")
size = postgresql.ENUM("s", "m", name="size")


def upgrade():
    op.execute(sa.text("SELECT :x"))
    op.execute("SELECT :x")
    bind = op.get_bind()
    bind.execute(sa.text("SELECT :x"), {"x": 1})
    bind.execute(sa.text("SELECT :x").bindparams(x=5))
    op.execute(sa.text("SELECT :x").bindparams(x="it's"))
    colour.create(bind)
    colour.drop(bind, checkfirst=True)
    size.create(bind)
    size.drop(bind, checkfirst=True)
    sa.Table("hats", sa.MetaData(), sa.Column("c", colour)).create(bind)
    sa.Table("hats", sa.MetaData(), sa.Column("c", colour)).drop(bind)
    sa.Sequence("numbers").create(bind)
    op.execute(sa.schema.CreateSequence(sa.Sequence("more_numbers")))


def downgrade():
    bind = op.get_bind()
    colour.create(bind, checkfirst=False)
    metadata = sa.MetaData()
    sa.Table("hats", metadata, sa.Column("c", colour, index=True))
    metadata.create_all(bind)
    metadata.drop_all(bind)
