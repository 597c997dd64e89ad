"""the view and the trigger once more"""
import sqlalchemy as sa
from alembic import context, op
from replaceable import Definition

revision = "004"
down_revision = "003"

full = Definition("full_hive", "SELECT place, bees, keeper FROM hive WHERE bees > 100")
counted = Definition("counted", "AFTER INSERT ON hive BEGIN UPDATE hive SET keeper = 'nobody' WHERE keeper IS NULL; END")


def show():
    if not context.is_offline_mode():
        for row in op.get_bind().execute(sa.text("SELECT name, sql FROM sqlite_master ORDER BY name")):
            print(row.name, row.sql)
        print(op.get_bind().execute(sa.text("SELECT * FROM hive")).fetchall())


def upgrade():
    op.swap_view(full, replaces="002.full")
    op.swap_trigger(counted, replaces="002.counted")
    show()


def downgrade():
    op.swap_view(full, replace_with="002.full")
    op.swap_trigger(counted, replace_with="002.counted")
    show()
