"""who looks after it"""
import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"


def upgrade():
    op.add_column("hive", sa.Column("keeper", sa.String()))


def downgrade():
    op.drop_column("hive", "keeper")
