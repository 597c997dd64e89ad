from enum import Enum, IntEnum, auto
class Ordered(Enum):
    LOW = 1
    HIGH = 2
    def __lt__(self, other):
        return self.value < other.value
class Weekday(IntEnum):
    MON = 1
    TUE = auto()
    WED = auto()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'sorted([Ordered.HIGH, Ordered.LOW]), Ordered.LOW < Ordered.HIGH, max(Ordered), {Ordered.LOW: "a"}, list(Weekday), Weekday.WED - Weekday.MON, Weekday(2), [d.name for d in Weekday if d > 1], Weekday.MON == 1, hash(Weekday.MON) == hash(1), {1: "x"}[Weekday.MON], Weekday.MON in (1, 2), str(Weekday.MON), repr(Weekday.MON), f"{Weekday.MON}", "%d" % Weekday.TUE, [Weekday.MON, 5], isinstance(Weekday.MON, Enum), Weekday["TUE"], len(Weekday), Weekday.MON is Weekday(1), Ordered.LOW.__class__.__name__, Ordered.LOW.name.lower(), dir(Ordered)[-2:]',
    'Ordered.LOW + 1',
    'Weekday(9)',
    'Ordered("x")',
    'int(Ordered.LOW)',
)
