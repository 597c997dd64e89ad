"""create_index and drop_index."""
import sqlalchemy as sa
from alembic import op

revision = "indexes"
down_revision = None


def upgrade():
    op.create_index("ix_boat_name", "boat", ["name"])
    op.create_index("ix_boat_name_flag", "boat", ["name", "flag"], unique=True, schema="harbour")
    op.create_index(op.f("ix_boat_lower"), "boat", [sa.text("lower(name)")])
    op.create_index("ix_boat_expr", "boat", [sa.func.lower(sa.column("name")), "flag"])
    op.create_index("ix_boat_desc", "boat", [sa.text("built DESC"), "id"])
    op.create_index("ix_boat_if", "boat", ["name"], if_not_exists=True)
    op.create_index(None, "boat", ["name"])
    op.create_index("ix_where", "boat", ["name"], postgresql_where=sa.text("draft > 3"), sqlite_where=sa.text("draft > 3"))
    op.create_index(
        "ix_gin", "boat", ["name"], postgresql_using="gin", postgresql_ops={"name": "gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
    op.create_index("ix_include", "boat", ["id"], postgresql_include=["name", "Flag"])
    op.create_index("ix_column", "boat", [sa.column("draft").desc().nulls_last()])


def downgrade():
    op.drop_index("ix_boat_name")
    op.drop_index("ix_boat_name", table_name="boat")
    op.drop_index(op.f("ix_boat_lower"), "boat", schema="harbour")
    op.drop_index("ix_boat_if", "boat", if_exists=True)
