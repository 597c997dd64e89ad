from decimal import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal(2).ln(), Decimal("0.5").ln(), Decimal("1.0000001").ln(), Decimal(1).ln(), Decimal(1000).log10(), Decimal("0.001").log10(), Decimal(3).log10(), Decimal("0").exp(), Decimal("-1").exp(), Decimal("12.5").exp(), Decimal("1e-20").exp()',
    'Decimal("Infinity").ln(), Decimal(0).ln(), Decimal("-Infinity").exp(), Decimal("NaN").ln()',
    'Decimal(-1).ln()',
)
