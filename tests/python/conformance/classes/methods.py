class A:
    count = 0
    def __init__(self):
        type(self).count += 1
    def instance(self): return 'instance', self.__class__.__name__
    @classmethod
    def make(cls): return 'class', cls.__name__
    @staticmethod
    def plain(x=1): return 'static', x
class B(A): pass
a, b = A(), B()
print(A.count, B.count)
print(a.instance(), b.instance(), A.make(), b.make(), A.plain(), b.plain(2))
print(A.instance(b), A.__dict__['make'].__func__.__name__)
print(type(A.__dict__['plain']).__name__, type(A.__dict__['make']).__name__)
m = b.instance
print(m(), m.__self__ is b)
try:
    A.instance()
except TypeError as e:
    print(e)
try:
    a.plain(1, 2)
except TypeError as e:
    print(e)
class C:
    def f(x): return x
    g = len
    h = lambda self, n: n * 2
    i = staticmethod(len)
c = C()
print(c.f() is c, c.h(4), c.i('abc'))
print(c.g('abc'))
C.added = lambda self: 'added'
print(c.added())
c.own = lambda: 'own'
print(c.own())
class D:
    @classmethod
    def build(cls, *args, **kw): return cls, args, kw
    @property
    def size(self): return 7
print(D.build(1, k=2)[1:], D().size)
print(D.__dict__['build'].__wrapped__.__name__)
class E:
    def __call__(self, *args): return args
print(E()(1, 2), callable(E()))
class F:
    def __class_getitem__(cls, key): return f'{cls.__name__}[{key}]'
print(F[int], F['x', 1])
class G:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class H(G, tag='h'): pass
class I(H): pass
print(H.tag, I.tag)
try:
    class J(G, other=1): pass
except TypeError as e:
    print(e)
class K:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
class L:
    k = K()
    l = K()
