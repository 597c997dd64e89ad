class A:
    present = 1
    def __getattr__(self, name):
        if name.startswith('dyn_'):
            return name[4:]
        raise AttributeError(f'{type(self).__name__!r} has no {name!r}')
a = A()
print(a.present, a.dyn_x, getattr(a, 'zzz', 'd'), hasattr(a, 'q'))
try:
    a.q
except AttributeError as e:
    print(e)
class B:
    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)
    x = 5
b = B()
print(b.x)
try:
    b.y
except AttributeError as e:
    print(e)
class C:
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)
c = C()
c.v = 1
print(c.v)
del c.v
class D:
    def __getattribute__(self, name):
        if name == 'a': raise AttributeError('from getattribute')
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return 'getattr ' + name
print(D().a, D().b)
class E:
    def __dir__(self): return ['z', 'a']
print(dir(E()))
class F:
    one = 1
    def two(self): pass
print([n for n in dir(F) if not n.startswith('__')], [n for n in dir(F()) if not n.startswith('_')])
class Proxy:
    def __init__(self, target): object.__setattr__(self, '_t', target)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
class Target: pass
t = Target(); p = Proxy(t)
p.x = 3
print(t.x, p.x, vars(p)['_t'] is t)
try:
    (1).x = 2
except AttributeError as e:
    print(e)
try:
    object().x = 2
except AttributeError as e:
    print(e)
try:
    int.x = 2
except TypeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    'a'.nope
except AttributeError as e:
    print(e)
try:
    int.nope
except AttributeError as e:
    print(e)
try:
    len.nope
except AttributeError as e:
    print(e)
try:
    print.x = 1
except AttributeError as e:
    print(e)
import math
try:
    math.nope
except AttributeError as e:
    print(e)
