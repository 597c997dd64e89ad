from dataclasses import dataclass, field, asdict, make_dataclass, replace, MISSING, fields


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Path:
    points: list[Point]
    meta: dict = field(default_factory=dict)


p = Path([Point(1, 2), Point(3, 4)], {"a": Point(5, 6)})
print(p)
print(asdict(p))
print(asdict(p, dict_factory=lambda items: sorted(items)))
C = make_dataclass("C", [("a", int), ("b", str, field(default="z"))])
print(C(1), C(1, b="k"))
f = fields(Path)[0]
print(f.name, f.type, f.default is MISSING, f.default_factory is MISSING, f.init, f.repr, dict(f.metadata))


@dataclass(slots=True)
class S:
    a: int
    b: int = 2


s = S(1)
print(s, S.__slots__)
try:
    s.c = 1
except AttributeError as error:
    print(error)


@dataclass(kw_only=True)
class K:
    a: int
    b: int = 0


print(K(a=1), K.__match_args__)
try:
    K(1)
except TypeError as error:
    print(error)


@dataclass(repr=False)
class Q:
    a: int = field(metadata={"k": 1})

    def __repr__(self):
        return "Q!"


print(Q(1), fields(Q)[0].metadata["k"], replace(Q(1), a=2).a)


@dataclass
class Node:
    next: "Node" = None


n = Node()
n.next = n
print(n)
