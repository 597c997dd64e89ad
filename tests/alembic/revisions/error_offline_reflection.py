"""A table is to be read from a database where there is none."""
import sqlalchemy as sa
from alembic import op

revision = "error_offline_reflection"
down_revision = None


def upgrade():
    sa.Table("shelf", sa.MetaData(), autoload_with=op.get_bind())


def downgrade():
    sa.inspect(op.get_bind())
