import numbers
from decimal import Decimal
from fractions import Fraction

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'isinstance(5, numbers.Integral), isinstance(5, numbers.Number), isinstance(5.5, numbers.Real), isinstance(5.5, numbers.Integral), isinstance(1j, numbers.Complex), isinstance("x", numbers.Number), isinstance(True, numbers.Integral), isinstance(Fraction(1), numbers.Rational), issubclass(int, numbers.Rational)',
)
