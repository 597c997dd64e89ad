class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': True}
    def method(cls): return f'meta method of {cls.__name__}'
    @property
    def label(cls): return 'label ' + cls.__name__
    def __getattr__(cls, n): return f'meta getattr {n}'
    def __repr__(cls): return f'<{cls.__name__}!>'
    def __len__(cls): return 3
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ('item', k)
    def __instancecheck__(cls, o): return o == 'instance'
    def __subclasscheck__(cls, o): return o is int
    def __or__(cls, o): return 'or'
    def __bool__(cls): return False
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, *a): pass
class B(A): pass
A(5)
print(A.prepared, A.method(), A.label, A.zzz, A, len(A), list(A), 1 in A, A['k'], isinstance('instance', A), issubclass(int, A), A | 1, bool(A), type(A) is Meta)
try:
    A().method
except AttributeError as e:
    print(e)
print(type(B).__name__, B.prepared)
class Other(type): pass
try:
    class C(A, metaclass=Other): pass
except TypeError as e:
    print(e)
class SubMeta(Meta): pass
class D(A, metaclass=SubMeta): pass
print(type(D).__name__)
class E(D): pass
print(type(E).__name__)
def function_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != '_'))
class F(metaclass=function_meta):
    y = 2
print(F)
T = Meta('T', (), {'z': 1})
print(T.z)
U = type('U', (A,), {'u': 1})
print(type(U).__name__)
