"""An error."""
import sqlalchemy as sa
from alembic import op

revision = "sqlite_batch"
down_revision = None


def upgrade():
    
    with op.batch_alter_table('t') as b:
        b.drop_column('x')


def downgrade():
    pass
