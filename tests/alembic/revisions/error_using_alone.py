"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "using_alone"
down_revision = None


def upgrade():
    op.alter_column('t', 'x', postgresql_using='y')


def downgrade():
    pass
