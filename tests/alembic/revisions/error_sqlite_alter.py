"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "sqlite_alter"
down_revision = None


def upgrade():
    op.alter_column('t', 'x', nullable=False)


def downgrade():
    pass
