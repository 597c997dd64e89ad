from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("1.10"), Decimal(5), Decimal("-0"), Decimal(" 3.5 "), Decimal("1_000.5"), Decimal("1e5"), Decimal("1E-10"), Decimal()',
    'Decimal(0.1), Decimal(2.5), Decimal(1e300) == 1e300, Decimal(True), Decimal(10**30)',
    'Decimal("Infinity"), Decimal("-inf"), Decimal("nan"), Decimal("sNaN12"), Decimal((0, (1, 2, 3), -2)), Decimal((1, (0,), 0)), Decimal.from_float(0.5)',
    'str(Decimal("0.000001")), str(Decimal("0.0000001")), str(Decimal("123E+3")), str(Decimal("1E+3")), Decimal("1E+3").to_eng_string()',
    'Decimal("12.34").as_tuple(), Decimal("-Infinity").as_tuple(), Decimal("1E+3").adjusted(), Decimal("0.5").as_integer_ratio()',
    'Decimal("x")',
    'Decimal("")',
    'Decimal("1.2.3")',
    'Decimal([1])',
    'Decimal(None)',
    'Decimal((0, (1, 11), 0))',
)
