from decimal import Decimal as D

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'sum(D(str(x)) for x in (0.1, 0.2, 0.3)), D("0.1") + D("0.2") == D("0.3"), 0.1 + 0.2 == 0.3, [str(D(n) / 7) for n in range(1, 5)], str(D("1e-3") + D("1e3")), D("100") * D("0.07"), D("1.00") + D("2.5"), str(D("5.00") - D("5")), D("7") / D("2"), D("10") % D("3"), -D("0"), D("3.0").normalize(), D("3E2").normalize(), D("300").normalize(), abs(D("-0.0")), D("0.1") * 3 == D("0.3"), D(1) / D(3) * 3, D("1.5").__round__(), D("123.456").__trunc__(), D("-1.5").__floor__(), D("-1.5").__ceil__(), f"{D(\'0.1\') + D(\'0.25\'):.3f}"',
)
