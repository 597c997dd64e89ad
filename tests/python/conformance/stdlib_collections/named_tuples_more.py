"""namedtuple and NamedTuple."""
from collections import namedtuple
from typing import NamedTuple, Optional
import json, copy


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple("Point", "x y")
p = Point(1, 2)
print(p, p.x, p[1], p == (1, 2), p + (3,), len(p), tuple(p), list(p), p._asdict(), p._fields, hash(p) == hash((1, 2)))
x, y = p
print(x, y, *p, p._replace(x=5), Point._make([7, 8]), Point(y=1, x=2), p < Point(1, 3), max(p), sorted([Point(2, 1), p]))
show(lambda: Point(1))
show(lambda: Point(1, 2, 3))
show(lambda: Point(1, z=2))
show(lambda: Point._make([1]))
show(lambda: p._replace(z=1))
def assign():
    p.x = 5
show(assign)
def assign_new():
    p.z = 5
show(assign_new)
show(lambda: p.z)
show(lambda: namedtuple("P", "x x"))
show(lambda: namedtuple("P", "class y"))
show(lambda: namedtuple("P", "_a"))
show(lambda: namedtuple("1P", "a"))
show(lambda: namedtuple("P", ["a", 1]))
R = namedtuple("R", "class x x _b ok", rename=True)
print(R._fields, R(1, 2, 3, 4, 5))
D = namedtuple("D", "a b c", defaults=[1, 2])
print(D(0), D(0, 5), D._field_defaults, D.__new__.__defaults__)
show(lambda: D())
show(lambda: namedtuple("D", "a", defaults=[1, 2]))
print(namedtuple("C", "a, b,c")._fields, namedtuple("E", [])(), namedtuple("M", "a", module="here").__module__)
print(Point.__doc__, Point.x.__doc__, Point.__name__, Point.__mro__[1].__name__, Point.__match_args__, isinstance(p, tuple))
print(json.dumps(p), json.dumps([p]), json.dumps(p._asdict()))
print(copy.copy(p), copy.deepcopy(p) == p)
print("%s-%s" % p, "{0.x}/{0[1]}".format(p), f"{p.x}:{p!r}")


class Row(NamedTuple):
    """A row."""
    id: int
    name: str = "none"
    parent: Optional[int] = None

    def label(self):
        return f"{self.id}:{self.name}"

    @property
    def upper(self):
        return self.name.upper()

    @classmethod
    def make(cls, text):
        return cls(*text.split("/"))


r = Row(1)
print(r, r.label(), r.upper, Row.make("5/x"), Row._fields, Row._field_defaults, Row.__annotations__, Row.__doc__)
show(lambda: Row())
show(lambda: Row(1, 2, 3, 4))
def bad():
    class Bad(NamedTuple):
        a: int = 1
        b: str
show(bad)
Emp = NamedTuple("Emp", [("name", str), ("id", int)])
print(Emp("a", 1), Emp.__annotations__)


class Sub(Point):
    __slots__ = ()

    def __new__(cls, x, y=10):
        return super().__new__(cls, x * 2, y)

    def __repr__(self):
        return "Sub" + super().__repr__()

    @property
    def hypot(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


s = Sub(3)
print(s, s.hypot, s._replace(y=1), type(s._replace(y=1)).__name__)
match p:
    case Point(x=1, y=why):
        print("why", why)
match Row(3, "n"):
    case (ident, name, None):
        print(ident, name)
for ident, name, parent in [Row(1), Row(2, "b", 1)]:
    print(ident, name, parent)
print({p: "a"}[(1, 2)], p.index(2), p.count(1), p * 2, p[::-1], 1 in p)
print(Point.__getnewargs__(p), p.__class__ is Point, repr(Point))
