"""format() of decimals: every kind of spec."""
from decimal import Decimal

values = ["0", "-0", "1", "-1.5", "1234567.891", "1e10", "1e-10", "0.000123", "NaN", "-Infinity", "99.995", "1E+3", "0E+5", "0.00"]
specs = ["", "f", ".2f", ".0f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_.1f", "+", " ", "-", "+.1f", "10", "<12", ">12", "^12", "*^15.2f", "012", "012.1f", "=+12", "010,.1f", "n", ".3", "#.2f", "z.1f", "s", "d", "x", "5.", "1,000"]
for spec in specs:
    row = []
    for value in values:
        try:
            row.append(format(Decimal(value), spec))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(repr(spec), row)
print("%s %r %d %.2f %5.1f %e" % ((Decimal("1.255"),) * 6))
print(f"{Decimal('1.10')!r:>20} {Decimal('1.10')!s:_<8} {Decimal('1.105'):.{2}f}")
print("{:.2f} {0.real}".replace("0.real", "") .format(Decimal("2.345"), Decimal(1)))
print(str(Decimal("1.0")), repr(Decimal("-1e5")), ascii(Decimal("NaN")))
