class Manager:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self): print('enter', self.name); return self
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.suppress
with Manager('a') as a, Manager('b', True) as b:
    print(a.name, b.name)
    raise ValueError('lost')
print('after')
try:
    with Manager('c'):
        raise KeyError('kept')
except KeyError as e:
    print('caught', e)
with (Manager('d') as d, Manager('e')):
    print('paren')
def f():
    with Manager('f'):
        return 'returned'
print(f())
for i in range(3):
    with Manager(i):
        if i == 0: continue
        if i == 1: break
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for k in (NoExit, NoEnter, int):
    try:
        with k(): pass
    except TypeError as e:
        print(e)
class Raises:
    def __enter__(self): raise RuntimeError('in enter')
    def __exit__(self, *a): print('never')
try:
    with Raises(): pass
except RuntimeError as e:
    print(e)
class Replaces:
    def __enter__(self): return (1, (2, 3))
    def __exit__(self, kind, *a): raise TypeError('replaced')
try:
    with Replaces() as (x, (y, z)):
        print(x, y, z)
        raise ValueError('first')
except TypeError as e:
    print(e, repr(e.__context__))
target = {}
with Manager('g') as target['key']:
    pass
print(target['key'].name)
with Manager('outer'):
    with Manager('inner', suppress=True):
        raise Exception('swallowed')
    print('goes on')
def gen():
    with Manager('gen'):
        yield 1
        yield 2
g = gen()
print(next(g))
g.close()
print('closed')
