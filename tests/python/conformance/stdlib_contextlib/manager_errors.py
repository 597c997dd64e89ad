"""What @contextmanager, suppress, closing, redirect_stdout do at their edges."""
import io
import sys
from contextlib import *


def attempt(work):
    try:
        print(work())
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


@contextmanager
def none():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def twice_after_error():
    try:
        yield 1
    except ValueError:
        yield 2


@contextmanager
def plain():
    yield "plain"


@contextmanager
def swallow():
    try:
        yield
    except ValueError:
        print("swallowed")


@contextmanager
def replace():
    try:
        yield
    except ValueError as error:
        raise KeyError("other") from error


@contextmanager
def stops():
    try:
        yield
    except ValueError:
        raise StopIteration("inside")


def use(manager, error=None):
    with manager as value:
        if error:
            raise error
    return value


attempt(lambda: use(none()))
attempt(lambda: use(twice()))
attempt(lambda: use(twice(), ValueError("x")))
attempt(lambda: use(twice_after_error(), ValueError("x")))
attempt(lambda: use(swallow(), ValueError("x")))
attempt(lambda: use(swallow(), TypeError("x")))
attempt(lambda: use(replace(), ValueError("x")))
attempt(lambda: use(stops(), ValueError("x")))
attempt(lambda: use(plain(), StopIteration("mine")))
attempt(lambda: use(plain(), RuntimeError("mine")))
attempt(lambda: use(plain(), GeneratorExit()))
attempt(lambda: use(plain(), KeyboardInterrupt()))
manager = plain()
attempt(lambda: use(manager))
attempt(lambda: use(manager))
attempt(lambda: use(5))
attempt(lambda: use(plain))
print(plain.__name__, plain.__wrapped__.__name__, type(plain()).__name__, type(plain()).__mro__[1:4])


@plain()
def decorated(x):
    return x * 2


attempt(lambda: (decorated(2), decorated(3), decorated.__name__))


class Around(ContextDecorator):
    def __init__(self, name="n"):
        self.name = name

    def __enter__(self):
        print("in", self.name)
        return self

    def __exit__(self, *details):
        print("out", self.name, details[0])
        return False


@Around("deco")
def work(a, *, b=1):
    print("work", a, b)
    if a > 1:
        raise IndexError(a)
    return a + b


attempt(lambda: work(1, b=5))
attempt(lambda: work(2))
with suppress(KeyError, IndexError):
    [][1]
with suppress():
    pass
attempt(lambda: use(suppress(KeyError), ValueError("v")))
attempt(lambda: use(suppress(LookupError), KeyError("v")))


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
attempt(lambda: use(closing(Thing()), OSError("o")))
attempt(lambda: use(closing(5)))
out = io.StringIO()
with redirect_stdout(out) as target:
    print("hidden", target is out)
    with redirect_stderr(out):
        print("also", file=sys.stderr)
print(repr(out.getvalue()))
with nullcontext() as nothing, nullcontext([1]) as something:
    print(nothing, something)


class Both(AbstractContextManager):
    def __exit__(self, *details):
        print("exit", details[0])


with Both() as both:
    print(type(both).__name__)
print(issubclass(Thing, AbstractContextManager), issubclass(Around, AbstractContextManager))
attempt(lambda: AbstractContextManager())


class Half:
    def __enter__(self):
        return self


class Quarter:
    pass


attempt(lambda: use(Half()))
attempt(lambda: use(Quarter()))
