"""The script directory, as far as env.py and revisions ask it."""
from alembic import _environment


def _one_or_all(items):
    return tuple(items) if len(items) > 1 else items[0] if items else None


class Script:
    """A revision: what its header says, and its file as a module."""

    def __init__(self, known):
        self.revision = known["revision"]
        self.down_revision = _one_or_all(known["down_revisions"])
        self.dependencies = _one_or_all(known["dependencies"])
        self.branch_labels = set(known["branch_labels"])
        self.path, self.doc, self.longdoc = known["path"], known["doc"], known["longdoc"]
        self.is_head, self.is_branch_point = known["is_head"], known["is_branch_point"]
        self.is_base = self.down_revision is None
        self.is_merge_point = isinstance(self.down_revision, tuple)

    @property
    def module(self):
        return _environment.revision_module(self.path)

    @property
    def filename(self):
        return self.path

    def __str__(self):
        return f"Script({self.revision!r})"


def _revisions(ids):
    if ids is None or ids == ():
        return ()
    return tuple(Script(known) for known in _environment.find_revisions([ids] if isinstance(ids, str) else list(ids)))


class ScriptDirectory:
    def __init__(self, dir=None, *arguments, **keywords):
        self.dir = dir or _environment.script_location()
        self._version_locations = None

    @classmethod
    def from_config(cls, config):
        return cls()

    @property
    def versions(self):
        return _environment.version_locations()[0]

    @property
    def version_locations(self):
        return self._version_locations or _environment.version_locations()

    @version_locations.setter
    def version_locations(self, folders):
        self._version_locations = list(folders)

    @property
    def revision_map(self):
        return self

    def get_revision(self, id_):
        found = _revisions(id_)
        return found[0] if found else None

    def get_revisions(self, ids):
        return _revisions(ids)

    def walk_revisions(self, base="base", head="heads"):
        return (Script(known) for known in _environment.walk_revisions(base, head))

    def get_bases(self):
        return [script.revision for script in self.walk_revisions() if script.is_base]

    def get_heads(self):
        return _environment.head_revisions()

    def get_current_head(self):
        from alembic.context import _one

        heads = _environment.head_revisions()
        if len(heads) > 1:
            from alembic.util import CommandError

            raise CommandError("The script directory has multiple heads (due to branching).Please use get_heads().")
        return _one(heads)
