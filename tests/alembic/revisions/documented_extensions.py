"""The page on operations of one's own: new ones, implementations that replace the built-in, and reverse()."""
import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations, MigrateOperation, Operations
from alembic.operations.ops import AddColumnOp, CreateTableOp, CreateUniqueConstraintOp, DropColumnOp
from alembic.operations.toimpl import add_column as plain_add_column
from alembic.operations.toimpl import create_constraint as plain_create_constraint
from alembic.operations.toimpl import create_table as plain_create_table
from alembic.operations.toimpl import drop_column as plain_drop_column

revision = "documented_extensions"
down_revision = None

journal = sa.Table("journal", sa.MetaData(), sa.Column("what", sa.String), sa.Column("whose", sa.String))


class Undoable(MigrateOperation):
    """Something with a name that can be made and unmade."""

    def __init__(self, name, **options):
        self.name, self.options = name, options

    @classmethod
    def on(cls, operations, name, **options):
        """Runs it."""
        return operations.invoke(cls(name, **options))

    def reverse(self):
        raise NotImplementedError()


@BatchOperations.register_operation("grant_role", "on")
@Operations.register_operation("grant_role", "on")
class GrantRole(Undoable):
    def reverse(self):
        return RevokeRole(self.name, **self.options)


@Operations.register_operation("revoke_role", sourcename="on")
class RevokeRole(Undoable):
    def reverse(self):
        return GrantRole(self.name, **self.options)


@Operations.implementation_for(GrantRole)
def grant(operations, operation):
    operations.execute("GRANT %s TO %s" % (operation.name, operation.options["to"]))
    return "granted"


@Operations.implementation_for(RevokeRole)
def revoke(operations, operation):
    operations.execute("REVOKE %s FROM %s" % (operation.name, operation.options["to"]))


@Operations.implementation_for(CreateTableOp, replace=True)
def create_table_with_journal(operations, operation):
    if operation.table_name.startswith("skipped"):
        operations.execute("-- %s is not made" % operation.table_name)
        return None
    made = plain_create_table(operations, operation)
    operations.execute(journal.insert().values(what="create", whose=operation.table_name))
    return made


@Operations.implementation_for(AddColumnOp, replace=True)
def add_column_with_journal(operations, operation):
    plain_add_column(operations, operation)
    operations.execute(f"-- {operation.table_name} has {operation.column.name}")


@Operations.implementation_for(DropColumnOp, replace=True)
def drop_column_with_journal(operations, operation):
    operations.execute(f"-- {operation.column_name} goes")
    plain_drop_column(operations, operation)


@Operations.implementation_for(CreateUniqueConstraintOp, replace=True)
def unique(operations, operation):
    operations.execute(f"-- {operation.constraint_name} on {list(operation.columns)}")
    if operations.impl.dialect.name == "postgresql":
        plain_create_constraint(operations, operation)


def upgrade():
    op.execute("-- " + str(op.grant_role("reader", to="porter")))
    op.invoke(GrantRole("writer", to="cook").reverse())
    op.invoke(RevokeRole("writer", to="cook").reverse())
    made = op.create_table("kitchen", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
    op.bulk_insert(made, [{"name": "small"}])
    op.create_table("skipped_kitchen", sa.Column("id", sa.Integer))
    op.add_column("kitchen", sa.Column("ovens", sa.Integer), schema="house")
    op.create_unique_constraint("uq_kitchen", "kitchen", ["name"])
    with op.batch_alter_table("kitchen") as batch_op:
        batch_op.add_column(sa.Column("sinks", sa.Integer))
        batch_op.invoke(RevokeRole("reader", to="cook"))
        batch_op.grant_role("washer", to="cook")
    try:
        @Operations.implementation_for(GrantRole)
        def again(operations, operation):
            pass
    except ValueError as error:
        op.execute("-- " + type(error).__name__)
    try:
        op.invoke(Undoable("x"))
    except ValueError as error:
        op.execute("-- " + type(error).__name__)
    try:
        Undoable("x").reverse()
    except NotImplementedError:
        op.execute("-- cannot be reversed")


def downgrade():
    op.revoke_role("reader", to="porter")
    op.drop_column("kitchen", "ovens", schema="house")
