"""What is left out is text put together."""
import branches
from alembic import op

revision = "c" + str(1)
down_revision = None
branch_labels = branches.label(branches.CONTRACT)
depends_on = ["e1"]


def upgrade():
    op.execute("INSERT INTO goods (name) VALUES ('tea')")
    print(op.get_bind().exec_driver_sql("SELECT * FROM goods").all() if not op.get_context().as_sql else "")
