"""the first one"""
import sqlalchemy as sa
from alembic import context, op

revision = "001"
down_revision = None


def upgrade(tenant):
    op.execute(f"-- for {tenant}")
    op.create_table("owner", sa.Column("id", sa.Integer, primary_key=True))
    op.create_table("told", sa.Column("id", sa.String), sa.Column("up", sa.Integer))
    op.create_table(
        "pet",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(20), unique=True, index=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("owner.id"), index=True),
        sa.Column("tame", sa.Boolean(create_constraint=True, name="is_tame")),
        sa.Column("wild", sa.Boolean(create_constraint=True, name=op.f("as_it_is"))),
        sa.CheckConstraint("id > 0", name="positive"),
        sa.CheckConstraint("id < 99", name=op.f("ck_small")),
    )
    op.add_column("pet", sa.Column("old", sa.Boolean(name="is_old", create_constraint=False)))
    op.create_index(None, "pet", ["tame", "wild"])
    with op.batch_alter_table("pet", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text))


def downgrade(tenant):
    op.drop_table("pet")
    op.drop_table("owner")
    op.execute("CREATE TABLE gone (x INTEGER)")
