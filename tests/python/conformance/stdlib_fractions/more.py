from fractions import Fraction as F
from decimal import Decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'F("0.125"), F("-7/3"), F(Decimal("1.5")), F(3, -6), F(1, 3) + F(1, 6), F(2, 3) ** 3, F(4, 9) ** F(1, 2), F(1, 2) ** 0.5, 2 ** F(3), F(5, 2) % F(2, 3), F(-7, 2) // 1, round(F(5, 2)), round(F(-5, 2)), F(22, 7).limit_denominator(5), str(F(-1, 2)), repr(F(0)), F(1, 3) < 0.34, F(1, 2) in [0.5], sum([F(1, 3)] * 3), max(F(1, 2), F(2, 3)), F(7, 3).__floor__(), F(7, 3).__ceil__(), float(F(1, 7)), F(1e-3) == 1e-3, complex(F(1, 2)) if False else 0',
    'F(1, 2) + "x"',
    'F("1/0")',
    'F(1, 2) / 0',
    'F(float("nan"))',
)
