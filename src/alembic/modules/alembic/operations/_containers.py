"""What operations stand in: lists of them, and the script that autogenerate would write. As in _conversions.py, the
first argument is the object of alembic.operations.ops."""
from alembic.operations import ops


def _reversed(operations):
    return [operation.reverse() for operation in operations][::-1]


class OpContainer:
    def as_diffs(self):
        found = []
        for operation in self.ops:
            if hasattr(operation, "ops"):
                found.extend(OpContainer.as_diffs(operation))
            else:
                found.append(operation.to_diff_tuple())
        return found


class ModifyTableOps:
    def reverse(self):
        return ops.ModifyTableOps(self.table_name, ops=_reversed(self.ops), schema=self.schema)


class UpgradeOps:
    def reverse_into(self, downgrade_ops):
        downgrade_ops.ops[:] = _reversed(self.ops)
        return downgrade_ops

    def reverse(self):
        return self.reverse_into(ops.DowngradeOps())


class DowngradeOps:
    def reverse(self):
        return ops.UpgradeOps(_reversed(self.ops))


def _only(operations, kind):
    if len(operations) > 1:
        raise ValueError(
            f"This MigrationScript instance has a multiple-entry list for {kind}Ops; "
            f"please use the {kind.lower()}_ops_list attribute."
        )
    return operations[0] if operations else None


def _as_list(operations, kind):
    operations = list(operations) if isinstance(operations, (list, tuple)) else [operations]
    assert all(isinstance(one, kind) for one in operations)
    return operations


class MigrationScript:
    def __init__(
        self,
        rev_id,
        upgrade_ops,
        downgrade_ops,
        *,
        message=None,
        imports=(),
        head=None,
        splice=None,
        branch_label=None,
        version_path=None,
        depends_on=None,
    ):
        self.rev_id, self.message, self.imports = rev_id, message, imports or set()
        self.head, self.splice, self.branch_label, self.depends_on = head, splice, branch_label, depends_on
        self.version_path = str(version_path) if version_path else None
        self.upgrade_ops, self.downgrade_ops = upgrade_ops, downgrade_ops

    def get_upgrade_ops(self):
        return _only(self._upgrade_ops, "Upgrade")

    def set_upgrade_ops(self, operations):
        self._upgrade_ops = _as_list(operations, ops.UpgradeOps)

    def get_downgrade_ops(self):
        return _only(self._downgrade_ops, "Downgrade")

    def set_downgrade_ops(self, operations):
        self._downgrade_ops = _as_list(operations, ops.DowngradeOps)

    def get_upgrade_ops_list(self):
        return self._upgrade_ops

    def get_downgrade_ops_list(self):
        return self._downgrade_ops
