from decimal import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[str(Decimal(x).quantize(Decimal("0.1"), rounding=ROUND_05UP)) for x in ("1.25", "1.35", "-1.25", "-1.35", "0.05", "1.249", "1.251", "9.99", "-0.04", "2.5")]',
    '[str(Decimal(x).quantize(Decimal(1), ROUND_05UP)) for x in ("0.5", "1.5", "2.5", "-0.5", "-1.5", "0.1", "0.9", "10.5", "15.4")]',
    '[str(Context(prec=3, rounding=ROUND_05UP).create_decimal(x)) for x in ("1.2345", "9.995", "-9.995", "12355", "0.0012345")], str(Context(prec=2, rounding=ROUND_05UP).divide(2, 3)), str(Decimal("2.345").to_integral_value(ROUND_05UP))',
)
