from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("1.0") == 1, Decimal("0.1") == 0.1, Decimal("0.5") == 0.5, Decimal(1) < 2, Decimal(2) > 1.5, Decimal(1) != "1"',
    'Decimal("NaN") == Decimal("NaN"), Decimal("Infinity") > 10**100, Decimal("-0") == 0, {Decimal("1.0"): "a"}[1]',
    'sorted([Decimal("3"), Decimal("-1"), Decimal("2.5")]), Decimal("1.10") == Decimal("1.1"), min(Decimal(3), 2)',
    'Decimal("NaN") < 1',
    'Decimal(1) < "x"',
    'Decimal(1) in [1, 2], Decimal("2.00") in (2,), isinstance(Decimal(1), Decimal)',
)
