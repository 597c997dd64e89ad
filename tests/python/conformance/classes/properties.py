class T:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "The value."
        return self._v
    @v.setter
    def v(self, new):
        print('set', new)
        self._v = new
    @v.deleter
    def v(self):
        print('del')
        self._v = None
    @property
    def only(self): return 'read'
    w = property(lambda self: 'w', None, None, 'doc w')
t = T()
t.v = 5
print(t.v)
del t.v
print(t.v, T.v.__doc__, T.w.__doc__, t.w)
for action in ('t.only = 1', 'del t.only', 't.w = 2'):
    try:
        exec(action)
    except AttributeError as e:
        print(e)
print(type(T.v).__name__, T.v.fget.__name__, T.v.fset.__name__, T.only.fset)
class U(T):
    @T.v.getter
    def v(self): return 'child'
u = U()
u.v = 3
print(u.v, u._v)
class V:
    @property
    def broken(self):
        raise AttributeError('inside')
try:
    V().broken
except AttributeError as e:
    print(e)
class W(V):
    def __getattr__(self, name): return 'fallback ' + name
print(W().broken, W().other)
t.__dict__['v'] = 'hidden'
print(t.v)
class X:
    a = property()
try:
    X().a
except AttributeError as e:
    print(e)
try:
    X().a = 1
except AttributeError as e:
    print(e)
print(T.v.__get__(t), T.v.__get__(None, T) is T.v)
p = property(lambda s: 1)
q = p.setter(lambda s, v: None)
print(p is q, q.fset is not None, p.fset)
class Y:
    @property
    @staticmethod
    def odd(): return 1
class Z:
    @classmethod
    @property
    def kp(cls): return cls.__name__
print(Z.kp)
