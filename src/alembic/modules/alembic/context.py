"""The run, as env.py configures and starts it."""
from alembic import _environment

# What a revision file may look at while the built-in environment runs.
_config = None


class _Transaction:
    _is_open = False

    def __init__(self):
        if not _environment.is_offline_mode():
            self._begin()

    def _begin(self):
        self._is_open = True
        # Within the run's transaction there is none of its own: what ends it ends the run's, and the run goes on
        # in a new one.
        self._of_run = get_bind().get_transaction() if _environment.is_in_transaction() else None
        if self._of_run is None:
            _environment.begin_transaction()

    def _end(self, commit):
        if not self._is_open:
            return
        self._is_open = False
        if self._of_run is None:
            _environment.end_transaction(commit)
        elif commit:
            self._of_run.commit()
        else:
            self._of_run.rollback()

    def __enter__(self):
        if not self._is_open:
            self._begin()
        return self

    def __exit__(self, kind, problem, trace):
        self._end(kind is None)

    def commit(self):
        self._end(True)

    def rollback(self):
        self._end(False)

    close = rollback


def _the_config():
    global _config
    if _config is None:
        from alembic.config import Config

        _config = Config._of_run()
    return _config


def __getattr__(name):
    if name == "config":
        return _the_config()
    if name == "_proxy":
        # By it scripts tell whether a run is under way.
        from alembic.runtime.environment import EnvironmentContext

        return EnvironmentContext()
    if name == "script":
        from alembic.script import ScriptDirectory

        return ScriptDirectory.from_config(_the_config())
    raise AttributeError("module 'alembic.context' has no attribute {!r}".format(name))


def configure(connection=None, url=None, dialect_name=None, dialect_opts=None, **options):
    given = {"connection": connection, "url": url, "dialect_name": dialect_name, "dialect_opts": dialect_opts}
    # context.opts has these, whether or not they were given.
    given.update(
        transaction_per_migration=False,
        target_metadata=None,
        include_name=None,
        include_object=None,
        include_schemas=False,
        render_as_batch=False,
        upgrade_token="upgrades",
        downgrade_token="downgrades",
        sqlalchemy_module_prefix="sa.",
        alembic_module_prefix="op.",
        user_module_prefix=None,
        literal_binds=False,
        process_revision_directives=None,
        on_version_apply=(),
        compare_type=True,
        compare_server_default=False,
    )
    given.update(options)
    _environment.configure(given)


def begin_transaction():
    get_context()
    return _Transaction()


def run_migrations(**arguments):
    get_context()
    _environment.run_migrations(arguments)


def get_context():
    if not _environment.is_configured():
        raise Exception("No context has been configured yet.")
    return _environment.migration_context()


def get_bind():
    return get_context().bind


def get_impl():
    return get_context().impl


def is_offline_mode():
    return _environment.is_offline_mode()


def is_transactional_ddl():
    get_context()
    return _environment.is_transactional_ddl()


def requires_connection():
    return not is_offline_mode()


def execute(sql, execution_options=None):
    get_context().execute(sql)


def static_output(text):
    get_context()
    _environment.static_output(text)


def get_x_argument(as_dictionary=False):
    words = _environment.x_arguments(_the_config())
    if not as_dictionary:
        return words
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def get_tag_argument():
    return _environment.tag()


def get_head_revision():
    return _one(_environment.head_revisions())


def get_head_revisions():
    return tuple(_environment.head_revisions())


def get_starting_revision_argument():
    if is_offline_mode():
        return _environment.starting_revision()
    return get_context().get_current_revision()


def get_revision_argument():
    wanted = []
    for name in _environment.destination_revisions():
        if name in ("head", "heads"):
            wanted.extend(_environment.head_revisions())
        elif name != "base":
            wanted.append(name)
    return wanted[0] if len(wanted) == 1 else tuple(wanted) or None


def _one(names):
    return names[0] if len(names) == 1 else None
