"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "not_dicts"
down_revision = None


def upgrade():
    op.bulk_insert(sa.table('t', sa.column('x')), ['x'])


def downgrade():
    pass
