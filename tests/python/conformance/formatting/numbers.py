values = [0, 1, -1, 42, -1234567, 10 ** 20, True]
for spec in ["", "d", "5d", "<8d", ">8", "^8", "=+8d", "+d", " d", "-d", "08d", "08,d", ",", "_", "x", "#x", "#X", "#010x", "_x", "#b", "b", "o", "#o", "c" if False else "n",
             "e", ".2e", "f", ".0f", ".3f", "g", ".3g", "%", ".1%", "*^12,", "\u00e9>6d", "#_b", "+_d", "012_d"]:
    print(repr(spec), *(format(v, spec) for v in values), sep="|")
floats = [0.0, -0.0, 1.0, 0.1, 1.5, -2.675, 1e16, 1e-7, 123456789.987, 1e100, float("inf"), float("-inf"), float("nan")]
for spec in ["", "e", "E", ".0e", ".3E", "f", "F", ".0f", ".1f", ".10f", "g", "G", ".0g", ".3g", ".17g", "n", "%", ".2%", "+", " ", "010", "+010.2f", ",", ",.2f", "_.1f",
             "#.0f", "#g", "#.3g", "z.1f", "<12", ">12.3", "^12.4", "=+12.2f", "*^15,.2f", "0>10.1f", ".3", "5.1", "020,.3f"]:
    print(repr(spec), *(format(v, spec) for v in floats), sep="|")
for spec in ["", "s", "10", ">10", "^10", "*<10", ".2", "6.2", ".0", "010"]:
    print(repr(spec), *(format(v, spec) for v in ["", "a", "häß", "日本語", "longer text"]), sep="|")
for value, spec in [(1, "q"), (1, "1.2d"), (1, ",n"), (1.5, "d"), (1.5, "x"), ("a", "d"), ("a", "+"), ("a", "=5"), ("a", ","), (1, "s"), (1, "c,"), (-1, "c"), (1114112, "c"), (1, "+c"),
                    (1, "5.5.5"), (1, "{"), (None, "5"), ([], ">5"), ((), "d"), ({}, "x"), (1, ",_"), (1, ",,"), (1, "_,"), (1, ".") , (object, "3")]:
    try:
        print(repr(spec), format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
for value in [1 + 2j, -0j, 1e20 - 1.5j, complex("inf-nanj")]:
    print(format(value, ""), format(value, ".2f"), format(value, ">30.3e"), format(value, "+g"), repr(value))
