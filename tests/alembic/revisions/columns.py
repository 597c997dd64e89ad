"""add_column, alter_column, drop_column in every form."""
import sqlalchemy as sa
from alembic import op

revision = "columns"
down_revision = None


def upgrade():
    op.add_column("boat", sa.Column("draft", sa.Numeric(6, 2)))
    op.add_column("boat", sa.Column("name", sa.String(40), nullable=False, server_default="O'Neill"))
    op.add_column("boat", sa.Column("built", sa.Date(), server_default=sa.func.current_date()), schema="harbour")
    op.add_column("boat", sa.Column("berth", sa.Integer), if_not_exists=True)
    op.add_column("boat", sa.Column("note", sa.Text, comment="what the harbour master said"))
    op.add_column("Boat Yard", sa.Column("Order", sa.Integer, sa.Identity(start=10, cycle=True)))
    op.add_column("boat", sa.Column("length_m", sa.Float, sa.Computed("length_ft * 0.3048")))
    if op.get_context().dialect.name == "postgresql":
        op.add_column("boat", sa.Column("owner_id", sa.Integer, sa.ForeignKey("owner.id", name="fk_owner")))
        op.add_column("boat", sa.Column("mooring_id", sa.Integer, sa.ForeignKey("mooring.id")), inline_references=True)
        op.add_column("boat", sa.Column("id", sa.Integer, primary_key=True), inline_primary_key=True)
        op.add_column("boat", sa.Column("hull", sa.String(12), unique=True))
        op.add_column("boat", sa.Column("flag", sa.String(2), index=True))
        op.add_column("boat", sa.Column("sails", sa.Integer, sa.CheckConstraint("sails >= 0")))
        op.alter_column("boat", "name", new_column_name="title")
        op.alter_column("boat", "name", nullable=False, existing_type=sa.String(40))
        op.alter_column("boat", "name", nullable=True, schema="harbour")
        op.alter_column("boat", "name", server_default=sa.text("now()"))
        op.alter_column("boat", "name", server_default=None)
        op.alter_column("boat", "draft", type_=sa.Integer, postgresql_using="draft::integer")
        op.alter_column("boat", "draft", comment="in metres", existing_comment="in feet")
        op.alter_column("boat", "draft", comment=None)
        op.alter_column("boat", "draft", type_=sa.BigInteger(), nullable=False, server_default="7", new_column_name="depth")
        op.alter_column("boat", "id", server_default=sa.Identity(always=True))


def downgrade():
    op.drop_column("boat", "draft")
    op.drop_column("Boat Yard", "Order", schema="harbour")
    op.drop_column("boat", "berth", if_exists=True)
