from contextlib import contextmanager, closing, suppress, nullcontext, redirect_stdout, ExitStack, ContextDecorator
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as t, tag("b"):
    print(t)
try:
    with tag("err"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)


@contextmanager
def swallow():
    try:
        yield
    except KeyError:
        print("swallowed")


with swallow():
    {}["x"]


@tag("deco")
def work():
    print("working")


work()
work()
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as n:
    print(n)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))


class Thing:
    def close(self):
        print("closed")


with closing(Thing()):
    print("using")


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for manager in (never, twice):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)
