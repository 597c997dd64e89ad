"""Foreign keys to tables with schemas and with dots in their names."""
from alembic import op
import sqlalchemy as sa

revision = "references"
down_revision = None


def upgrade():
    op.create_foreign_key(None, "a", "b.c", ["x"], ["y"])
    op.create_foreign_key(None, "a", "b.c", ["x"], ["y"], referent_schema="r")
    op.create_foreign_key(None, "a", "b.c.d", ["x"], ["y"])
    op.create_foreign_key(None, "a.q", "a.q", ["x"], ["y"])
    op.create_foreign_key(None, "q", "q", ["x"], ["y"], source_schema="a", referent_schema="a")
    op.create_table(
        "k",
        sa.Column("x", sa.Integer, sa.ForeignKey("p.q.r")),
        sa.ForeignKeyConstraint(["x"], ["p.q.s.r"]),
    )


def downgrade():
    op.drop_table("k")
