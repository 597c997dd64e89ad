"""The driver's names: what it raises, and what listeners of a "connect" event compare with."""

paramstyle = "qmark"
apilevel = "2.0"
threadsafety = 1
PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2


class Warning(Exception):
    pass


class Error(Exception):
    sqlite_errorname = None
    sqlite_errorcode = None


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


_kinds = {
    "INTERNAL": InternalError,
    "NOTFOUND": InternalError,
    "CONSTRAINT": IntegrityError,
    "MISMATCH": IntegrityError,
    "TOOBIG": DataError,
    "MISUSE": InterfaceError,
    "RANGE": InterfaceError,
    "CORRUPT": DatabaseError,
    "NOTADB": DatabaseError,
    "AUTH": DatabaseError,
    "FORMAT": DatabaseError,
}


def _error(code, message):
    """The exception for a code's symbol: SQLITE_CONSTRAINT_UNIQUE."""
    if code == "SQLITE_ERROR" and message == "You can only execute one statement at a time.":
        return ProgrammingError(message)
    error = _kinds.get(code.removeprefix("SQLITE_").split("_")[0], OperationalError)(message)
    error.sqlite_errorname = code
    return error


class Row:
    pass


def __getattr__(name):
    if name in ("Connection", "Cursor"):
        from sqlalchemy.engine import _dbapi

        return _dbapi.SqliteConnection if name == "Connection" else _dbapi.SqliteCursor
    if name == "dbapi2":
        import sys

        return sys.modules["sqlite3"]
    if name in ("sqlite_version", "sqlite_version_info", "version", "version_info"):
        from sqlalchemy.engine import _native

        number = _native.sqlite_version()
        if name.startswith("version"):
            return "2.6.0" if name == "version" else (2, 6, 0)
        return number if name == "sqlite_version" else tuple(map(int, number.split(".")))
    raise AttributeError("module 'sqlite3' has no attribute {!r}".format(name))
