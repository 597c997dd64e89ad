"""the second one

With more to say.
"""
import sqlalchemy as sa
from alembic import context, op

revision = "002"
down_revision = "001"
branch_labels = ("pets",)


def upgrade(tenant=None):
    if not context.is_offline_mode():
        with op.batch_alter_table("owner") as batch_op:
            batch_op.add_column(sa.Column("note", sa.Text))
            batch_op.create_unique_constraint(None, ["note"])
            batch_op.create_check_constraint("short", "length(note) < 9")
            batch_op.create_foreign_key(None, "told", ["note"], ["id"])
    op.make_listing("pets", "SELECT name FROM pet")
    script = op.get_context().script
    print([one.revision for one in script.walk_revisions()], script.get_bases(), script.get_heads())
    own = script.get_revision("002")
    print(own.doc, own.down_revision, sorted(own.branch_labels), own.is_head, own.is_base, own.is_merge_point, own.module.revision)
    print(script.get_revision("001").module.down_revision, script.get_revision("pets@head").revision)


def downgrade(tenant):
    op.execute("DROP VIEW pets")
