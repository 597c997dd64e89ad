"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "unknown_directive"
down_revision = None


def upgrade():
    op.create_view('v')


def downgrade():
    pass
