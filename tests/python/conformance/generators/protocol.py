def count(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("got", got)
    finally:
        print("closed")
    return "done"


g = count(3)
print(next(g), g.send("a"), g.gi_running, g.gi_frame is not None)
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
g = count(3)
next(g)
g.close()
g.close()
print(list(g), next(g, "default"))
try:
    count(1).send(5)
except TypeError as error:
    print(error)


def delegating():
    result = yield from count(2)
    print("result", result)
    result = yield from [10, 20]
    print("result", result)
    try:
        yield from inner()
    except KeyError as error:
        print("caught", error)
    return "end"


def inner():
    try:
        yield "inner"
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
    raise KeyError("out")


d = delegating()
print([next(d) for _ in range(5)])
print(d.throw(ValueError("thrown")))
try:
    next(d)
except StopIteration as stop:
    print("value", stop.value)


def swallow():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("refuses")
            yield 2


s = swallow()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def stops():
    yield 1
    raise StopIteration("early")


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)


def thrown():
    yield 1


t = thrown()
try:
    t.throw(KeyError, "k")
except KeyError as error:
    print(repr(error))
print(list(t))
t = thrown()
try:
    t.throw(TypeError)
except TypeError as error:
    print(repr(error))
try:
    thrown().throw(5)
except TypeError as error:
    print(error)


def numbers():
    x = 0
    while x < 3:
        x += 1
        yield x
    else:
        yield "else"


print(list(numbers()), sum(n for n in range(10) if n % 2), max(numbers(), key=str))
print(type(numbers()).__name__, numbers.__name__, numbers().__name__, repr(numbers())[:26])


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree((((), 1, ()), 2, ((), 3, ())))))


def yields_nothing():
    return
    yield


print(list(yields_nothing()))


def expression():
    x = (yield 1) or "nothing"
    y = yield x
    print([(yield), (yield)])
    return y


e = expression()
print(next(e), e.send(None), e.send("y"), e.send("a"))
try:
    e.send("b")
except StopIteration as stop:
    print(stop.value)
import itertools
print(list(itertools.islice((i * i for i in itertools.count()), 5)))
