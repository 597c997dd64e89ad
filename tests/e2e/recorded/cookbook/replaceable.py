"""Directives for what is replaced as a whole, so that its former text is in an earlier revision."""
from alembic.operations import MigrateOperation, Operations


class Definition:
    def __init__(self, name, text):
        self.name, self.text = name, text


class DefinitionOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def of(cls, operations, target):
        return operations.invoke(cls(target))

    @classmethod
    def swap(cls, operations, target, replaces=None, replace_with=None):
        if not replaces and not replace_with:
            raise TypeError("either replaces or replace_with")
        other = cls.found(operations, replaces or replace_with)
        old, new = (other, target) if replaces else (target, other)
        operations.invoke(cls(old).reverse())
        operations.invoke(cls(new))

    @classmethod
    def found(cls, operations, place):
        version, name = place.split(".")
        revision = operations.get_context().script.get_revision(version)
        return getattr(revision.module, name)


@Operations.register_operation("make_view", "of")
@Operations.register_operation("swap_view", "swap")
class MakeView(DefinitionOp):
    def reverse(self):
        return UnmakeView(self.target)


@Operations.register_operation("unmake_view", "of")
class UnmakeView(DefinitionOp):
    def reverse(self):
        return MakeView(self.target)


@Operations.register_operation("make_trigger", "of")
@Operations.register_operation("swap_trigger", "swap")
class MakeTrigger(DefinitionOp):
    def reverse(self):
        return UnmakeTrigger(self.target)


@Operations.register_operation("unmake_trigger", "of")
class UnmakeTrigger(DefinitionOp):
    def reverse(self):
        return MakeTrigger(self.target)


@Operations.implementation_for(MakeView)
def make_view(operations, operation):
    operations.execute(f"CREATE VIEW {operation.target.name} AS {operation.target.text}")


@Operations.implementation_for(UnmakeView)
def unmake_view(operations, operation):
    operations.execute(f"DROP VIEW {operation.target.name}")


@Operations.implementation_for(MakeTrigger)
def make_trigger(operations, operation):
    operations.execute(f"CREATE TRIGGER {operation.target.name} {operation.target.text}")


@Operations.implementation_for(UnmakeTrigger)
def unmake_trigger(operations, operation):
    operations.execute(f"DROP TRIGGER {operation.target.name}")
