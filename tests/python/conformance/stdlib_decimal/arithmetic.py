from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("1.1") + Decimal("2.2"), Decimal("1.10") * 3, Decimal(1) / 3, Decimal(10) / Decimal(4), Decimal("5") - 7',
    'Decimal(7) // 2, Decimal(-7) // 2, Decimal(7) % 3, Decimal(-7) % 3, divmod(Decimal(7), 2), Decimal("7.5") % 2',
    'Decimal(2) ** 10, Decimal(2) ** -1, Decimal("1.1") ** 2, Decimal(2) ** Decimal("0.5"), Decimal(4).sqrt(), Decimal(2).sqrt()',
    '-Decimal("1.5"), +Decimal("-0"), abs(Decimal("-3")), round(Decimal("2.675"), 2), round(Decimal("2.5")), round(Decimal("-2.5"))',
    '1 + Decimal("0.5"), 3 - Decimal(1), 2 * Decimal("1.5"), 1 / Decimal(8), 7 // Decimal(2), 2 ** Decimal(3)',
    'Decimal(1).exp(), Decimal(10).ln(), Decimal(100).log10(), Decimal(2).log10()',
    'sum([Decimal("0.1")] * 10), max(Decimal(1), Decimal(2)), Decimal("1E+30") + 1, Decimal("123456789012345678901234567890") * 1',
    'int(Decimal("3.99")), float(Decimal("0.1")), bool(Decimal(0)), bool(Decimal("0.1")), hash(Decimal(5)) == hash(5), hash(Decimal("0.5")) == hash(0.5)',
    'Decimal(1) / 0',
    'Decimal(0) / 0',
    'Decimal(-1).sqrt()',
    'Decimal(1) + 1.5',
    'Decimal(1) + "x"',
    'Decimal("Infinity") - Decimal("Infinity")',
    'int(Decimal("NaN"))',
)
