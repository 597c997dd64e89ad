"""Every option of json.dumps, alone and with others, and what it refuses."""
import json
from collections import OrderedDict, namedtuple, defaultdict
from enum import Enum, IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Named(str, Enum):
    A = "a"
    B = "b"


class Money(float):
    def __repr__(self):
        return "money"


class Count(int):
    def __str__(self):
        return "count"


Point = namedtuple("Point", "x y")


def attempt(*args, **options):
    try:
        print(json.dumps(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


attempt(Level.HIGH)
attempt({Level.LOW: Level.HIGH})
attempt(Named.A)
attempt({Named.A: Named.B})
attempt(Money(1.5))
attempt(Count(3))
attempt({Count(3): 1, Money(2.5): 2})
attempt(Point(1, [2]))
attempt(defaultdict(list, a=[1]))
attempt(OrderedDict([("z", 1), ("a", 2)]), sort_keys=True)
attempt({1: 1, "1": 2})
attempt({True: 1, False: 2, None: 3, 1.5: 4, float("inf"): 5})
attempt({2: 1, 10: 2, 1: 3}, sort_keys=True)
attempt({2: 1, "a": 2}, sort_keys=True)
attempt({(1, 2): 3})
attempt({(1, 2): 3, "k": 1}, skipkeys=True)
attempt({b"k": 1})
attempt([{b"k": 1}], skipkeys=True, indent=1)
attempt([1, 2, {"a": []}, {}, [], ()], indent=2)
attempt([1, 2, {"a": [3]}], indent=0)
attempt([1, 2, {"a": [3]}], indent="\t")
attempt([1, 2, {"a": [3]}], indent="--")
attempt([1, 2], indent=True)
attempt([1, 2], indent=-1)
attempt([1, 2], indent="")
attempt([1, {"a": 2}], separators=(",", ":"))
attempt([1, {"a": 2}], separators=("; ", " = "), indent=1)
attempt([1, {"a": 2}], separators=(",",))
attempt([1, {"a": 2}], separators=",:")
attempt("é\u2028\U0001f600\x7f\x00\x1f\"\\/")
attempt("é\u2028\U0001f600\x7f\x00\x1f\"\\/", ensure_ascii=False)
attempt("\ud800")
attempt(float("nan"))
attempt([float("inf"), -float("inf")])
attempt(float("nan"), allow_nan=False)
attempt([1e400], allow_nan=False)
attempt({"a": -1e400}, allow_nan=False)
attempt([1e16, 1e15, 1e22, 1.0, -0.0, 1e-7, 123456789.123])
attempt(10**30)
attempt({1, 2})
attempt([object], default=str)
attempt({"s": {3, 1}}, default=sorted)
attempt({"s": 1j}, default=lambda o: [o.real, o.imag])
attempt({"s": 1j}, default=lambda o: o)
attempt({"s": 1j}, default=lambda o: None)
attempt(b"x")
attempt([range(3)])
attempt(print)
attempt(Ellipsis)
attempt()
attempt([], foo=1)
attempt({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True, indent=1)

loop = []
loop.append(loop)
attempt(loop)
loop = {}
loop["me"] = loop
attempt(loop)
attempt(loop, check_circular=True, indent=1)
shared = [1]
attempt([shared, shared])
