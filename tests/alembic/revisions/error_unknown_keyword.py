"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "unknown_keyword"
down_revision = None


def upgrade():
    op.add_column('boat', sa.Column('x', sa.Integer), colour='red')


def downgrade():
    pass
