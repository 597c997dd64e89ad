import numbers, decimal, fractions

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[isinstance(v, t) for v in (1, 1.5, 1j, True, fractions.Fraction(1)) for t in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)], issubclass(bool, numbers.Integral), issubclass(str, numbers.Number)',
)
