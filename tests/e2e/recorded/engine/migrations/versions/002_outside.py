"""Rows that are changed outside of the migration's transaction."""
import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    bind = op.get_bind()
    with op.get_context().autocommit_block():
        while bind.execute(sa.text("UPDATE crates SET label = label || '!' WHERE label NOT LIKE '%!'")).rowcount > 0:
            print("once more")
    with op.get_context().autocommit_block():
        op.execute("INSERT INTO crates (label) VALUES ('ash')")
        print(bind.execute(sa.text("SELECT label FROM crates ORDER BY id")).scalars().all())
    print(bind.in_transaction())
    bind.execute(sa.text("DELETE FROM crates WHERE label = 'ash'"))


def downgrade():
    pass
