class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        cls.extra = kw
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
class A(metaclass=Meta, k=1):
    x = 1
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
print(A.extra, type(A).__name__, A.__mro__)
class Base:
    registry = []
    def __init_subclass__(cls, **kw): Base.registry.append((cls.__name__, kw))
class D1(Base, opt=3): pass
print(Base.registry)
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print([c.__name__ for c in W.__mro__])
try:
    class Bad(X, Y): pass
except TypeError as e:
    print(e)
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class H:
    d = Desc()
h = H()
print(h.d, setattr(h, "d", 4), h.d, H.d.name)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1
try: s.c = 2
except AttributeError as e: print(e)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, n): self._v = n
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(a): return a
p = P(); p.v = 5
print(p.v, P.make(), p.make(), P.st(3))
try: del p.v
except AttributeError as e: print(e)
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(self.n + o)
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"V({self.n})"
    def __getitem__(self, k): return k
    def __contains__(self, k): return k == self.n
    def __len__(self): return self.n
    def __bool__(self): return self.n > 1
    def __call__(self, *a): return a
    def __iter__(self): return iter(range(self.n))
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0]); return True
    def __getattr__(self, name): return "dyn " + name
print(V(1) + V(2), 5 + V(1), sum([V(1), V(2)]), V(1) == V(1), sorted([V(3), V(1)]), {V(1): 2}, V(3)[1:2, ...], 3 in V(3), bool(V(1)), V(1)(4), list(V(3)), V(1).foo)
with V(1) as v: raise ValueError("x")
try: V(1) + "a"
except TypeError as e: print(e)
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 100)
class MyDict(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = MyDict(); d["a"] = 1
print(MyInt(3) + 4, MyInt(3) * 2, d, d["zz"], isinstance(d, dict), type("T", (X,), {"q": 1}).q)
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise E(1, 2)
except E as e: print(repr(e), e, e.b, e.args)
