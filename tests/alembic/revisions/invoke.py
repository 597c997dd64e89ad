"""The classes of operations, made by hand."""
import sqlalchemy as sa
from alembic import op
from alembic.operations import Operations, ops

revision = "invoke"
down_revision = None


def upgrade():
    table = op.invoke(ops.CreateTableOp("boat", [sa.Column("id", sa.Integer, primary_key=True)], schema="harbour"))
    assert table.name == "boat" and table.schema == "harbour"
    op.invoke(ops.AddColumnOp("boat", sa.Column("x", sa.Integer)))
    op.invoke(ops.CreateIndexOp("ix", "boat", ["x"], unique=True))
    op.invoke(ops.ExecuteSQLOp("SELECT 1"))
    op.invoke(ops.RenameTableOp("boat", "ship"))
    context = op.get_context()
    Operations(context).execute("SELECT 2")
    assert context.as_sql and context.impl.__dialect__ == context.dialect.name
    assert op.get_bind().dialect.name == context.dialect.name
    context.impl.static_output("-- a note")


def downgrade():
    op.invoke(ops.DropTableOp("boat", schema="harbour"))
