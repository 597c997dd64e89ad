from fractions import Fraction as F

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'F(1, 2), F(2, 4), F("3/4"), F("0.5"), F(0.25), F("1e2"), F(-3, 6), F(5), str(F(1, 2)), str(F(4, 2)), F(" -1/3 ")',
    'F(1, 2) + F(1, 3), F(1, 2) - 1, F(1, 2) * 4, F(1, 2) / F(3, 4), F(7, 2) // 1, F(7, 2) % 2, F(1, 2) ** 2, F(1, 2) ** -2, 1 + F(1, 2), F(1, 2) + 0.5, -F(1, 2), abs(F(-1, 2)), divmod(F(7, 2), 1)',
    'F(1, 2) == 0.5, F(1, 2) < F(2, 3), F(2) == 2, hash(F(1, 2)) == hash(0.5), int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(22, 7), 2), F(1, 3).limit_denominator(2), F(3.14159).limit_denominator(100), F(1, 2).numerator, bool(F(0)), F(1, 2).as_integer_ratio(), sorted([F(1, 2), F(1, 3)])',
    'F(1, 0)',
    'F("x")',
    'F(1.5, 2)',
)
