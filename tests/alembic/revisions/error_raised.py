"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "raised"
down_revision = None


def upgrade():
    raise ValueError('not today')


def downgrade():
    pass
