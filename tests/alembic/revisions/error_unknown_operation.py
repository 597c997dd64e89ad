"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "unknown_operation"
down_revision = None


class Unknown:
    def __str__(self):
        return 'an unknown one'


def upgrade():
    op.invoke(Unknown())


def downgrade():
    pass
