"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "not_an_index_column"
down_revision = None


def upgrade():
    op.create_index('ix', 'boat', [3])


def downgrade():
    pass
