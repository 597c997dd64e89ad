from enum import IntEnum, StrEnum, Enum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Kind(StrEnum):
    FIRST = auto()
    SECOND = "two"


class Status(str, Enum):
    OPEN = "open"
    DONE = "done"


print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.HIGH > 3, f"{Level.HIGH:04d}", [0, 1, 2][Level.LOW])
print(Kind.FIRST, repr(Kind.FIRST), Kind.SECOND.upper(), f"{Kind.FIRST:>8}|", Kind("two"), "first" == Kind.FIRST)
print(Status.OPEN, repr(Status.OPEN), Status.OPEN == "open", Status.OPEN.value, "%s" % Status.OPEN, f"{Status.OPEN}")
print(sorted([Level.HIGH, Level.LOW]), max(Level), sum(Level))
print([s.value for s in Status], ",".join(s for s in Status), "open" in [s for s in Status])
print(isinstance(Level.LOW, int), isinstance(Status.OPEN, str), int(Level.HIGH))
try:
    class Bad(StrEnum):
        A = 1
except TypeError as error:
    print(error)
