from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color, Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)
print(list(Color), len(Color), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED)
print(dict(Color.__members__))
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}|")
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color)
print({Color.RED: "r"}[Color.CRIMSON], hash(Color.RED) == hash(Color.CRIMSON))
print(isinstance(Color.RED, Color), type(Color.RED) is Color, bool(Color))
print(list(reversed(Color)))
for bad in (lambda: Color(9), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: Color.RED < Color.BLUE):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
