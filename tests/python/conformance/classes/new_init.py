class A:
    def __new__(cls, *args, **kw):
        print('new', cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print('init', args, kw)
A(1, k=2)
class B(A):
    def __new__(cls, v):
        if v < 0:
            return 'not an instance'
        return super().__new__(cls, v)
print(B(-1))
B(1)
class Single:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
print(Single() is Single())
class C:
    def __init__(self): return 5
try:
    C()
except TypeError as e:
    print(e)
class D: pass
try:
    D(1)
except TypeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
class E:
    def __init__(self, a): self.a = a
try:
    E()
except TypeError as e:
    print(e)
class F:
    def __new__(cls, a): return object.__new__(cls)
print(type(F(1)).__name__)
try:
    F()
except TypeError as e:
    print(e)
try:
    object.__new__(int)
except TypeError as e:
    print(e)
try:
    object.__new__(3)
except TypeError as e:
    print(e)
print(int.__new__(int, '5'), str.__new__(str, 5), tuple.__new__(tuple, [1]), object.__new__(D).__class__.__name__)
class G(int):
    def __new__(cls, value, unit):
        self = int.__new__(cls, value)
        self.unit = unit
        return self
g = G(5, 'km')
print(g, g.unit, g + 1)
class H:
    def __init__(self, /, self_=1, **kw): self.kw = kw
print(H(self=5).kw)
