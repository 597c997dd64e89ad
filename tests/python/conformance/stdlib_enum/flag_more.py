from enum import Flag, IntFlag, auto
class P(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    RW = READ | WRITE
class B(IntFlag):
    X = 1
    Y = 2

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'list(P), P.RW, P.READ | P.EXEC, P.RW & P.READ, P.RW ^ P.READ, ~P.READ, P.READ in P.RW, bool(P.NONE), P.NONE, P(3), P(0), P["RW"], list(P.RW), P.READ.value, (P.READ | P.WRITE) is P.RW, P.RW.name, (P.READ | P.EXEC).name, len(P), B.X | B.Y, B(3), B.X | 4, B.X + 1, B(0), int(B.Y), B.X & 1, list(B(3)), isinstance(B.X, int), f"{B.X | B.Y}", P.__members__.keys()',
    'P.READ | 1',
    'P("x")',
    '5 in P.RW',
)
