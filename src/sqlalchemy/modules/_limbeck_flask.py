"""flask.current_app, as env.py of Flask-Migrate and revisions ask it.

The application is not there. Its database is the run's (flask_sqlalchemy.extension); everything else of it is
unresolved."""
from _system import is_unresolved

from flask_sqlalchemy.extension import Engines, of_application


class _Database:
    """The SQLAlchemy() of the application, whose module nobody has imported."""

    def __init__(self):
        self._engines = Engines()

    engines = property(lambda self: self._engines)
    engine = property(lambda self: self._engines[None])

    def get_engine(self, bind_key=None, *ignored, **options):
        return self._engines[options.get("bind", bind_key)]

    def __getattr__(self, name):
        return of_application("extensions['migrate'].db." + name)


class _Migrate:
    def __init__(self):
        self.db = _Database()
        # What Flask-Migrate gives by itself, both for comparing models alone.
        self.configure_args = {"compare_type": True, "render_as_batch": True}
        self.directory = "migrations"

    def __getattr__(self, name):
        return of_application("extensions['migrate']." + name)


class _Extensions:
    def __init__(self):
        self._migrate = _Migrate()

    def __getitem__(self, name):
        if name == "migrate":
            return self._migrate
        if name == "sqlalchemy":
            return self._migrate.db
        return of_application("extensions[{!r}]".format(name))

    def get(self, name, default=None):
        return self[name]

    def __contains__(self, name):
        return name in ("migrate", "sqlalchemy") or bool(self[name])


class _Config:
    def __getitem__(self, name):
        return of_application("config[{}]".format("..." if is_unresolved(name) else repr(name)))

    def get(self, name, default=None):
        return self[name]

    def __contains__(self, name):
        return bool(self[name])

    def __getattr__(self, name):
        return of_application("config." + name)


class _Application:
    def __init__(self):
        self.extensions = _Extensions()
        self.config = _Config()

    def _get_current_object(self):
        return self

    def __getattr__(self, name):
        return of_application(name)


current_app = _Application()
