from decimal import *
prices = ["19.99", "5.01", "0.10", "100"]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'sum(Decimal(p) for p in prices), [str(Decimal(p) * Decimal("1.19")) for p in prices], [str((Decimal(p) * Decimal("1.19")).quantize(Decimal("0.01"), ROUND_HALF_UP)) for p in prices], f"{sum(map(Decimal, prices)):,.2f} EUR", "%.2f" % Decimal("19.999"), max(map(Decimal, prices)), str(Decimal("100") / 3), round(Decimal("19.995"), 2), Decimal("19.99") // 1, Decimal("19.99") % 1',
)
