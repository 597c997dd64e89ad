"""The context as a class: every instance is the run that is at work."""
from alembic import context as _context


class EnvironmentContext:
    def __init__(self, config=None, script=None, **options):
        self._options = options

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        pass

    def __getattr__(self, name):
        return getattr(_context, name)
