"""Enumerations beyond the plain ones."""
import enum
import json
import pickle
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
try:
    from enum import StrEnum
except ImportError:
    StrEnum = None


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def default(cls):
        return cls.GREEN

    @staticmethod
    def count():
        return len(Color)

    def __str__(self):
        return f"<{self.name}>"


print(list(Color), Color.CRIMSON is Color.RED, Color.CRIMSON, Color.__members__, Color.RED.lower, Color.default(), Color.count())
print(Color(1), Color["GREEN"], Color.RED.value, Color.RED.name, repr(Color.RED), Color.RED in Color, f"{Color.RED}", "%s" % Color.RED)
show(lambda: Color(3))
show(lambda: Color["BLUE"])
show(lambda: Color.BLUE)
def assign():
    Color.RED = 5
show(assign)
def delete():
    del Color.RED
show(delete)
def value():
    Color.RED.value = 5
show(value)
show(lambda: Color.RED < Color.GREEN)
print(Color.RED == 1, Color.RED != 1, hash(Color.RED) == hash("RED"), {Color.RED: 1}[Color.RED], bool(Color.RED))
def extend():
    class More(Color):
        BLUE = 3
show(extend)
show(lambda: Color())
print(isinstance(Color.RED, Color), type(Color.RED), type(Color), Color.__name__, Color.__doc__, len(Color), list(reversed(Color)))
print([c.name for c in Color], [name for name in Color.__members__], "RED" in Color.__members__)
print(dir(Color))


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)


print(Planet.EARTH.gravity, Planet.MARS.mass, Planet.EARTH.value, Planet((5.97e24, 6.37e6)))


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([m.value for m in Auto])


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{start}-{count}-{len(last_values)}"
    FIRST = auto()
    SECOND = auto()


print([m.value for m in Named])


class Lenient(Enum):
    UNKNOWN = "unknown"
    ACTIVE = "active"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for member in cls:
                if member.value == value.lower():
                    return member
        return cls.UNKNOWN


print(Lenient("ACTIVE"), Lenient("?"), Lenient(5))


class BadMissing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return 5


show(lambda: BadMissing(2))


class Status(str, Enum):
    OPEN = "open"
    CLOSED = "closed"


print(Status.OPEN == "open", Status.OPEN.upper(), Status("closed"), str(Status.OPEN), f"{Status.OPEN}", repr(Status.OPEN), Status.OPEN + "!", json.dumps({"s": Status.OPEN}), "open" in [Status.OPEN], {"open": 1}[Status.OPEN], isinstance(Status.OPEN, str), sorted(Status), "%s" % Status.OPEN, format(Status.OPEN, ">8"))


class Number(IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE + Number.TWO, Number.ONE < 2, sorted([Number.TWO, Number.ONE]), str(Number.ONE), f"{Number.ONE}", repr(Number.ONE), json.dumps(Number.ONE), Number.ONE == 1, [10, 20, 30][Number.TWO], int(Number.TWO), Number(2), "%d" % Number.ONE, f"{Number.TWO:03d}")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.R, ~Perm.R, Perm.R ^ Perm.RW, Perm(0), Perm(7), bool(Perm(0)), Perm.R in Perm.RW, list(Perm), list(Perm.RW), len(Perm.RW), Perm["RW"].value, (Perm.R | Perm.X).name, (Perm.R | Perm.X).value)
show(lambda: Perm(8))
show(lambda: Perm.R | 1)
show(lambda: Perm.R < Perm.W)


class IP(IntFlag):
    A = 1
    B = 2
    C = 4


print(IP.A | IP.B, IP.A | 8, IP(3), repr(IP.A | IP.C), IP.A + 1, ~IP.A, IP(0), str(IP.A | IP.B), IP(3) == 3, IP.B in IP(3), [*IP(5)])
def not_unique():
    @unique
    class Bad(Enum):
        A = 1
        B = 1
        C = 1
show(not_unique)
def same_name():
    class Bad(Enum):
        A = 1
        A = 2
show(same_name)
def reserved():
    class Bad(Enum):
        mro = 1
show(reserved)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Enum("A2", ["X", "Y"], start=5).Y.value, Enum("A3", {"P": "p"}).P, Enum("A4", [("Q", 1), ("R", 2)]).R, Animal.__module__, IntEnum("N", "a b").b + 1)
print(Enum("S", "a,b c", type=str).a == "1", Enum("T", "a b", qualname="X.T", module="m"))


class Mixed(Enum):
    _ignore_ = ["tmp"]
    tmp = 5
    A = 1
    def method(self): return self.value
    nested = lambda self: 7


print(list(Mixed), Mixed.A.method(), Mixed.A.nested(), hasattr(Mixed, "tmp"))


class Empty(Enum):
    pass


class Filled(Empty):
    A = "a"


print(list(Empty), list(Filled), Filled.A)


class Ordered(Enum):
    LOW = 1
    HIGH = 2

    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.value < other.value
        return NotImplemented


print(sorted([Ordered.HIGH, Ordered.LOW]), Ordered.LOW < Ordered.HIGH, Ordered.HIGH > Ordered.LOW, max(Ordered))
show(lambda: Ordered.LOW < 2)
if StrEnum:
    class S(StrEnum):
        FOO = auto()
        BAR = "b"
    print(S.FOO, str(S.BAR), f"{S.FOO}", repr(S.FOO), S.FOO == "foo", list(S))
    def not_str():
        class T(StrEnum):
            A = 1
    show(not_str)
class Coord(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")
print(Coord.PY.value, Coord.PY.label, Coord(1).unit, bytes(Coord.PY))
class Multi(Enum):
    A = 1, 2
    B = [3]
print(Multi.A.value, Multi.B.value, Multi([3]), Multi((1, 2)))
match Color(2):
    case Color.RED: print("red")
    case Color.GREEN: print("green")
print(Color.RED.__class__.__mro__ == Color.__mro__, Color.RED._name_, Color.RED._value_, Color._member_names_, Color._value2member_map_)
print(Color.RED.RED if False else "skip", Color._member_map_["CRIMSON"])
from enum import member, nonmember, verify, UNIQUE, CONTINUOUS, EnumType, EnumMeta
class Wrapped(Enum):
    A = 1
    B = nonmember(5)
    @member
    def C(): return 3
print(Wrapped.B, EnumType is EnumMeta)
def gap():
    @verify(CONTINUOUS)
    class Gap(Enum):
        A = 1
        C = 3
show(gap)
@enum.global_enum
class G(Enum):
    GX = 1
print(GX, repr(G.GX))
