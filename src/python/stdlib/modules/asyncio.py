"""Coroutines run to completion in place: what is awaited runs at once, and nothing else runs meanwhile."""


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


TimeoutError = TimeoutError


def _drive(coroutine):
    if not hasattr(coroutine, "send"):
        if hasattr(coroutine, "__await__"):
            coroutine = coroutine.__await__()
        else:
            raise ValueError("a coroutine was expected, got {!r}".format(coroutine))
    while True:
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value


def run(main, *, debug=None):
    if not hasattr(main, "send"):
        raise ValueError("a coroutine was expected, got {!r}".format(main))
    return _drive(main)


class Future:
    def __init__(self, *, loop=None):
        self._done = self._cancelled = False
        self._result = self._error = None

    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._done, self._result = True, result

    def set_exception(self, exception):
        self._done, self._error = True, exception() if isinstance(exception, type) else exception

    def done(self):
        return self._done

    def cancelled(self):
        return self._cancelled

    def cancel(self, msg=None):
        return False

    def result(self):
        if not self._done:
            raise InvalidStateError("Result is not set.")
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self):
        if not self._done:
            raise InvalidStateError("Exception is not set.")
        return self._error

    def add_done_callback(self, fn, *, context=None):
        fn(self)

    def __await__(self):
        if False:
            yield
        if not self._done:
            raise RuntimeError("nothing is left to run that could finish this future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that ran when the task was made."""

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__()
        self._name = name or "Task"
        try:
            self.set_result(_drive(coro))
        except Exception as error:
            self.set_exception(error)

    def get_name(self):
        return self._name


def create_task(coro, *, name=None, context=None):
    return Task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    return coro_or_future if isinstance(coro_or_future, Future) else Task(coro_or_future)


async def _settle(awaitable):
    return await awaitable


async def gather(*awaitables, return_exceptions=False):
    results = []
    for each in awaitables:
        try:
            results.append(await each)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait(fs, *, timeout=None, return_when="ALL_COMPLETED"):
    return {ensure_future(f) for f in fs}, set()


def as_completed(fs, *, timeout=None):
    return iter([_settle(f) for f in fs])


async def wait_for(fut, timeout):
    return await fut


async def shield(arg):
    return await arg


async def sleep(delay, result=None):
    if delay > 0:
        import time
        time.sleep(delay)
    return result


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "close")


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


class TaskGroup:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, tb):
        return False

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)


class timeout:
    def __init__(self, delay):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return False


class AbstractEventLoop:
    def run_until_complete(self, future):
        return future.result() if isinstance(future, Future) else _drive(future)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    async def run_in_executor(self, executor, func, *args):
        return func(*args)

    def is_running(self):
        return False

    def is_closed(self):
        return False

    def close(self):
        pass

    def time(self):
        import time
        return time.monotonic()

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass


_loop = AbstractEventLoop()


def get_event_loop():
    return _loop


new_event_loop = get_running_loop = get_event_loop


def set_event_loop(loop):
    pass


def set_event_loop_policy(policy):
    pass


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def run(self, coro, *, context=None):
        return run(coro)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def close(self):
        pass


class Lock:
    def __init__(self):
        self._locked = False

    async def acquire(self):
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False

    def locked(self):
        return self._locked

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


class Semaphore(Lock):
    def __init__(self, value=1):
        super().__init__()

    def release(self):
        pass


BoundedSemaphore = Semaphore


class Event:
    def __init__(self):
        self._set = False

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def is_set(self):
        return self._set

    async def wait(self):
        if not self._set:
            raise RuntimeError("nothing is left to run that could set this event")
        return True
