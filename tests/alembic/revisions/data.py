"""bulk_insert, execute, inline_literal."""
import datetime
import decimal

import sqlalchemy as sa
from alembic import op

revision = "data"
down_revision = None


def upgrade():
    boat = op.create_table(
        "boat",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(50)),
        sa.Column("built", sa.Date),
        sa.Column("price", sa.Numeric(10, 2)),
        sa.Column("afloat", sa.Boolean),
    )
    op.bulk_insert(
        boat,
        [
            {"id": 1, "name": "Anne's \\ 100% :colon", "built": datetime.date(1998, 4, 1), "price": decimal.Decimal("12.50"), "afloat": True},
            {"id": 2, "name": None, "built": None, "price": None, "afloat": False},
        ],
    )
    light = sa.table("owner", sa.column("id", sa.Integer), sa.column("name", sa.String))
    op.bulk_insert(light, [{"id": 5, "name": op.inline_literal("five")}], multiinsert=False)
    op.bulk_insert(light, [])
    op.execute("UPDATE boat SET name = 'x' WHERE name LIKE '100%'")
    op.execute(sa.text("UPDATE boat SET name = :n WHERE id = 3").bindparams(n="it's"))
    op.execute(light.update().where(light.c.name == op.inline_literal("five")).values(name=op.inline_literal("six")))
    op.execute(light.insert().values(id=9, name="nine"))
    op.execute(light.delete().where(light.c.id.in_([1, 2, 3])))
    op.execute("""
        SELECT 1
\tFROM boat
    """, execution_options={"no_parameters": True})
    op.execute(sa.schema.CreateSequence(sa.Sequence("boat_number", start=7)))
    op.get_bind().execute(sa.text("SELECT 7"))
    op.get_context().execute("SELECT 8")


def downgrade():
    op.execute(sa.DDL("DROP VIEW %(name)s", context={"name": "v"}))
