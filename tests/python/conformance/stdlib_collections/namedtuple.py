from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), tuple(p), p._fields, p._asdict(), p._replace(x=5), Point._make([3, 4]))
x, y = p
print(x + y, len(p), hash(p) == hash((1, 2)), isinstance(p, tuple), Point.__name__, Point.__doc__)
Line = namedtuple("Line", "start end width", defaults=[1])
print(Line(0, 1), Line._field_defaults, Line(0, 1, width=9))
print(namedtuple("R", "a class b a", rename=True)._fields)


class Sub(namedtuple("Base", "a b")):
    __slots__ = ()

    @property
    def total(self):
        return self.a + self.b


print(Sub(1, 2), Sub(1, 2).total)
for attempt in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=3),
    lambda: p._replace(z=1),
    lambda: Point._make([1]),
    lambda: setattr(p, "x", 3),
    lambda: namedtuple("T", "a a"),
    lambda: namedtuple("T", "class"),
    lambda: namedtuple("T", "_a"),
    lambda: namedtuple("1", "a"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
match p:
    case Point(x=1, y=b):
        print("matched", b)
