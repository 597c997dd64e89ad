from psycopg2 import InternalError, OperationalError, ProgrammingError

ISOLATION_LEVEL_AUTOCOMMIT = 0
ISOLATION_LEVEL_READ_COMMITTED = 1
ISOLATION_LEVEL_REPEATABLE_READ = 2
ISOLATION_LEVEL_SERIALIZABLE = 3
ISOLATION_LEVEL_READ_UNCOMMITTED = 4
ISOLATION_LEVEL_DEFAULT = None


class QueryCanceledError(OperationalError):
    pass


class TransactionRollbackError(OperationalError):
    pass


def register_adapter(type, adapter):
    pass


def __getattr__(name):
    if name in ("connection", "cursor"):
        from sqlalchemy.engine import _dbapi

        return _dbapi.PostgresConnection if name == "connection" else _dbapi.PostgresCursor
    raise AttributeError("module 'psycopg2.extensions' has no attribute {!r}".format(name))
