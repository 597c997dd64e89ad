from decimal import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("Infinity") + 1, Decimal("-Infinity") * 2, 1 / Decimal("Infinity"), Decimal("NaN") + 1, Decimal("NaN") == Decimal("NaN"), Decimal("Infinity") == Decimal("Infinity"), Decimal("Infinity") > 5, -Decimal("Infinity"), abs(Decimal("-Infinity")), Decimal("NaN").is_nan(), Decimal("Infinity").is_infinite(), Decimal("1").is_finite(), Decimal("sNaN").is_snan()',
    'Decimal("Infinity") * 0',
    'Decimal("Infinity") / Decimal("Infinity")',
    'Decimal("sNaN") + 1',
    'int(Decimal("Infinity"))',
    'round(Decimal("NaN"))',
    'Decimal("NaN") > 1',
    'hash(Decimal("sNaN"))',
    'hash(Decimal("Infinity")) == hash(float("inf")), str(Decimal("-NaN")), repr(Decimal("NaN123")), bool(Decimal("NaN")), max(Decimal("Infinity"), Decimal(5))',
)
