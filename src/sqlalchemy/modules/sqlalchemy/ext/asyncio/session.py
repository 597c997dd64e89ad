"""Sessions in their asynchronous form: what is awaited is done at once."""
from types import GenericAlias

from sqlalchemy.ext.asyncio import _Awaited
from sqlalchemy.orm.session import Session, sessionmaker


class AsyncAttrs:
    @property
    def awaitable_attrs(self):
        return _AwaitableAttributes(self)


class _AwaitableAttributes:
    def __init__(self, instance):
        self._instance = instance

    def __getattr__(self, name):
        instance = self._instance
        return _Awaited(lambda: getattr(instance, name))


_LATER = (
    "execute scalar scalars get get_one commit rollback flush refresh merge delete close connection invalidate reset"
).split()


class AsyncSession:
    sync_session_class = Session

    def __init__(self, bind=None, *, binds=None, sync_session_class=None, **options):
        self.sync_session = (sync_session_class or self.sync_session_class)(bind=bind, binds=binds, **options)

    def __getattr__(self, name):
        found = getattr(self.sync_session, name)
        if name not in _LATER:
            return found

        async def later(*arguments, **keywords):
            return found(*arguments, **keywords)

        return later

    async def run_sync(self, fn, *arguments, **keywords):
        return fn(self.sync_session, *arguments, **keywords)

    async def stream(self, statement, params=None, **ignored):
        from sqlalchemy.ext.asyncio import AsyncResult

        return AsyncResult(self.sync_session.execute(statement, params))

    async def close_all(self):
        self.sync_session.close()

    def begin(self):
        return _AsyncTransaction(self.sync_session.begin)

    def begin_nested(self):
        return _AsyncTransaction(self.sync_session.begin_nested)

    async def aclose(self):
        self.sync_session.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *problem):
        self.sync_session.close()


class _AsyncTransaction:
    def __init__(self, begin):
        self._begin, self._transaction = begin, None

    def __await__(self):
        self._transaction = self._begin()
        return self
        yield

    async def commit(self):
        self._transaction.commit()

    async def rollback(self):
        self._transaction.rollback()

    async def __aenter__(self):
        if self._transaction is None:
            self._transaction = self._begin()
        return self

    async def __aexit__(self, *problem):
        self._transaction.__exit__(*problem)


class async_sessionmaker(sessionmaker):
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, bind=None, *, class_=AsyncSession, **options):
        super().__init__(bind, class_=class_, **options)


class async_scoped_session:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, session_factory, scopefunc=None):
        self.session_factory, self._session = session_factory, None

    def __call__(self, **options):
        if self._session is None:
            self._session = self.session_factory(**options)
        return self._session

    async def remove(self):
        if self._session is not None:
            await self._session.close()
        self._session = None

    def __getattr__(self, name):
        return getattr(self(), name)


def async_object_session(instance):
    return None
