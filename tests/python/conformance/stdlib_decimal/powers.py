from decimal import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[str(Decimal(2) ** n) for n in (0, 1, 5, -3, 100)], Decimal(10) ** -5, Decimal("1.5") ** 3, Decimal("0.1") ** 4, Decimal(9) ** Decimal("0.5"), Decimal(2) ** Decimal("1.5"), (-Decimal(2)) ** 3',
    'Decimal(0) ** 5, Decimal(0) ** -1 if False else None, Decimal(1) ** 1000, pow(Decimal(3), 2), Decimal("Infinity") ** 2, Decimal("Infinity") ** -1, Decimal(5) ** 0',
    'Decimal(0) ** 0',
    'Decimal(0) ** -1',
    'Decimal(-2) ** Decimal("0.5")',
)
