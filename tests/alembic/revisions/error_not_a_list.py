"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "not_a_list"
down_revision = None


def upgrade():
    op.bulk_insert(sa.table('t', sa.column('x')), {'x': 1})


def downgrade():
    pass
