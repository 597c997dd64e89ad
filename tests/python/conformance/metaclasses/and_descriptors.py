"""Metaclasses, descriptors, slots and the hooks of classes."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    registry = []

    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"injected": 1}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), kwargs)
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.registry.append(name)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __getattr__(cls, name):
        if name.startswith("magic_"):
            return name[6:]
        raise AttributeError(f"no {name}")

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter("xyz")

    def __contains__(cls, item):
        return item == "in"

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __instancecheck__(cls, instance):
        return instance == "instance"

    def __subclasscheck__(cls, sub):
        return sub is int

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    @property
    def table(cls):
        return cls.__name__.lower()


class Model(metaclass=Meta, option=1):
    field = 5

    def __init__(self, x=0):
        self.x = x


class Sub(Model, other="y"):
    pass


print(Model(3).x, Model.injected, Model.magic_word, len(Model), list(Model), "in" in Model, Model["k"], Model.table)
print(isinstance("instance", Model), isinstance(5, Model), issubclass(int, Model), issubclass(str, Model))
print(Model, Sub, type(Sub), Meta.registry, repr(Sub), f"{Model}")
show(lambda: Model.nope)
show(lambda: Model(1).magic_a)


class Hook:
    subclasses = []

    def __init_subclass__(cls, /, table=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.table = table or cls.__name__.lower()
        Hook.subclasses.append(cls.__name__)


class One(Hook):
    pass


class Two(Hook, table="second"):
    pass


print(One.table, Two.table, Hook.subclasses)
def wrong():
    class Three(Hook, nope=1):
        pass
show(wrong)
def wrong_object():
    class Four(nope=1):
        pass
show(wrong_object)


class Typed:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)


class Person:
    name = Typed(str, "nobody")
    age = Typed(int)


p = Person()
print(p.name, p.age)
p.name = "x"; p.age = 5
print(p.name, p.age, p.__dict__, Person.name.kind, vars(p) is p.__dict__)
def wrong_type():
    p.age = "x"
show(wrong_type)
del p.name
print(p.name)
p.__dict__["age"] = "sneaky"
print(p.age)


class NonData:
    def __get__(self, instance, owner):
        return "from descriptor" if instance is not None else owner.__name__


class Holder:
    attr = NonData()


h = Holder()
print(h.attr, Holder.attr)
h.attr = "own"
print(h.attr, h.__dict__)


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")
def broken():
    class B:
        x = Broken()
try:
    broken()
except Exception as error:
    print(type(error).__name__, error, type(error.__cause__).__name__ if error.__cause__ else None)


class Lazy:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Page:
    @Lazy
    def body(self):
        """The body."""
        print("computing")
        return "text"


page = Page()
print(page.body, page.body, Page.body.__doc__)


class Slots:
    __slots__ = ("a", "_b", "__c")

    def __init__(self):
        self.a = 1
        self.__c = 3


s = Slots()
show(lambda: s._b)
def new():
    s.z = 1
show(new)
show(lambda: s.__dict__)
print(s._Slots__c, Slots.a.__get__(s), type(Slots.a).__name__, Slots.__slots__)
del s.a
show(lambda: s.a)
class SubSlots(Slots):
    __slots__ = "d"
class WithDict(Slots):
    pass
w = WithDict(); w.anything = 1
print(SubSlots.__slots__, hasattr(SubSlots(), "__dict__"))
def conflict():
    class C:
        __slots__ = ("x",)
        x = 1
show(conflict)
def bad_slot():
    class C:
        __slots__ = ("1x",)
show(bad_slot)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Generic[int], Generic["x"], Generic[1, 2])
show(lambda: Person[int])


class Prop:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        "The v."
        return self._v

    @v.setter
    def v(self, value):
        self._v = value

    @v.deleter
    def v(self):
        print("deleting")
        self._v = None

    @property
    def ro(self):
        return 5

    def _get(self): return "w"
    def _set(self, value): print("set", value)
    wo = property(None, _set, doc="write only")
    both = property(_get, _set)


q = Prop()
q.v = 7; print(q.v); del q.v; print(q.v, Prop.v.__doc__, Prop.wo.__doc__, Prop.v.fget.__name__, Prop.ro.fset)
def ro():
    q.ro = 1
show(ro)
def ro_del():
    del q.ro
show(ro_del)
show(lambda: q.wo)
q.wo = 3
print(q.both)


class A:
    def who(self): return "A"
    @classmethod
    def make(cls, *args): return cls.__name__, args
    @staticmethod
    def plus(a, b): return a + b
class B(A):
    def who(self): return "B" + super().who()
    @classmethod
    def make(cls, *args): return "B", super().make(*args)
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], D.make(1), D.plus(1, 2), D().make(2), B.__bases__, A.__subclasses__())
print(super(B, D()).who(), super(C, D()).who(), A.who(D()), D().who.__func__ is D.who, D.make.__self__)
def mro_conflict():
    class E(A, B):
        pass
show(mro_conflict)
def final():
    class E(bool):
        pass
show(final)
def layout():
    class E(int, str):
        pass
show(layout)
def meta_conflict():
    class M2(type): pass
    class X(metaclass=M2): pass
    class Y(Model, X): pass
show(meta_conflict)
T = type("T", (A,), {"x": 1, "hi": lambda self: "hi " + self.who()})
print(T().hi(), T.x, T.__name__, T.__module__, type(T), T.__qualname__)
show(lambda: type(1, 2))
show(lambda: type("T", (), {}, x=1))
class Op:
    def __init__(self, v): self.v = v
    def __add__(self, o): return NotImplemented if not isinstance(o, (Op, int)) else Op(self.v + getattr(o, "v", o))
    def __radd__(self, o): return Op(o + self.v)
    def __iadd__(self, o): self.v += 100; return self
    def __eq__(self, o): return isinstance(o, Op) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __bool__(self): return self.v != 0
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * self.v
    def __call__(self, *a, **k): return a, k
    def __repr__(self): return f"Op({self.v})"
    def __int__(self): return self.v
    def __index__(self): return self.v
    def __float__(self): return self.v + 0.5
    def __neg__(self): return Op(-self.v)
    def __matmul__(self, o): return "mat"
    def __contains__(self, x): return x == self.v
    def __reversed__(self): return iter("rev")
    def __format__(self, spec): return f"<{spec}>"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
o = Op(2)
print(o + 1, 1 + o, o == Op(2), o != Op(3), sorted([Op(3), o]), bool(Op(0)), len(o), list(o), o(1, k=2), int(o), [10, 20, 30][o], float(o), -o, o @ 1, 2 in o, list(reversed(o)), f"{o:abc}", round(o), round(o, 2), divmod(o, 1), o ** 2, pow(o, 2, 3), {o: 1}[Op(2)], hex(o), range(o), o > Op(1))
show(lambda: o + "x")
show(lambda: "x" + o)
show(lambda: o - 1)
show(lambda: o <= o)
show(lambda: ~o)
o += 1
print(o)
class Missing(dict):
    def __missing__(self, key): return f"no {key}"
m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m)
class Attr:
    def __getattr__(self, name):
        if name == "x": raise AttributeError("custom x")
        return f"dyn {name}"
    def __setattr__(self, name, value): print("set", name, value); super().__setattr__(name, value)
    def __delattr__(self, name): print("del", name); super().__delattr__(name)
    def __dir__(self): return ["b", "a"]
a = Attr()
a.y = 1
print(a.y, a.z, hasattr(a, "x"), getattr(a, "x", "default"), dir(a))
del a.y
show(lambda: a.x)
def gone():
    del a.y
show(gone)
