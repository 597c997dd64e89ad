"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "sqlite_constraint"
down_revision = None


def upgrade():
    op.create_unique_constraint('uq', 't', ['x'])


def downgrade():
    pass
