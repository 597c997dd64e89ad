"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "no_table_comment_arg"
down_revision = None


def upgrade():
    op.create_index('ix', 'boat')


def downgrade():
    pass
