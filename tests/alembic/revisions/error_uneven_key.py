"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "uneven_key"
down_revision = None


def upgrade():
    op.create_foreign_key('fk', 'a', 'b', ['x'], ['y', 'z'])


def downgrade():
    pass
