from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'f"{Decimal(\'1234567.891\'):,.2f}", f"{Decimal(\'0.5\'):.0f}", f"{Decimal(\'1.5\'):.0f}", f"{Decimal(\'0.125\'):.2%}", f"{Decimal(\'1E+5\')}", f"{Decimal(\'1234.5\'):e}"',
    'f"{Decimal(\'3.14\'):>10}|", f"{Decimal(\'3.14\'):<10}|", f"{Decimal(\'-3.14\'):=+10}|", f"{Decimal(\'3.14\'):010.1f}", f"{Decimal(\'3.14\'):*^12}", f"{Decimal(3):+}", f"{Decimal(3): }"',
    'format(Decimal("1234.5"), ",") , format(Decimal("0.00001"), "g"), format(Decimal("100000000"), ".3g"), format(Decimal("1E+3"), "f"), format(Decimal("NaN"), "8"), format(Decimal("inf"), "f")',
    '"%s %d %.2f" % (Decimal("1.5"), Decimal("7.9"), Decimal("1.005")), "{:.3f}".format(Decimal(2) / 3), str([Decimal("1.0")])',
    'format(Decimal(1), "x")',
    'format(Decimal(1), "zz")',
)
