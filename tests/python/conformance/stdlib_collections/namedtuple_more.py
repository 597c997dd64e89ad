from collections import *
P = namedtuple("P", "x y")
Q = namedtuple("Q", "a b c", defaults=(2, 3))

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'P(1, 2), Q(1), Q(1, 5), P(y=1, x=2), P(1, 2) == P(1, 2), P(1, 2) < P(1, 3), P(1, 2) + (3,), P(1, 2)[0:1], P(*[3, 4]), P(**{"x": 1, "y": 2}), P._fields, Q._field_defaults, P(1, 2)._asdict(), P(1, 2)._replace(y=9), sorted([P(2, 1), P(1, 2)]), {P(1, 2): "v"}[(1, 2)], [p.x for p in map(P._make, [(1, 2), (3, 4)])], max(P(1, 5), P(2, 0)), "%s-%s" % P(1, 2), f"{P(1, 2)}", P.__name__, P.x.__doc__, tuple(P(1, 2)), len(P(1, 2)), P(1, 2).count(1), P(1, 2).index(2)',
    'P(1)',
    'P(1, 2, 3)',
    'P(1, 2).z',
    'P(x=1)',
    'namedtuple("T", "x", defaults=(1, 2))',
    'namedtuple("T", "x x")',
)
