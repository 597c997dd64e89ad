"""Dataclasses as scripts write them, and what they refuse."""
import dataclasses
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, InitVar, make_dataclass, KW_ONLY, FrozenInstanceError, MISSING
from typing import ClassVar, Optional, List, Dict, Any
import copy


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Column:
    name: str
    type: str = "text"
    nullable: bool = True
    tags: List[str] = field(default_factory=list)
    registry: ClassVar[Dict[str, int]] = {}
    note: Optional[str] = field(default=None, repr=False, compare=False)


a = Column("id")
b = Column("id", tags=[])
print(a, a == b, a != b, a.tags is b.tags)
a.tags.append("x")
print(a, b, a == b)
print([f.name for f in fields(a)], [f.type for f in fields(Column)], fields(Column)[1].default, fields(Column)[0].default is MISSING)
print(asdict(a), astuple(a))
show(lambda: Column())
show(lambda: Column("a", "b", True, [], None, 5))
show(lambda: Column("a", nam="b"))
show(lambda: a < b)
show(lambda: hash(a))
print(replace(a, name="other", nullable=False))
show(lambda: replace(a, nope=1))
print(Column.__match_args__, Column.__doc__, is_dataclass(Column), is_dataclass(a), is_dataclass(5))
print(Column.__dataclass_params__)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)

    def __str__(self):
        return f"{self.major}.{self.minor}"


v, w = Version(1, 2), Version(1, 3, "x")
print(v < w, v <= w, v > w, sorted([w, v]), str(v), f"{w}", hash(v) == hash(Version(1, 2, "zzz")), {v: 1}[Version(1, 2)])
def change():
    v.major = 5
show(change)
def delete():
    del v.major
show(delete)
try:
    v.new = 1
except FrozenInstanceError as error:
    print("frozen", error, isinstance(error, AttributeError))
show(lambda: v < (1, 2))
show(lambda: v == (1, 2))
object.__setattr__(v, "major", 9)
print(v)


@dataclass
class WithPost:
    width: int
    height: int = 2
    area: int = field(init=False)
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.area = self.width * self.height * scale


print(WithPost(3), WithPost(3, 4, 10), WithPost(1, scale=5).area)
show(lambda: WithPost(1).scale)
show(lambda: replace(WithPost(1), width=2))
show(lambda: replace(WithPost(1), area=2, scale=1))
print([f.name for f in fields(WithPost)])


@dataclass
class Base:
    x: int
    y: int = 5


@dataclass
class Derived(Base):
    z: int = 6
    x: int = 1


print(Derived(), Derived(7), [f.name for f in fields(Derived)])
print(Base(1) == Derived(1), isinstance(Derived(), Base), Derived.__mro__[1].__name__)


def bad_order():
    @dataclass
    class Bad:
        a: int = 1
        b: int
show(bad_order)

def mutable():
    @dataclass
    class Bad:
        a: list = []
show(mutable)

def mutable_dict():
    @dataclass
    class Bad:
        a: dict = {}
show(mutable_dict)

def both():
    field(default=1, default_factory=list)
show(both)

def frozen_mix():
    @dataclass(frozen=True)
    class F:
        a: int
    @dataclass
    class G(F):
        b: int
show(frozen_mix)

def order_no_eq():
    @dataclass(order=True, eq=False)
    class O:
        a: int
show(order_no_eq)

def has_lt():
    @dataclass(order=True)
    class O:
        a: int
        def __lt__(self, other): return True
show(has_lt)

def no_annotation():
    @dataclass
    class N:
        a = field()
show(no_annotation)


@dataclass(eq=False)
class Identity:
    a: int


i = Identity(1)
print(i == Identity(1), i == i, hash(i) == hash(i), len({i, Identity(1)}))


@dataclass(unsafe_hash=True)
class Hashable:
    a: int
    b: int = field(hash=False, default=1)


print(hash(Hashable(1, 2)) == hash(Hashable(1, 3)), Hashable(1, 2) == Hashable(1, 3))


@dataclass(repr=False)
class NoRepr:
    a: int


print(repr(NoRepr(1)).startswith("<__main__.NoRepr object at 0x"))


@dataclass(init=False)
class NoInit:
    a: int = 3


print(NoInit(), NoInit().a)
show(lambda: NoInit(1))


@dataclass(kw_only=True)
class KeywordOnly:
    a: int
    b: int = 2


print(KeywordOnly(a=1))
show(lambda: KeywordOnly(1))
show(lambda: KeywordOnly())


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 0
    c: int


print(Mixed(1, c=3), Mixed.__match_args__)
show(lambda: Mixed(1, 2, 3))


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
def new_attribute():
    s.c = 1
show(new_attribute)

Point = make_dataclass("Point", ["x", ("y", int), ("z", int, field(default=0))], namespace={"total": lambda self: self.x + self.y + self.z})
print(Point(1, 2), Point(1, 2, 3).total(), Point.__name__)
show(lambda: make_dataclass("P", ["1x"]))
show(lambda: make_dataclass("P", ["x", "x"]))


@dataclass
class Node:
    value: int
    children: "List[Node]" = field(default_factory=list)
    meta: Dict[str, Any] = field(default_factory=dict, metadata={"json": True})


tree = Node(1, [Node(2), Node(3, [Node(4)])], {"k": (Node(5), [Node(6)])})
print(asdict(tree))
print(asdict(tree, dict_factory=lambda items: sorted(k for k, _ in items)))
print(astuple(tree))
print(fields(Node)[2].metadata["json"], dict(fields(Node)[0].metadata))
other = copy.deepcopy(tree)
print(other == tree, other.children[0] is tree.children[0])
shallow = copy.copy(tree)
print(shallow.children is tree.children)
recursive = Node(1)
recursive.children.append(recursive)
print(repr(recursive))
match Version(3, 4):
    case Version(3, minor):
        print("minor", minor)
match Column("c", nullable=False):
    case Column(name=name, nullable=False):
        print("column", name)


@dataclass
class Prop:
    _x: int = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @classmethod
    def parse(cls, text):
        return cls(int(text))

    @staticmethod
    def zero():
        return Prop(0)


p = Prop.parse("4")
p.x = 10
print(p, p.x, Prop.zero())
show(lambda: asdict(Prop))
show(lambda: fields(5))
show(lambda: asdict(5))
print(dataclasses.fields(Prop)[0].kw_only, dataclasses.fields(Prop)[0].init)
try:
    @dataclass
    class Doc:
        """Its own words."""
        a: "int" = 1
    print(Doc.__doc__, Doc.__annotations__, fields(Doc)[0].type)
except Exception as error:
    print(error)
import inspect
print(inspect.signature(Version), inspect.signature(Mixed))
