"""The driver's names: what it raises."""

paramstyle = "pyformat"
apilevel = "2.0"
threadsafety = 2
__version__ = "2.9.9 (dt dec pq3 ext lo64)"


class Warning(Exception):
    pass


class Error(Exception):
    pgcode = pgerror = cursor = None

    @property
    def diag(self):
        return self._diag if hasattr(self, "_diag") else _Diagnostics()


class _Diagnostics:
    """Every field that the server may send; those it has not sent are None."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return None


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


def _error(code, text, fields):
    """The exception for an SQLSTATE; `text` as the server's message has it, without its severity."""
    from psycopg2 import errors

    kind = OperationalError if not code else errors._classes.get(code) or errors._find(code) or errors._base(code)
    error = kind(text)
    if code:
        error.pgcode, error.pgerror = code, "ERROR:  " + text
        error._diag = _Diagnostics(sqlstate=code, **fields)
    return error
