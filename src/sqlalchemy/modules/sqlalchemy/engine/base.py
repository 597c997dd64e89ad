"""Connections, their transactions, and engines."""
from sqlalchemy import exc
from sqlalchemy.engine import _native
from sqlalchemy.engine.result import CursorResult


def _refuse_translation(options):
    """Names would be written as they stand, and statements would go to another schema than they should."""
    if any(name != other for name, other in (options.get("schema_translate_map") or {}).items()):
        raise NotImplementedError(
            "limbeck does not translate schemas (schema_translate_map): name them in the statements, "
            "or let PostgreSQL's search_path decide")


class Transaction:
    """The transaction of a connection, as begin() gave it."""

    is_active = True

    def __init__(self, connection):
        self.connection = connection

    @property
    def is_valid(self):
        return self.is_active

    def _end(self, commit):
        raise NotImplementedError

    def commit(self):
        if not self.is_active:
            raise exc.InvalidRequestError("This transaction is inactive")
        self.is_active = False
        self._end(True)

    def rollback(self):
        if self.is_active:
            self.is_active = False
            self._end(False)

    def close(self):
        self.rollback()

    def prepare(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        if not self.is_active:
            return
        if kind is not None:
            self.rollback()
            return
        try:
            self.commit()
        except BaseException:
            self.is_active = True
            self.rollback()
            raise


class RootTransaction(Transaction):
    def __init__(self, connection):
        super().__init__(connection)
        connection._transaction = self
        _native.want_transaction(connection, not connection._autocommit)
        connection._dispatch("begin", connection)

    def _end(self, commit):
        connection = self.connection
        connection._nested.clear()
        if connection._transaction is self:
            connection._transaction = None
        _native.want_transaction(connection, False)
        connection._dispatch("commit" if commit else "rollback", connection)
        (_native.commit if commit else _native.rollback)(connection)


class _InnerTransaction(Transaction):
    """begin() within a transaction, as it was before 2.0: only its rollback does something."""

    def _end(self, commit):
        if not commit:
            _native.rollback(self.connection)


class _RunTransaction(Transaction):
    """That of the migration, which the run itself ends."""

    def _end(self, commit):
        (self.connection.commit if commit else self.connection.rollback)()


class NestedTransaction(Transaction):
    def __init__(self, connection):
        super().__init__(connection)
        connection._savepoints += 1
        self._name = "sa_savepoint_%d" % connection._savepoints
        _native.savepoint(connection, self._name)
        connection._nested.append(self)

    def _end(self, commit):
        nested = self.connection._nested
        if self in nested:
            del nested[nested.index(self) :]
        (_native.release if commit else _native.rollback_to)(self.connection, self._name)


class TwoPhaseTransaction(RootTransaction):
    pass


def _sets(multiparams, params):
    """The parameters of one execute(), in every form that there has been: a list of sets."""
    if params:
        return [params]
    if not multiparams:
        return []
    if len(multiparams) == 1:
        (only,) = multiparams
        if only is None:
            return []
        if isinstance(only, (list, tuple)):
            if not only:
                return []
            return list(only) if isinstance(only[0], (dict, list, tuple)) or hasattr(only[0], "keys") else [only]
        return [only] if hasattr(only, "keys") or isinstance(only, dict) else [(only,)]
    return list(multiparams) if isinstance(multiparams[0], (dict, list, tuple)) else [multiparams]


def _initialize(dialect, connection):
    """What a dialect learns from the first connection."""
    if dialect.server_version_info is None and _native.is_open(connection):
        dialect.server_version_info = _native.server_version(connection)
        dialect.default_schema_name = _native.default_schema(connection)


class Connection:
    """One connection to a database; that of a migration is shared with the run."""

    def __init__(self, engine, connection=None):
        _native.connect(self, engine._connect_url(), engine.dialect.driver)
        self._set_up(engine)
        engine._connected(self)

    def _set_up(self, engine):
        self._engine = engine
        self._transaction = None
        self._nested = []
        self._savepoints = 0
        self._autocommit = engine is not None and engine._isolation_level == "AUTOCOMMIT"
        self._options = dict(engine._options) if engine is not None else {}
        self._dialect = None
        self.info = {}
        self.should_close_with_result = False

    # ---- what it belongs to

    @property
    def engine(self):
        if self._engine is None:
            self._engine = _BoundEngine(self)
        elif not isinstance(self._engine, _BoundEngine) and self._holds_the_file():
            return _BoundEngine(self)
        return self._engine

    def _holds_the_file(self):
        """Whether its transaction, a migration's for one, keeps every other connection from writing."""
        return self._engine.dialect.name == "sqlite" and _native.in_transaction(self)

    @property
    def dialect(self):
        # The engine of a run's own connection has its dialect from here.
        if self._engine is not None and not isinstance(self._engine, _BoundEngine):
            return self._engine.dialect
        if self._dialect is None:
            self._dialect = _native.dialect(self)
            _initialize(self._dialect, self)
        return self._dialect

    @property
    def default_schema_name(self):
        return _native.default_schema(self)

    @property
    def connection(self):
        from sqlalchemy.engine._dbapi import adapted

        return adapted(self)

    @property
    def closed(self):
        return not _native.is_open(self)

    @property
    def invalidated(self):
        return False

    def connect(self, **ignored):
        return _Branch(self)

    contextual_connect = connect

    def _dispatch(self, name, *arguments):
        if self._engine is not None:
            self._engine._dispatch(name, *arguments)

    # ---- statements

    def execute(self, statement, *multiparams, execution_options=None, **params):
        _refuse_translation(execution_options or {})
        sets = _sets(multiparams, params)
        if isinstance(statement, str):
            # As before 2.0: the driver's own text, and each statement its own transaction.
            return self._result(_native.execute_text(self, statement, sets or [()]))
        if not hasattr(statement, "compile") and hasattr(statement, "__clause_element__"):
            statement = statement.__clause_element__()
        self._autobegin()
        return self._result(_native.execute(self, statement, sets))

    def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        self._autobegin()
        return self._result(_native.execute_text(self, statement, _sets((parameters,), None)))

    def _result(self, execution):
        return CursorResult(*execution, self)

    def scalar(self, statement, *multiparams, execution_options=None, **params):
        return self.execute(statement, *multiparams, **params).scalar()

    def scalars(self, statement, *multiparams, execution_options=None, **params):
        return self.execute(statement, *multiparams, **params).scalars()

    def stream(self, statement, *multiparams, **params):
        return self.execute(statement, *multiparams, **params)

    def execution_options(self, **options):
        _refuse_translation(options)
        level = options.get("isolation_level")
        if level is not None:
            self._set_isolation_level(level)
        self._options.update(options)
        return self

    def get_execution_options(self):
        return dict(self._options)

    def _set_isolation_level(self, level):
        level = level.upper().replace("_", " ")
        if self._transaction is not None:
            raise exc.InvalidRequestError(
                "This connection has already initialized a SQLAlchemy Transaction() object via begin() or "
                "autobegin; isolation_level may not be altered unless rollback() or commit() is called first."
            )
        self._autocommit = level == "AUTOCOMMIT"
        if self._autocommit and _native.in_transaction(self):
            # The migration's own: what follows is outside of it.
            _native.commit(self)
        if self.dialect.name == "postgresql" and not self._autocommit:
            _native.execute_text(self, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + level, [])

    def get_isolation_level(self):
        if self._autocommit:
            return "AUTOCOMMIT"
        if self.dialect.name == "sqlite":
            return "SERIALIZABLE"
        shown = CursorResult(*_native.execute_text(self, "SHOW TRANSACTION ISOLATION LEVEL", []))
        return shown.scalar().upper()

    @property
    def default_isolation_level(self):
        return "SERIALIZABLE" if self.dialect.name == "sqlite" else "READ COMMITTED"

    # ---- transactions

    def _autobegin(self):
        if self._transaction is None and not _native.in_transaction(self):
            RootTransaction(self)

    def _is_of_run(self):
        return not _native.is_own(self)

    def begin(self):
        if self._transaction is None and not _native.in_transaction(self):
            return RootTransaction(self)
        if self._is_of_run():
            return _InnerTransaction(self)
        raise exc.InvalidRequestError(
            "This connection has already initialized a SQLAlchemy Transaction() object via begin() or "
            "autobegin; can't call begin() here unless rollback() or commit() is called first."
        )

    def begin_nested(self):
        if self._transaction is None and not _native.in_transaction(self):
            RootTransaction(self)
        return NestedTransaction(self)

    def begin_twophase(self, xid=None):
        return self.begin()

    def commit(self):
        self._finish(True)

    def rollback(self):
        self._finish(False)

    def _finish(self, commit):
        transaction = self._transaction
        if transaction is not None:
            (transaction.commit if commit else transaction.rollback)()
        elif _native.in_transaction(self):
            # The run's: it goes on in a new one.
            (_native.commit if commit else _native.rollback)(self)
            _native.begin(self)

    def _enter_autocommit_block(self):
        self._outside = self._autocommit, self._transaction
        self._autocommit, self._transaction = True, None
        _native.want_transaction(self, False)

    def _leave_autocommit_block(self):
        """The run has put an end to what was open, as it did to the transaction before the block."""
        if self._transaction is not None:
            self._transaction.is_active = False
        self._nested.clear()
        self._autocommit, self._transaction = self._outside
        _native.want_transaction(self, False)

    def in_transaction(self):
        return self._transaction is not None or _native.in_transaction(self)

    def in_nested_transaction(self):
        return bool(self._nested)

    def get_transaction(self):
        if self._transaction is None and _native.in_transaction(self):
            return _RunTransaction(self)
        return self._transaction

    def get_nested_transaction(self):
        return self._nested[-1] if self._nested else None

    # ---- its end

    def close(self):
        transaction = self._transaction
        if transaction is not None and transaction.is_active:
            transaction.rollback()
        if not self._is_of_run():
            self._engine._disconnected(self)
            _native.close(self)

    def invalidate(self, exception=None):
        self.close()

    def detach(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    # ---- schema

    def run_callable(self, callable_, *args, **kwargs):
        return callable_(self, *args, **kwargs)

    def _run_ddl_visitor(self, visitorcallable, element, **kwargs):
        element.create(self) if "Generator" in getattr(visitorcallable, "__name__", "") else element.drop(self)


class _Branch:
    """connection.connect(): the same connection, whose close() closes nothing."""

    def __init__(self, connection):
        self._limbeck_connection = connection

    def __getattr__(self, name):
        return getattr(self._limbeck_connection, name)

    def close(self):
        pass

    def __enter__(self):
        return self._limbeck_connection

    def __exit__(self, *problem):
        pass


class MockConnection:
    """Offline: what is executed is written into the script."""

    __module__ = "sqlalchemy.engine.mock"

    def __init__(self, dialect, execute):
        self._dialect, self._execute = dialect, execute

    @property
    def engine(self):
        return self

    @property
    def dialect(self):
        made = getattr(self, "_dialect", None)
        if made is None:
            made = self._dialect = _native.dialect(self)
        return made

    @property
    def name(self):
        return self.dialect.name

    def connect(self, **ignored):
        return self

    def schema_for_object(self, element):
        return element.schema

    def execution_options(self, **options):
        _refuse_translation(options)
        return self

    def execute(self, statement, *multiparams, **params):
        custom = getattr(self, "_execute", None)
        if custom is not None:
            return custom(statement, *multiparams, **params)
        _native.write(self, statement)

    def _run_ddl_visitor(self, visitorcallable, element, **kwargs):
        element.create(self) if "Generator" in getattr(visitorcallable, "__name__", "") else element.drop(self)


class Engine:
    _listeners = None

    def __init__(self, url, dialect, options=None):
        self.url, self.dialect = url, dialect
        options = options or {}
        self._isolation_level = options.get("isolation_level")
        self._options = dict(options.get("execution_options") or {})
        _refuse_translation(self._options)
        if self._options.get("isolation_level"):
            self._isolation_level = self._options["isolation_level"]
        self._arguments = dict(options.get("connect_args") or {})
        self.echo = options.get("echo", False)
        self.hide_parameters = options.get("hide_parameters", False)
        self._shared = None
        self.pool = _pool_for(self, options.get("poolclass"))

    @property
    def name(self):
        return self.dialect.name

    @property
    def driver(self):
        return self.dialect.driver

    @property
    def engine(self):
        return self

    def __repr__(self):
        return "Engine({!r})".format(self.url)

    # ---- connections

    def _connect_url(self):
        url = self.url
        arguments = {k: v for k, v in self._arguments.items() if isinstance(v, (str, int, float)) and k in _known_arguments}
        parameters = dict(url.translate_connect_args(username="user"))
        changed = self._dispatch("do_connect", self.dialect, None, [], parameters)
        if changed and "password" in parameters:
            url = url.set(username=parameters.get("user"), password=parameters["password"])
        if arguments:
            url = url.update_query_dict({k: str(v) for k, v in arguments.items()})
        settings = self._arguments.get("server_settings")
        if settings and "options" not in url.query:
            options = " ".join("-c {}={}".format(k, str(v).replace(" ", "\\ ")) for k, v in settings.items())
            url = url.update_query_dict({"options": options})
        return url.render_as_string(hide_password=False)

    def connect(self, close_with_result=False, **ignored):
        # One in memory is one database as long as its engine lives.
        in_memory = self.dialect.name == "sqlite" and self.url.database in (None, "", ":memory:")
        if not in_memory:
            return Connection(self)
        if self._shared is None or self._shared.closed:
            self._shared = Connection(self)
        return _SharedConnection(self._shared)

    contextual_connect = connect

    def _connected(self, connection):
        _initialize(self.dialect, connection)
        self._dispatch("connect", _Adapted(connection), None)
        self._dispatch("first_connect", _Adapted(connection), None)
        self._dispatch("checkout", _Adapted(connection), None, None)
        self._dispatch("engine_connect", connection)
        if connection._transaction is None and _native.in_transaction(connection):
            _native.commit(connection)
        if self._isolation_level and self._isolation_level != "AUTOCOMMIT":
            connection._set_isolation_level(self._isolation_level)

    def _disconnected(self, connection):
        self._dispatch("checkin", _Adapted(connection), None)
        self._dispatch("close", _Adapted(connection), None)

    def raw_connection(self):
        from sqlalchemy.engine._dbapi import adapted

        return adapted(self.connect())

    def begin(self, close_with_result=False):
        return _BeginConnection(self)

    def dispose(self, close=True):
        if self._shared is not None:
            self._shared.close()
            self._shared = None

    def execution_options(self, **options):
        merged = {**self._options, **options}
        made = Engine(self.url, self.dialect, {"execution_options": merged, "connect_args": self._arguments})
        made._listeners = self._listeners
        made._shared = self._shared
        return made

    def get_execution_options(self):
        return dict(self._options)

    def update_execution_options(self, **options):
        self._options.update(options)

    def clear_compiled_cache(self):
        pass

    # ---- events

    def _dispatch(self, name, *arguments):
        from sqlalchemy import event

        return event._dispatch(self, name, arguments)

    # ---- as engines were before 2.0

    def execute(self, statement, *multiparams, **params):
        connection = self.connect()
        result = connection.execute(statement, *multiparams, **params)
        if connection.in_transaction():
            connection.commit()
        return result

    def scalar(self, statement, *multiparams, **params):
        return self.execute(statement, *multiparams, **params).scalar()

    def run_callable(self, callable_, *args, **kwargs):
        with self.connect() as connection:
            return callable_(connection, *args, **kwargs)

    def transaction(self, callable_, *args, **kwargs):
        with self.begin() as connection:
            return callable_(connection, *args, **kwargs)

    def table_names(self, schema=None, connection=None):
        from sqlalchemy.inspection import inspect

        return inspect(self).get_table_names(schema)

    def has_table(self, table_name, schema=None):
        from sqlalchemy.inspection import inspect

        return inspect(self).has_table(table_name, schema)


# What psycopg2.connect() and sqlite3.connect() take that says something here.
_known_arguments = {
    "options", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name", "timeout",
    "target_session_attrs", "keepalives", "keepalives_idle", "host", "port", "user", "password", "service",
}


def _pool_for(engine, kind):
    from sqlalchemy import pool

    return (kind if isinstance(kind, type) else pool.QueuePool)(None)


class _Adapted:
    """The driver's connection, made when a listener looks at it."""

    def __new__(cls, connection):
        from sqlalchemy.engine._dbapi import adapted

        return adapted(connection)


class _SharedConnection:
    """A connection to a database in memory, which its engine keeps."""

    def __init__(self, connection):
        self._limbeck_connection = connection

    def __getattr__(self, name):
        return getattr(self._limbeck_connection, name)

    def close(self):
        transaction = self._limbeck_connection._transaction
        if transaction is not None:
            transaction.rollback()

    def __enter__(self):
        return self._limbeck_connection

    def __exit__(self, *problem):
        self.close()


class _BeginConnection:
    def __init__(self, engine):
        self._engine = engine

    def __enter__(self):
        self._connection = self._engine.connect()
        entered = self._connection.__enter__()
        self._transaction = entered.begin()
        return entered

    def __exit__(self, kind, problem, trace):
        try:
            self._transaction.__exit__(kind, problem, trace)
        finally:
            self._connection.close()


class _BoundEngine(Engine):
    """The engine of a run's own connection: it connects by lending that one."""

    def __init__(self, connection):
        self._connection = connection
        self._isolation_level = None
        self._options = {}
        self._arguments = {}
        self._shared = None
        self.echo = False

    @property
    def dialect(self):
        return self._connection.dialect

    @property
    def url(self):
        from sqlalchemy.engine.url import make_url

        return make_url(_native.name(self._connection))

    def connect(self, close_with_result=False, **ignored):
        return _Branch(self._connection)

    def begin(self, close_with_result=False):
        return _BeginBound(self._connection)

    def _dispatch(self, name, *arguments):
        pass

    def dispose(self, close=True):
        pass


class _BeginBound:
    def __init__(self, connection):
        self._connection = connection

    def __enter__(self):
        self._transaction = self._connection.begin_nested()
        return self._connection

    def __exit__(self, kind, problem, trace):
        self._transaction.__exit__(kind, problem, trace)
