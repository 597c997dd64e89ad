"""Operations that a script registers."""
from alembic import op
from alembic.operations import MigrateOperation, Operations

revision = "custom"
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
        return DropSequenceOp(self.sequence_name, schema=self.schema)


@Operations.register_operation("drop_sequence")
class DropSequenceOp(MigrateOperation):
    def __init__(self, sequence_name, schema=None):
        self.sequence_name = sequence_name
        self.schema = schema

    @classmethod
    def drop_sequence(cls, operations, sequence_name, **kw):
        return operations.invoke(DropSequenceOp(sequence_name, **kw))


@Operations.implementation_for(CreateSequenceOp)
def create_sequence(operations, operation):
    name = operation.sequence_name
    if operation.schema is not None:
        name = f"{operation.schema}.{name}"
    operations.execute(f"CREATE SEQUENCE {name}")


@Operations.implementation_for(DropSequenceOp)
def drop_sequence(operations, operation):
    operations.execute("DROP SEQUENCE %s" % operation.sequence_name)


def upgrade():
    op.create_sequence("boats", schema="harbour")
    op.invoke(CreateSequenceOp("moorings"))


def downgrade():
    op.drop_sequence("boats")
    op.invoke(CreateSequenceOp("moorings").reverse())
