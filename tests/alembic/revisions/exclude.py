"""create_exclude_constraint."""
import sqlalchemy as sa
from alembic import op

revision = "exclude"
down_revision = None


def upgrade():
    op.create_exclude_constraint("no_overlap", "booking", ("period", "&&"), ("berth", "="), where="berth > 0")
    op.create_exclude_constraint(
        "no_overlap2", "booking", (sa.column("period"), "&&"), using="gist", schema="harbour",
        deferrable=True, initially="DEFERRED",
    )


def downgrade():
    op.drop_constraint("no_overlap", "booking")
