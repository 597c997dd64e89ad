"""what is replaced as a whole"""
from alembic import op
from replaceable import Definition

revision = "002"
down_revision = "001"

full = Definition("full_hive", "SELECT place, bees FROM hive WHERE bees > 100")
counted = Definition("counted", "AFTER INSERT ON hive BEGIN UPDATE hive SET bees = 1 WHERE bees IS NULL; END")


def upgrade():
    op.make_view(full)
    op.make_trigger(counted)


def downgrade():
    op.unmake_trigger(counted)
    op.unmake_view(full)
