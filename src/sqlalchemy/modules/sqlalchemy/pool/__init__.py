"""Pools by name: each connection of a script is its own."""


class Pool:
    def __init__(self, creator=None, **options):
        self._creator = creator

    def dispose(self):
        pass

    def status(self):
        return type(self).__name__

    def size(self):
        return 0

    def recreate(self):
        return self


class NullPool(Pool):
    pass


class QueuePool(Pool):
    pass


class StaticPool(Pool):
    pass


class SingletonThreadPool(Pool):
    pass


class AssertionPool(Pool):
    pass


class AsyncAdaptedQueuePool(QueuePool):
    pass


class FallbackAsyncAdaptedQueuePool(AsyncAdaptedQueuePool):
    pass


class PoolProxiedConnection:
    pass


class ConnectionPoolEntry:
    pass


_ConnectionRecord = ConnectionPoolEntry
_ConnectionFairy = PoolProxiedConnection
