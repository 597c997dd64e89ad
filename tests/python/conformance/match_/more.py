from dataclasses import dataclass
from collections import namedtuple, OrderedDict, deque, defaultdict
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Color(Enum):
    RED = 1
    BLUE = 2


Pair = namedtuple("Pair", "a b")


class Custom:
    __match_args__ = ("one", "two")

    def __init__(self, one, two):
        self.one, self.two = one, two


class NoArgs:
    z = 26


def what(value):
    match value:
        case None | True | False:
            return f"singleton {value}"
        case Color.RED:
            return "red"
        case Color():
            return f"color {value.name}"
        case int(n) if n > 100:
            return f"large {n}"
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return f"number {value}"
        case int() | float() as number:
            return f"other number {number}"
        case "":
            return "empty"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case str(text):
            return f"text {text}"
        case b"x":
            return "bytes x"
        case Pair(a=1, b=b):
            return f"pair 1 {b}"
        case Pair(a, b):
            return f"pair {a} {b}"
        case []:
            return "nothing"
        case [x]:
            return f"one {x}"
        case [Point(x=0, y=0), *rest]:
            return f"origin first, then {rest}"
        case (1, *_, 9):
            return "one to nine"
        case [_, [_, inner], *_]:
            return f"nested {inner}"
        case [*all_]:
            return f"sequence {all_}"
        case {"kind": "a", "value": v, **rest}:
            return f"mapping a {v} {rest}"
        case {"kind": Point(x, y)}:
            return f"mapping point {x} {y}"
        case {1: _, 2: two}:
            return f"one and {two}"
        case {}:
            return f"mapping {sorted(value)}"
        case Point(0, y):
            return f"on y {y}"
        case Point(x, 0) | Point(x=5, y=x):
            return f"on x or five {x}"
        case Custom(one, two=[a, b]):
            return f"custom {one} {a} {b}"
        case NoArgs(z=26 as z):
            return f"no args {z}"
        case _:
            return f"unknown {type(value).__name__}"


for value in [None, True, Color.RED, Color.BLUE, 101, 0, False, -1, 1.5, 2 + 3j, 7, 2.5, "", "a", "xyz", b"x", b"y", Pair(1, 2),
              Pair(3, 4), [], (), [1], [Point(0, 0), 1, 2], (1, 5, 9), [1, [2, 3], 4], [1, 2, 3], range(3), deque([1, 2]),
              {"kind": "a", "value": 1, "more": 2}, {"kind": Point(1, 2)}, {1: 2, 2: 3}, {}, {"z": 1}, OrderedDict(q=1),
              defaultdict(int), Point(0, 5), Point(5, 0), Point(5, 7), Point(1, 2), Custom(1, "ab"), Custom(1, [2, 3]), NoArgs(), {1},
              iter([1]), bytearray(b"x"), object]:
    print(repr(value) if not hasattr(value, "__next__") and "Custom" not in repr(value) and "NoArgs" not in repr(value) else "...", "->", what(value))


class Strange:
    __match_args__ = "not a tuple"


class Few:
    __match_args__ = ("a",)
    a = 1


class Wrong:
    __match_args__ = (5,)


for subject, text in [(Strange(), "Strange(1)"), (Few(), "Few(1, 2)"), (NoArgs(), "NoArgs(1)"), (Wrong(), "Wrong(1)"),
                      (1, "int(1, 2)"), (1, "undefined()"), (1, "text()")]:
    text_value = "text"
    try:
        exec(f"match subject:\n case {text}: print('matched')\n case _: print('no')", {**globals(), "text": "x"})
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
match = [1, 2]
case = 3
match match:
    case [a, b] if a > b:
        print("greater")
    case [a, b] if (c := a + b) == case:
        print("sum", c)
print(match[0], case)
match 1, 2:
    case 1, x:
        print(x)
match {"a": 1}:
    case {"a": 1, **rest}:
        print(rest)
_ = "kept"
match 5:
    case _:
        print(_)


def falls():
    match "none of these":
        case "a":
            return 1
    return "fell through"


print(falls())
