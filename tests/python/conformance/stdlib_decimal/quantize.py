from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Decimal("2.675").quantize(Decimal("0.01")), Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), Decimal("2.5").quantize(Decimal(1)), Decimal("3.5").quantize(Decimal(1))',
    '[str(Decimal("-2.5").quantize(Decimal(1), rounding=r)) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)]',
    'Decimal("1.5").to_integral_value(), Decimal("1.5").to_integral_value(rounding=ROUND_FLOOR), Decimal("100").normalize(), Decimal("1.100").normalize(), Decimal("0.00").normalize()',
    'Decimal("3.14159").quantize(Decimal("1e-3")), Decimal("1").quantize(Decimal("1.000")), Decimal("12").quantize(Decimal("1E+1"))',
    'Decimal("1").scaleb(3), Decimal("1.5").copy_sign(Decimal(-1)), Decimal(5).remainder_near(3), Decimal(2).fma(3, 4), Decimal(1).max(2), Decimal(1).min(Decimal("NaN"))',
    'Decimal("1.0").compare(1), Decimal("1.0").compare_total(Decimal(1)), Decimal("1.0").same_quantum(Decimal("2.3")), Decimal("NaN").is_nan(), Decimal("1").is_signed(), Decimal("0").is_zero()',
    'Decimal("1e40").quantize(Decimal(1))',
    'Decimal(1).quantize(Decimal("0.1"), rounding="bad")',
)
