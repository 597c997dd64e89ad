"""Connections and cursors in the drivers' own form, for listeners and for raw_connection()."""
from sqlalchemy.engine import _native


class _Cursor:
    arraysize = 1

    def __init__(self, connection):
        self._connection = connection
        self._result = None

    def execute(self, statement, parameters=None):
        sets = [] if parameters is None or parameters == () else [parameters]
        if not isinstance(statement, str):
            statement = str(statement)
        self._result = _native.execute_text(self._connection._limbeck_connection, statement, sets)[0]
        return self

    def executemany(self, statement, sets):
        self._result = _native.execute_text(self._connection._limbeck_connection, statement, list(sets))[0]
        return self

    def executescript(self, text):
        for statement in filter(str.strip, text.split(";")):
            self.execute(statement)
        return self

    @property
    def rowcount(self):
        return self._result.rowcount if self._result is not None else -1

    @property
    def lastrowid(self):
        return self._result.lastrowid if self._result is not None else None

    @property
    def description(self):
        if self._result is None or not self._result.has_rows:
            return None
        return tuple((name, None, None, None, None, None, None) for name in self._result.keys)

    @property
    def connection(self):
        return self._connection

    def fetchone(self):
        rows = self._result.take(1)
        return tuple(rows[0]) if rows else None

    def fetchall(self):
        return [tuple(row) for row in self._result.take(-1)]

    def fetchmany(self, size=1):
        return [tuple(row) for row in self._result.take(size)]

    def __iter__(self):
        return iter(self.fetchall())

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        pass


class PostgresCursor(_Cursor):
    pass


class SqliteCursor(_Cursor):
    pass


class _Connection:
    isolation_level = ""
    row_factory = None
    autocommit = False

    def __init__(self, connection):
        self._limbeck_connection = connection

    def cursor(self, *arguments, **keywords):
        return self._cursor(self)

    def execute(self, statement, parameters=None):
        return self.cursor().execute(statement, parameters)

    def executemany(self, statement, sets):
        return self.cursor().executemany(statement, sets)

    def commit(self):
        if self._limbeck_connection.in_transaction():
            _native.commit(self._limbeck_connection)

    def rollback(self):
        if self._limbeck_connection.in_transaction():
            _native.rollback(self._limbeck_connection)

    def close(self):
        self._limbeck_connection.close()

    # What wraps a driver's connection has it under one of these names.
    @property
    def dbapi_connection(self):
        return self

    connection = driver_connection = dbapi_connection

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        self.rollback() if kind else self.commit()


class PostgresConnection(_Connection):
    _cursor = PostgresCursor

    def set_isolation_level(self, level):
        self._limbeck_connection._autocommit = level == 0

    def set_session(self, **options):
        pass

    def set_client_encoding(self, name):
        pass


class SqliteConnection(_Connection):
    _cursor = SqliteCursor

    def create_function(self, *arguments, **keywords):
        raise NotImplementedError("functions of a script's own in SQLite")

    def executescript(self, text):
        return self.cursor().executescript(text)

    def enable_load_extension(self, enabled):
        pass


def adapted(connection):
    kind = PostgresConnection if connection.dialect.name == "postgresql" else SqliteConnection
    return kind(connection)
