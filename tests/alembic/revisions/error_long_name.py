"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "long_name"
down_revision = None


def upgrade():
    op.create_index('i' * 70, 't', ['x'])


def downgrade():
    pass
