"""send, throw, close, return values, yield from, exceptions in finally."""
import inspect


def attempt(work):
    try:
        print(work())
    except BaseException as error:
        print(type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__), getattr(error, "value", ""))


def echo():
    got = "start"
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"
        except GeneratorExit:
            print("closing")
            raise


g = echo()
attempt(lambda: g.send(1))
attempt(lambda: next(g))
attempt(lambda: g.send(1))
attempt(lambda: g.throw(ValueError("one")))
attempt(lambda: g.throw(ValueError, "two"))
attempt(lambda: g.throw(ValueError, ValueError("three")))
attempt(lambda: g.throw(ValueError, None, None))
attempt(lambda: g.throw(5))
attempt(lambda: g.throw())
attempt(lambda: g.throw(ValueError("x"), "y"))
attempt(lambda: g.throw(int))
attempt(lambda: g.close())
attempt(lambda: next(g))
attempt(lambda: g.send(2))
attempt(lambda: g.throw(KeyError("late")))
attempt(lambda: g.close())

g = echo()
attempt(lambda: g.throw(ValueError("early")))
attempt(lambda: next(g))
g = echo()
attempt(lambda: g.close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
attempt(lambda: g.close())


def finishing():
    try:
        yield 1
    finally:
        print("finally")
        raise KeyError("from finally")


g = finishing()
next(g)
attempt(lambda: g.close())
g = finishing()
next(g)
attempt(lambda: g.throw(ValueError("first")))


def returning():
    try:
        yield 1
    finally:
        return "done"


g = returning()
next(g)
attempt(lambda: g.close())
g = returning()
next(g)
attempt(lambda: g.throw(ValueError("lost")))


def stops():
    yield 1
    raise StopIteration("bad")


attempt(lambda: list(stops()))


def inner():
    try:
        got = yield "i1"
        print("inner got", got)
        yield "i2"
    except KeyError as error:
        print("inner caught", error)
        yield "i3"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    try:
        result = yield from inner()
        print("result", result)
        yield from [10, 20]
        return (yield from iter("z"))
    except LookupError as error:
        print("outer caught", repr(error))
        yield "o"


g = outer()
print(next(g), g.send("hello"), list(g))
g = outer()
print(next(g))
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: list(g))
g = outer()
next(g)
attempt(lambda: g.throw(IndexError("i")))
g = outer()
next(g)
attempt(g.close)


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *details):
        print("custom throw", len(details))
        raise StopIteration("custom value")

    def send(self, value):
        return ("sent", value)

    def close(self):
        print("custom close")


def delegate(to):
    result = yield from to
    print("delegated", result)
    yield "after"


g = delegate(Custom())
print(next(g), g.send(5))
attempt(lambda: g.throw(ValueError("x")))
g = delegate(Custom())
next(g)
attempt(g.close)
g = delegate([1, 2])
next(g)
attempt(lambda: g.send(3))
g = delegate([1, 2])
next(g)
attempt(lambda: g.throw(ValueError("list")))
attempt(lambda: list(delegate(5)))


def reenter():
    yield next(h)


h = reenter()
attempt(lambda: next(h))
g = (x * x for x in range(3))
print(next(g), g.send(None), list(g), type(g).__name__, g.__name__, g.__qualname__)
g = echo()
print(g.gi_frame is None, g.gi_running, g.gi_yieldfrom, g.gi_code.co_name, inspect.isgenerator(g), inspect.isgeneratorfunction(echo))
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame)
attempt(lambda: [*(1 / x for x in (1, 0))])
attempt(lambda: list((yield_ for yield_ in 5)))


def counter(limit):
    n = 0
    while n < limit:
        n += (yield n) or 1
    return n


def collect():
    total = yield from counter(5)
    print("total", total)
    return total


g = collect()
print(next(g), g.send(2), g.send(2))
attempt(lambda: g.send(3))
try:
    raise StopIteration
except StopIteration as stop:
    print(stop.value, stop.args)
print(StopIteration(1, 2).value)


def context():
    try:
        raise TypeError("t")
    except TypeError:
        yield 1
        raise ValueError("v")


g = context()
next(g)
attempt(lambda: next(g))
