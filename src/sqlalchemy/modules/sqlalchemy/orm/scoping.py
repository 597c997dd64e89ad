"""scoped_session: one session, made when it is first used."""


from typing import Generic, TypeVar

_T = TypeVar("_T")


class scoped_session(Generic[_T]):
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self._session = None

    def __call__(self, **options):
        if self._session is None:
            self._session = self.session_factory(**options)
        return self._session

    @property
    def registry(self):
        return self

    def has(self):
        return self._session is not None

    def remove(self):
        if self._session is not None:
            self._session.close()
        self._session = None

    def configure(self, **options):
        self.session_factory.configure(**options)

    def query_property(self, query_cls=None):
        return _QueryProperty(self)

    def __getattr__(self, name):
        return getattr(self(), name)

    def __contains__(self, instance):
        return instance in self()

    def __iter__(self):
        return iter(self())


ScopedSession = scoped_session


class _QueryProperty:
    def __init__(self, scoped):
        self._scoped = scoped

    def __get__(self, instance, owner=None):
        return self._scoped.query(owner) if hasattr(owner, "__mapper__") else None
