"""dataclass: options, fields, errors, helpers."""
import dataclasses
from dataclasses import *
from typing import *


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


@dataclass
class Plain:
    a: int
    b: str = "x"
    c: list = field(default_factory=list)
    d: ClassVar[int] = 5
    e: int = field(default=1, repr=False, compare=False)
    f: int = field(init=False, default=9)


@dataclass(order=True, frozen=True)
class Ordered:
    x: int
    y: int = field(default=0, compare=False)


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 2


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 1


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


@dataclass
class Post:
    a: int
    seed: InitVar[int] = 3
    total: int = field(init=False)

    def __post_init__(self, seed):
        self.total = self.a + seed


@dataclass
class Child(Plain):
    b: str = "child"
    g: int = 7


@dataclass(eq=False, repr=False)
class Bare:
    a: int = 1


@dataclass(unsafe_hash=True)
class Hashed:
    a: int = 1


@dataclass(init=False)
class NoInit:
    a: int = 1


@dataclass
class Own:
    a: int

    def __repr__(self):
        return "own"

    def __eq__(self, other):
        return True


@dataclass
class Nested:
    plain: Plain
    items: dict
    pair: tuple


@dataclass
class Described:
    a: int = field(metadata={"doc": "a"})


nested = Nested(Plain(1), {"k": Plain(2)}, (Plain(3), [1]))
attempt(
    "Plain(1)", "Plain(1, 'b', [2])", "Plain()", "Plain(1, 2, 3, 4, 5, 6)", "Plain(1, z=2)", "Plain(1, a=2)", "Plain(1) == Plain(1)", "Plain(1) == Plain(1, e=5)", "Plain(1) == (1,)", "Plain(1) < Plain(2)", "hash(Plain(1))", "Plain.b, Plain.d", "Plain.c", "Plain(1).c is Plain(1).c", "Plain.__match_args__", "[f.name for f in fields(Plain)]", "fields(5)", "asdict(Plain(1))", "astuple(Plain(1))", "replace(Plain(1), a=5)", "replace(Plain(1), z=5)", "replace(Plain(1), f=5)", "is_dataclass(Plain), is_dataclass(Plain(1)), is_dataclass(5)", "asdict(Plain)", "asdict(5)", "Plain.__doc__", "Plain.__annotations__", "Plain.__dataclass_params__", "sorted(Plain.__dataclass_fields__)",
    "Ordered(1) < Ordered(2), Ordered(1) <= Ordered(1)", "Ordered(1, 2) == Ordered(1, 3)", "hash(Ordered(1)) == hash(Ordered(1))", "setattr(Ordered(1), 'x', 2)", "delattr(Ordered(1), 'x')", "setattr(Ordered(1), 'new', 2)", "Ordered(1) < 5", "sorted([Ordered(2), Ordered(1)])", "replace(Ordered(1), x=4)", "{Ordered(1): 'v'}[Ordered(1)]", "FrozenInstanceError.__mro__[1]",
    "Keywords(a=1)", "Keywords(1)", "Keywords(b=1)", "Mixed(1)", "Mixed(1, 2)", "Mixed(1, b=3)", "Slotted(1)", "setattr(Slotted(1), 'z', 1)", "Slotted.__slots__", "Slotted(1).__dict__", "Post(1)", "Post(1, 10).total", "replace(Post(1), seed=5)", "replace(Post(1), a=2)", "Post.seed", "Child(1)", "Child(1, 'z', g=3)", "Child(1) == Plain(1)", "[f.name for f in fields(Child)]", "isinstance(Child(1), Plain)", "Bare() == Bare()", "repr(Bare())[:18]", "hash(Hashed()) == hash(Hashed())", "NoInit().a", "NoInit(1)", "Own(1), Own(1) == 5", "nested", "asdict(nested)", "astuple(nested)", "asdict(nested, dict_factory=lambda pairs: [k for k, v in pairs])", "fields(Described)[0].metadata", "fields(Described)[0].metadata['doc']", "Described.a", "fields(Plain)[2].default_factory, fields(Plain)[2].default is MISSING, fields(Plain)[0].type", "make_dataclass('Made', ['a', ('b', int), ('c', int, field(default=3))])(1, 2)", "make_dataclass('Made', ['1a'])", "make_dataclass('Made', ['a', 'a'])", "make_dataclass('Made', ['def'])", "make_dataclass('Made', [('a', int)], namespace={'double': lambda self: self.a * 2}, frozen=True)(4).double()", "make_dataclass('Made', ['a'], bases=(Bare,)).__mro__[1].__name__", "field(default=1, default_factory=list)",
)


def define(text):
    try:
        space = {}
        exec("from dataclasses import *\nfrom typing import *\n" + text, space)
        print(repr(text), space["X"].__name__)
    except Exception as error:
        print(repr(text), "!", type(error).__name__, error)


define("@dataclass\nclass X:\n    a: int = 1\n    b: int")
define("@dataclass\nclass X:\n    a: list = []")
define("@dataclass\nclass X:\n    a: dict = {}")
define("@dataclass\nclass X:\n    a: set = set()")
define("@dataclass\nclass X:\n    a = field()")
define("@dataclass(order=True, eq=False)\nclass X:\n    a: int")
define("@dataclass(order=True)\nclass X:\n    a: int\n    def __lt__(self, o): pass")
define("@dataclass\nclass Y:\n    a: int = 1\n@dataclass\nclass X(Y):\n    b: int")
define("@dataclass(frozen=True)\nclass Y:\n    a: int = 1\n@dataclass\nclass X(Y):\n    b: int = 2")
define("@dataclass\nclass Y:\n    a: int = 1\n@dataclass(frozen=True)\nclass X(Y):\n    b: int = 2")
define("@dataclass(slots=True)\nclass X:\n    __slots__ = ('a',)\n    a: int")
define("@dataclass\nclass X:\n    a: int\n    _: KW_ONLY\n    b: int\n    __: KW_ONLY")
define("@dataclass(weakref_slot=True)\nclass X:\n    a: int")
define("@dataclass(unsafe_hash=True)\nclass X:\n    a: int\n    def __hash__(self): return 1")
define("@dataclass\nclass X:\n    a: ClassVar[int] = field(default_factory=list)")
define("@dataclass\nclass X:\n    a: InitVar[int] = field(default_factory=list)")
define("@dataclass(nothing=True)\nclass X:\n    a: int")
