def echo():
    received = []
    while True:
        try:
            got = yield len(received)
            received.append(got)
        except ValueError as e:
            received.append(f'caught {e}')
        except GeneratorExit:
            print('exit', received)
            raise
g = echo()
print(next(g), g.send('a'), g.send(None), g.throw(ValueError('v')), g.throw(ValueError, 'w'))
g.close()
g.close()
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)
def returns():
    x = yield 1
    return x
g = returns()
next(g)
try:
    g.send('value')
except StopIteration as e:
    print(e.value, e.args)
g = returns()
try:
    g.send(1)
except TypeError as e:
    print(e)
def delegate():
    result = yield from inner()
    print('result', result)
    yield from [10, 20]
    yield from 'xy'
    return 'end'
def inner():
    try:
        a = yield 1
        b = yield a
        return (a, b)
    finally:
        print('inner done')
g = delegate()
print(next(g), g.send('A'), g.send('B'), list(g))
g = delegate()
next(g)
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = ignores(); next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def raises_stop():
    yield 1
    raise StopIteration('inside')
g = raises_stop(); next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def running():
    yield next(me)
me = running()
try:
    next(me)
except ValueError as e:
    print(e)
g = returns()
print(g.gi_running, g.gi_frame is not None, g.__name__, g.__qualname__, type(g).__name__)
def finals():
    try:
        yield 1
    finally:
        print('cleanup')
for v in finals():
    print(v)
    break
print('after')
def subgen():
    try:
        while True:
            yield
    except KeyError:
        return 'handled'
def main():
    r = yield from subgen()
    yield r
g = main(); next(g)
print(g.throw(KeyError))
g = (i for i in range(3))
print(g.send(None), next(g), g.close(), list(g))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 15)), list(takewhile(lambda n: n < 50, fib())))
def tree(t):
    if t:
        left, v, right = t
        yield from tree(left)
        yield v
        yield from tree(right)
print(list(tree((((None, 1, None), 2, None), 3, (None, 4, None)))))
