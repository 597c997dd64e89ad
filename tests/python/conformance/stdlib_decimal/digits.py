from decimal import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("123.456").as_tuple().digits, Decimal("-1E+5").as_tuple(), Decimal("0.00").as_tuple(), Decimal("1.20").as_tuple().exponent, Decimal(Decimal("1.5").as_tuple()), Decimal("1e3").as_integer_ratio(), Decimal("-0.25").as_integer_ratio(), Decimal("12300").adjusted(), Decimal("0.00123").adjusted()',
    'str(Decimal("1E-7")), str(Decimal("0E-10")), str(Decimal("-0.00")), str(Decimal("1E+10")), Decimal("123456E+2").to_eng_string(), Decimal("1.23E-8").to_eng_string(), str(Decimal("1e-6") * 1), format(Decimal("1e-7"), "f"), Decimal("1_0.0_1"), float(Decimal("1.1")), int(Decimal("-5.9"))',
    'sum(map(Decimal, "123")), sorted(map(Decimal, ["10", "9", "1e1"])), [Decimal("1.0"), Decimal("1.00")], Decimal("1.0") is Decimal("1.0"), str(Decimal(7) / 2), Decimal(3.0), str(Decimal("5") * Decimal("0.20"))',
)
