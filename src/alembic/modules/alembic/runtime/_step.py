"""What callbacks of on_version_apply are told."""
from alembic.script import ScriptDirectory


def _revisions(ids):
    return property(lambda info: info.revision_map.get_revisions(getattr(info, ids)))


class MigrationInfo:
    """A step that has been taken."""

    def __init__(self, is_upgrade, is_stamp, up_revision_ids, down_revision_ids):
        self.is_upgrade, self.is_stamp = is_upgrade, is_stamp
        self.up_revision_ids, self.down_revision_ids = tuple(up_revision_ids), tuple(down_revision_ids)
        self.up_revision_id = self.up_revision_ids[0] if up_revision_ids else None
        self.revision_map = ScriptDirectory()

    @property
    def is_migration(self):
        return not self.is_stamp

    @property
    def source_revision_ids(self):
        return self.down_revision_ids if self.is_upgrade else self.up_revision_ids

    @property
    def destination_revision_ids(self):
        return self.up_revision_ids if self.is_upgrade else self.down_revision_ids

    @property
    def up_revision(self):
        return self.revision_map.get_revision(self.up_revision_id)

    up_revisions = _revisions("up_revision_ids")
    down_revisions = _revisions("down_revision_ids")
    source_revisions = _revisions("source_revision_ids")
    destination_revisions = _revisions("destination_revision_ids")


def tell(callbacks, context, run_arguments, heads, *step):
    info = MigrationInfo(*step)
    for callback in (callbacks,) if callable(callbacks) else callbacks:
        callback(ctx=context, step=info, heads=set(heads), run_args=run_arguments)
