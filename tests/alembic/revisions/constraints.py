"""Constraints made and dropped on their own."""
import sqlalchemy as sa
from alembic import op

revision = "constraints"
down_revision = None


def upgrade():
    op.create_primary_key("pk_boat", "boat", ["id"])
    op.create_primary_key("pk_boat", "boat", ["id", "Part"], schema="harbour")
    op.create_foreign_key("fk_owner", "boat", "owner", ["owner_id"], ["id"])
    op.create_foreign_key(
        "fk_owner", "boat", "owner", ["a", "b"], ["x", "y"], onupdate="CASCADE", ondelete="SET NULL",
        deferrable=True, initially="DEFERRED", match="FULL", source_schema="harbour", referent_schema="people",
    )
    op.create_foreign_key(None, "boat", "boat", ["parent_id"], ["id"])
    op.create_foreign_key("fk_nv", "boat", "owner", ["o"], ["id"], postgresql_not_valid=True)
    op.create_unique_constraint("uq_hull", "boat", ["hull"])
    op.create_unique_constraint("uq_hull", "boat", ["hull", "flag"], schema="harbour", deferrable=False)
    op.create_unique_constraint(op.f("uq_nulls"), "boat", ["hull"], postgresql_nulls_not_distinct=True)
    op.create_check_constraint("ck_draft", "boat", "draft > 0")
    op.create_check_constraint("ck_draft", "boat", sa.text("draft < 40"), schema="harbour")
    op.create_check_constraint("ck_name", "boat", sa.func.length(sa.column("name")) > 2)
    op.create_check_constraint("ck_in", "boat", sa.column("flag").in_(["DE", "NL"]), postgresql_not_valid=True)


def downgrade():
    op.drop_constraint("uq_hull", "boat")
    op.drop_constraint("uq_hull", "boat", "unique", schema="harbour")
    op.drop_constraint("fk_owner", "boat", type_="foreignkey")
    op.drop_constraint("pk_boat", "boat", type_="primary", if_exists=True)
    op.drop_constraint("ck_draft", "boat", type_="check")
