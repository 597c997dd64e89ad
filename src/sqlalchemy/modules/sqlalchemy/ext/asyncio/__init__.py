"""The asynchronous forms: what is awaited is done at once."""
from types import GenericAlias

from sqlalchemy import exc
from sqlalchemy.engine import create as _create
from sqlalchemy.engine.base import Connection, Engine
from sqlalchemy.util import await_only


class _Awaited:
    """What may be awaited, and entered with `async with`."""

    def __init__(self, make):
        self._make = make

    def __await__(self):
        return self._make()
        yield

    async def __aenter__(self):
        self._made = self._make()
        return await self._made.__aenter__()

    async def __aexit__(self, *problem):
        return await self._made.__aexit__(*problem)


class AsyncTransaction:
    def __init__(self, connection, nested=False):
        self.connection, self.nested = connection, nested
        self.sync_transaction = None
        self.start()

    def start(self):
        sync = self.connection.sync_connection
        self.sync_transaction = sync.begin_nested() if self.nested else sync.begin()
        return self

    @property
    def is_active(self):
        return self.sync_transaction.is_active

    async def commit(self):
        self.sync_transaction.commit()

    async def rollback(self):
        self.sync_transaction.rollback()

    async def close(self):
        self.sync_transaction.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *problem):
        return self.sync_transaction.__exit__(*problem)


class AsyncResult:
    def __class_getitem__(cls, item):
        return cls

    def __init__(self, result):
        self._result = result

    def __getattr__(self, name):
        found = getattr(self._result, name)
        if name in ("scalars", "mappings", "unique", "columns"):
            return lambda *arguments: AsyncResult(found(*arguments))
        if name not in ("all", "first", "one", "one_or_none", "fetchone", "fetchmany", "fetchall", "scalar"):
            return found

        async def later(*arguments, **keywords):
            return found(*arguments, **keywords)

        return later

    async def __aiter__(self):
        for row in self._result:
            yield row


class AsyncConnection:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, engine, sync_connection=None):
        self.engine = engine
        self.sync_engine = engine.sync_engine
        self.sync_connection = sync_connection

    async def start(self, is_ctxmanager=False):
        if self.sync_connection is None:
            self.sync_connection = self.sync_engine.connect()
        return self

    def __await__(self):
        return self.start().__await__()

    async def __aenter__(self):
        return await self.start()

    async def __aexit__(self, *problem):
        await self.close()

    @property
    def dialect(self):
        return self.sync_connection.dialect

    @property
    def info(self):
        return self.sync_connection.info

    @property
    def closed(self):
        return self.sync_connection.closed

    async def run_sync(self, fn, *arguments, **keywords):
        connection = self.sync_connection
        return fn(getattr(connection, "_limbeck_connection", connection), *arguments, **keywords)

    async def execute(self, statement, parameters=None, *, execution_options=None):
        return self.sync_connection.execute(statement, *(() if parameters is None else (parameters,)))

    async def exec_driver_sql(self, statement, parameters=None, execution_options=None):
        return self.sync_connection.exec_driver_sql(statement, parameters)

    async def scalar(self, statement, parameters=None, *, execution_options=None):
        return (await self.execute(statement, parameters)).scalar()

    async def scalars(self, statement, parameters=None, *, execution_options=None):
        return (await self.execute(statement, parameters)).scalars()

    async def stream(self, statement, parameters=None, *, execution_options=None):
        return AsyncResult(await self.execute(statement, parameters))

    def begin(self):
        return _Awaited(lambda: AsyncTransaction(self))

    def begin_nested(self):
        return _Awaited(lambda: AsyncTransaction(self, nested=True))

    async def execution_options(self, **options):
        self.sync_connection.execution_options(**options)
        return self

    async def commit(self):
        self.sync_connection.commit()

    async def rollback(self):
        self.sync_connection.rollback()

    def in_transaction(self):
        return self.sync_connection.in_transaction()

    def in_nested_transaction(self):
        return self.sync_connection.in_nested_transaction()

    def get_transaction(self):
        return self.sync_connection.get_transaction()

    async def get_raw_connection(self):
        return self.sync_connection.connection

    async def invalidate(self, exception=None):
        self.sync_connection.invalidate()

    async def close(self):
        if self.sync_connection is not None:
            self.sync_connection.close()

    async def aclose(self):
        await self.close()


class _BeginAsync:
    def __init__(self, engine):
        self._connection = AsyncConnection(engine)

    async def __aenter__(self):
        await self._connection.start()
        self._transaction = self._connection.sync_connection.begin()
        return self._connection

    async def __aexit__(self, *problem):
        try:
            self._transaction.__exit__(*problem)
        finally:
            await self._connection.close()


class AsyncEngine:
    def __init__(self, sync_engine):
        self.sync_engine = sync_engine

    @property
    def engine(self):
        return self

    @property
    def url(self):
        return self.sync_engine.url

    @property
    def dialect(self):
        return self.sync_engine.dialect

    @property
    def name(self):
        return self.sync_engine.name

    @property
    def driver(self):
        return self.sync_engine.driver

    @property
    def pool(self):
        return self.sync_engine.pool

    @property
    def echo(self):
        return self.sync_engine.echo

    def connect(self):
        return AsyncConnection(self)

    def begin(self):
        return _BeginAsync(self)

    def execution_options(self, **options):
        return AsyncEngine(self.sync_engine.execution_options(**options))

    async def raw_connection(self):
        return self.sync_engine.raw_connection()

    async def dispose(self, close=True):
        self.sync_engine.dispose()

    def __repr__(self):
        return "AsyncEngine({!r})".format(self.url)


def _run_async(connection, async_function, *arguments, **keywords):
    """op.run_async(): the function gets the asynchronous form of the connection at work."""
    given = AsyncConnection(AsyncEngine(connection.engine), connection)
    return await_only(async_function(given, *arguments, **keywords))


def create_async_engine(url, **options):
    return AsyncEngine(_create.create_engine(url, **options))


def async_engine_from_config(configuration, prefix="sqlalchemy.", **options):
    return AsyncEngine(_create.engine_from_config(configuration, prefix, **options))


def create_async_pool_from_url(url, **options):
    return create_async_engine(url, **options).pool


def __getattr__(name):
    if name in ("AsyncAttrs", "AsyncSession", "async_sessionmaker", "async_scoped_session", "async_object_session"):
        from sqlalchemy.ext.asyncio import session

        return getattr(session, name)
    raise AttributeError("module 'sqlalchemy.ext.asyncio' has no attribute {!r}".format(name))
