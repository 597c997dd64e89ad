"""Labels that the project's own module names."""
import branches
import sqlalchemy as sa
from alembic import op

revision = "e1"
down_revision = None
branch_labels = branches.label(branches.EXPAND)
depends_on = None


def upgrade():
    options = op.get_context().opts
    for name in ("target_metadata", "include_object", "include_schemas", "render_as_batch", "upgrade_token",
                 "user_module_prefix", "literal_binds", "on_version_apply", "transaction_per_migration"):
        print(name, repr(options[name]))
    op.create_table("goods", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
