"""Enumerations at their edges."""
import enum
from enum import *


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return "color " + self.name


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Status(str, Enum):
    OPEN = "open"
    CLOSED = "closed"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str) and value.lower() in ("open", "closed"):
            return cls(value.lower())
        return None


class Level(IntEnum):
    LOW = 1
    HIGH = auto()
    TOP = 10
    ABOVE = auto()


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Ip(IntFlag):
    A = 1
    B = 2


class Text(StrEnum):
    ONE = auto()
    TWO = "second"


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), count, tuple(last_values))

    A = auto()
    B = auto()


class Hidden(Enum):
    _ignore_ = ["i"]
    A = 1
    _private = 5

    class Inner:
        pass

    @nonmember
    def helper():
        return 1


attempt(
    "Color.RED", "str(Color.RED)", "repr(Color.RED)", "f'{Color.RED}'", "'%s' % Color.RED", "format(Color.RED, '>12')", "Color(1)", "Color('RED')", "Color['RED']", "Color['NONE']", "Color.ALIAS is Color.RED", "list(Color)", "Color.__members__", "len(Color)", "Color.RED.nice", "Color.default()", "Color.RED in Color", "list(reversed(Color))", "Color.RED.name, Color.RED.value", "Color.RED == 1", "Color.RED < Color.GREEN", "hash(Color.RED) == hash('RED')", "bool(Color.RED)", "Color.RED.GREEN", "Color()", "Color(None)", "Color(1, 2)", "isinstance(Color.RED, Color)", "type(Color).__name__", "Color.RED.__class__", "Color.NONE", "setattr(Color, 'RED', 3)", "delattr(Color, 'RED')", "setattr(Color.RED, 'name', 'x')", "setattr(Color.RED, 'value', 'x')", "Color.__name__, Color.__module__, Color.__qualname__", "repr(Color)", "dir(Color)[:4]", "Color.RED.__doc__",
    "Planet.EARTH.mass", "Planet((0.6, 3.3))", "Planet(0.6, 3.3)", "Planet.MARS.value", "Status('OPEN')", "Status('none')", "Status.OPEN == 'open'", "str(Status.OPEN), f'{Status.OPEN}', '%s' % Status.OPEN, repr(Status.OPEN)", "Status.OPEN.upper()", "'open' in [Status.OPEN]", "{Status.OPEN: 1}['open']", "sorted([Status.OPEN, Status.CLOSED])", "Status.OPEN + '!'", "len(Status.OPEN)",
    "Level.HIGH, Level.ABOVE", "Level.LOW < 5, Level.LOW + 1, Level(10)", "str(Level.LOW), f'{Level.LOW}', f'{Level.LOW:03}', '%d %s' % (Level.LOW, Level.LOW), repr(Level.LOW)", "max(Level)", "[10, 20][Level.LOW]", "Level.LOW == Level['LOW'] == 1", "Level(3)", "int(Level.TOP)", "sum(Level)",
    "Perm.R | Perm.W", "Perm.RW", "Perm.R & Perm.W", "~Perm.R", "Perm(0)", "Perm(7)", "list(Perm.RW)", "Perm.R in Perm.RW", "Perm.X in Perm.RW", "str(Perm.R | Perm.X), repr(Perm.R | Perm.X)", "(Perm.R | Perm.X).name, (Perm.R | Perm.X).value", "list(Perm)", "Perm.R ^ Perm.RW", "bool(Perm.R & Perm.X)", "len(Perm(7))", "Perm.R | 2", "1 in Perm.R", "Perm['RW']",
    "Ip.A | Ip.B", "Ip.A | 8", "Ip(8)", "Ip(3)", "str(Ip.A), f'{Ip.A}', repr(Ip.A)", "Ip.A + 1", "~Ip.A", "Ip.A & 1", "Text.ONE", "str(Text.TWO), f'{Text.ONE}'", "Text('second')", "Auto.B.value", "list(Hidden)", "Hidden._private", "Hidden.Inner", "Hidden.helper()",
    "Enum('Made', 'a b c')", "list(Enum('Made', 'a, b'))", "list(Enum('Made', ['x', 'y'], start=5))", "list(Enum('Made', {'p': 'q'}))", "list(Enum('Made', [('k', 1), ('l', 2)]))", "Enum('Made', 'a', module='m.n').__module__", "IntEnum('Made', 'a').a + 1", "Enum('Made', 'a', type=str).a.value", "Enum('Made', 5)", "Flag('Made', 'a b').b.value",
    "unique(Color)", "verify(CONTINUOUS)(Level)", "verify(UNIQUE)(Color)", "enum.EnumMeta is enum.EnumType", "Color._value2member_map_", "Color._member_names_", "Color.RED._value_, Color.RED._name_", "Color | int",
)


def define(text):
    try:
        space = {}
        exec("from enum import *\n" + text, space)
        print(text.splitlines()[0], list(space["X"]))
    except Exception as error:
        print(text.splitlines()[0], "!", type(error).__name__, error)


define("class X(Enum):\n    A = 1\n    A = 2")
define("class Y(Enum):\n    A = 1\nclass X(Y):\n    B = 2")
define("class Y(Enum):\n    def f(self): return 1\nclass X(Y):\n    B = 2")
define("class X(Enum):\n    mro = 1")
define("class X(Enum):\n    A = auto()\n    B = 'x'\n    C = auto()")
define("class X(Enum):\n    A = auto(), 1\n    B = auto(), 2")
define("class X(IntEnum):\n    A = 'x'")
define("class X(Enum):\n    _A_ = 1")
define("class X(str, Enum):\n    A = 1\n    B = b'b', 'utf-8'")
define("class X(StrEnum):\n    A = 1")
define("class X(Enum):\n    A = 1\n    def f(self): pass\n    B = lambda: 1\n    C = staticmethod(len)")
define("class X(Enum):\n    A = None\n    C = []")
define("class X(Enum):\n    A: int = 1\n    B: int\n    C = 2")
define("@unique\nclass X(Enum):\n    A = 1\n    B = 1")
