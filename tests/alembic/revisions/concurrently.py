"""Statements outside the transaction."""
from alembic import op

revision = "concurrently"
down_revision = None


def upgrade():
    op.execute("SELECT 1")
    with op.get_context().autocommit_block():
        op.create_index("ix_now", "boat", ["name"], postgresql_concurrently=True)
        op.execute("ALTER TYPE rig ADD VALUE 'schooner'")
    op.execute("SELECT 2")


def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_now", "boat", postgresql_concurrently=True)
