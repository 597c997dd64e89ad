"""batch_alter_table: pass-through on PostgreSQL, with copy_from on SQLite."""
import sqlalchemy as sa
from alembic import op

revision = "batch"
down_revision = None

boat = sa.Table(
    "boat",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(50)),
    sa.Column("flag", sa.String(2)),
    sa.UniqueConstraint("name", name="uq_name"),
)


def upgrade():
    with op.batch_alter_table("boat", copy_from=boat) as batch_op:
        batch_op.add_column(sa.Column("draft", sa.Integer))
        batch_op.alter_column("flag", nullable=False, existing_type=sa.String(2), type_=sa.String(3))
        batch_op.drop_constraint("uq_name", type_="unique")
        batch_op.create_unique_constraint("uq_flag", ["flag"])
        batch_op.create_index("ix_draft", ["draft"])
        batch_op.execute("SELECT 'first'")
        batch_op.create_foreign_key("fk_owner", "owner", ["draft"], ["id"])
        batch_op.create_check_constraint("ck_draft", "draft > 0")
    with op.batch_alter_table("boat", schema=None) as batch_op:
        batch_op.add_column(sa.Column("extra", sa.Integer))
        batch_op.create_index(batch_op.f("ix_extra"), ["extra"], unique=True)


def downgrade():
    with op.batch_alter_table("boat", copy_from=boat) as batch_op:
        batch_op.drop_column("flag")
        batch_op.alter_column("name", new_column_name="title")
