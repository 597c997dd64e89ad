"""A plugin as one would install: its setup() registers what it adds."""
from alembic.operations import MigrateOperation, Operations
from alembic.util import DispatchPriority, PriorityDispatchResult


class MakeListing(MigrateOperation):
    def __init__(self, name, query):
        self.name, self.query = name, query

    @classmethod
    def make_listing(cls, operations, name, query):
        return operations.invoke(cls(name, query))


def run(operations, operation):
    operations.execute(f"CREATE VIEW {operation.name} AS {operation.query}")


def compare(autogen_context, upgrade_ops, schemas):
    return PriorityDispatchResult.CONTINUE


def setup(plugin):
    Operations.register_operation("make_listing")(MakeListing)
    Operations.implementation_for(MakeListing)(run)
    plugin.add_autogenerate_comparator(compare, "schema", "listings", priority=DispatchPriority.LAST)
