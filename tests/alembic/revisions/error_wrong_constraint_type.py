"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "wrong_constraint_type"
down_revision = None


def upgrade():
    op.drop_constraint('x', 'boat', type_='index')


def downgrade():
    pass
