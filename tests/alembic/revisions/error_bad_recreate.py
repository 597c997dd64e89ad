"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "bad_recreate"
down_revision = None


def upgrade():
    op.batch_alter_table('t', recreate='often').__enter__()


def downgrade():
    pass
