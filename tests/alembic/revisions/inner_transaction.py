"""context.begin_transaction() in a revision: a transaction within that of the script."""
from alembic import context, op

revision = "inner_transaction"
down_revision = None


def upgrade():
    with context.begin_transaction():
        op.execute("CREATE TABLE bowl (id INTEGER)")
        with context.begin_transaction():
            op.execute("CREATE TABLE plate (id INTEGER)")
    op.execute("CREATE TABLE cup (id INTEGER)")


def downgrade():
    try:
        with context.begin_transaction():
            op.execute("DROP TABLE bowl")
            raise LookupError("no plate")
    except LookupError as error:
        op.execute("-- %s" % error)
    with context.begin_transaction():
        op.execute("DROP TABLE cup")
