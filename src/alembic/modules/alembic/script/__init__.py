"""The script directory, as far as env.py asks it."""
from alembic import _environment


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

    def get_heads(self):
        return _environment.head_revisions()

    def get_current_head(self):
        from alembic.context import _one

        heads = _environment.head_revisions()
        if len(heads) > 1:
            from alembic.util import CommandError

            raise CommandError("The script directory has multiple heads (due to branching).Please use get_heads().")
        return _one(heads)


class Script:
    pass
