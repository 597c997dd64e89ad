"""create_table, drop_table, rename_table and the comments of tables."""
import sqlalchemy as sa
from alembic import op

revision = "tables"
down_revision = None


def upgrade():
    op.create_table(
        "captain",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False, unique=True),
        sa.Column("rank", sa.SmallInteger, index=True, server_default=sa.text("1")),
        sa.Column("licence", sa.LargeBinary),
        sa.Column("born", sa.DateTime(timezone=True)),
        comment="who is on board",
    )
    op.create_table(
        "voyage",
        sa.Column("captain_id", sa.Integer, sa.ForeignKey("captain.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("nautical miles", sa.Numeric(10, 1)),
        sa.PrimaryKeyConstraint("captain_id", "number", name="pk_voyage"),
        sa.UniqueConstraint("number", deferrable=True, initially="DEFERRED"),
        sa.CheckConstraint("number > 0", name="positive"),
        sa.Index("ix_voyage_miles", "nautical miles"),
        schema="log",
    )
    op.create_table("plain", sa.Column("x", sa.Integer), if_not_exists=True)
    op.create_table(
        "self_reference",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent", sa.Integer),
        sa.ForeignKeyConstraint(["parent"], ["self_reference.id"], name=op.f("fk_parent")),
        prefixes=["TEMPORARY"],
    )
    op.create_table(
        "kinds",
        sa.Column("kind", sa.Enum("sloop", "ketch", "yawl", name="rig")),
        sa.Column("state", sa.Enum("afloat", "sunk", name="state", native_enum=False, create_constraint=True)),
        sa.Column("ok", sa.Boolean(name="is_ok", create_constraint=True), server_default=sa.true()),
        mysql_engine="InnoDB",
        sqlite_autoincrement=True,
    )
    op.rename_table("captain", "skipper")
    op.rename_table("voyage", "Trip", schema="log")
    op.create_table_comment("skipper", "it's theirs", existing_comment="who is on board")
    op.drop_table_comment("skipper", schema="log", existing_comment="x")


def downgrade():
    op.drop_table("kinds")
    op.drop_table("Trip", schema="log")
    op.drop_table("plain", if_exists=True)
