"""Operations of a script's own, and what scripts read from the context."""
from alembic import context, op
from alembic.operations import MigrateOperation, Operations, ops
import sqlalchemy as sa

revision = "plugins"
down_revision = None


@Operations.register_operation("create_sequence")
class CreateSequenceOp(MigrateOperation):
    def __init__(self, sequence_name, schema=None):
        self.sequence_name = sequence_name
        self.schema = schema

    @classmethod
    def create_sequence(cls, operations, sequence_name, **kw):
        return operations.invoke(cls(sequence_name, **kw))

    def reverse(self):
        return None


@Operations.implementation_for(CreateSequenceOp)
def create_sequence(operations, operation):
    name = operation.sequence_name
    if operation.schema is not None:
        name = f"{operation.schema}.{name}"
    operations.execute(f"CREATE SEQUENCE {name}")


@Operations.register_operation("create_view", "for_target")
@Operations.register_operation("replace_view", "replacing")
class ViewOp(MigrateOperation):
    def __init__(self, target, verb):
        self.target, self.verb = target, verb

    @classmethod
    def for_target(cls, operations, target):
        return operations.invoke(cls(target, "CREATE"))

    @classmethod
    def replacing(cls, operations, target):
        return operations.invoke(cls(target, "CREATE OR REPLACE"))


@Operations.implementation_for(ViewOp)
def make_view(operations, operation):
    operations.execute("%s VIEW %s AS %s" % ((operation.verb,) + operation.target))


def note(*values):
    op.execute("-- " + " ".join(str(value).replace(":", "\\:") for value in values))


def upgrade():
    here = op.get_context()
    note(here.dialect.name, here.as_sql, here.bind is None, type(here.impl).__name__, here.impl.transactional_ddl)
    note(context.is_offline_mode(), context.get_x_argument(), context.get_x_argument(as_dictionary=True))
    note(context.is_transactional_ddl(), context.get_tag_argument(), context.get_head_revision())
    note(here.config is not None, here.environment_context is not None, here.version_table, here.version_table_schema)
    note(op.get_bind().dialect.name, op.get_bind().engine.name)
    op.create_sequence("s1")
    op.create_sequence("s2", schema="x")
    op.create_view(("v", "SELECT 1"))
    op.replace_view(("v", "SELECT 2"))
    op.invoke(ops.AddColumnOp("t", sa.Column("n", sa.Integer)))
    op.invoke(ops.RenameTableOp("t", "u"))
    op.invoke(ops.ExecuteSQLOp("SELECT 1"))
    op.execute("SELECT 2", execution_options={"x": 1})
    op.bulk_insert(sa.table("b", sa.column("x", sa.Integer)), [{"x": 1}, {"x": 2}], multiinsert=False)
    with here.autocommit_block():
        op.execute("SELECT 3")
    here.execute("SELECT 4")
    here.impl.static_output("-- as it is")
    here.impl.execute("SELECT 5")


def downgrade():
    op.create_index(
        "by_expression", "t", [sa.text("lower(x)")], postgresql_using="gin", postgresql_ops={"lower(x)": "gin_trgm_ops"}
    )
