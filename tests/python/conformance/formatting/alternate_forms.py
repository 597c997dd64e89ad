# `#` where rounding carries, complex numbers without a type, a character behind `=`.
for value in (9999.999999999998, 999.99999, 0.00099999, 0.000099999999, 99999.6, 1e4, 0.0, 123456.0, 2.5):
    for precision in range(1, 7):
        print(*(format(value, f"{form}.{precision}{kind}") for form in ("#", "") for kind in ("", "g", "G", "e")))
    print(format(value, "#"), format(value, "#g"), "%#.3g" % value, "%#g" % value)
for value in (1 + 2j, -1.5j, 0j, 2j, complex("nan"), 1e4 - 1e-9 + 1j, 1234567.5 + 1j, complex(-0.0, 1), -2.5 - 1e20j):
    for form in ("", ".4", ".2", "20", "+.3", "#", "#.3", ".3g", "+", ",", ",.3f", ">24.3", "^30", " "):
        print(repr(format(value, form)), end=" ")
    print()
for form in ("=14c", " =014c", "014c", "x>8c", "0<8c", "^8c", "*=5c"):
    print(repr(format(65, form)))
for data in (b"it's", b'"it\'s"', b'a"b', b"'", b"\\'"):
    print(bytearray(data), data)
