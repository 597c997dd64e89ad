"""tables, and rows where they are asked for"""
import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.sql import column, table

revision = "001"
down_revision = None


def upgrade():
    schema_upgrades()
    if context.get_x_argument(as_dictionary=True).get("rows"):
        data_upgrades()


def downgrade():
    if context.get_x_argument(as_dictionary=True).get("rows"):
        data_downgrades()
    schema_downgrades()


def schema_upgrades():
    op.create_table(
        "hive",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("place", sa.String),
        sa.Column("bees", sa.Integer, server_default="0"),
    )


def schema_downgrades():
    op.drop_table("hive")


def data_upgrades():
    hives = table("hive", column("place", sa.String), column("bees", sa.Integer))
    op.bulk_insert(hives, [{"place": "orchard", "bees": 30000}, {"place": "roof", "bees": 12}])


def data_downgrades():
    op.execute("DELETE FROM hive")
