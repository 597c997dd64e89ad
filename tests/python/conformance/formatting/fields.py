class Thing:
    name = "thing"
    items = [1, [2, 3], {"k": "v", "0": "zero"}]

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


t = Thing()
print("{} {!r} {!s} {:x>y} {0.name}".format(t, t, t, t) if False else "{0} {0!r} {0!s} {0:x>y} {0.name}".format(t))
print("{0.items[1][0]} {0.items[2][k]} {0.items[2][0]} {x.name:>8}|{y[a b]}".format(t, x=t, y={"a b": 1}))
print("{:{}} {:{}{}} {:>{width}.{precision}}".format("a", 5, "b", "<", 4, "cdefg", width=6, precision=2))
print("{}{{}}{{{}}}".format(1, 2), "{0}{1}{0}".format("a", "b"), "{a}{b}".format(**{"a": 1, "b": 2}))
print("{!a} {!r:>12}".format("é日", "é"), "{:%Y-%m}".format(__import__("datetime").date(2026, 1, 2)))
print("{0[0]} {0[-1]}".format({0: "zero", "-1": "minus"}), "{a[0]}".format(a=[5]))
for text, args, kwargs in [("{", (), {}), ("}", (), {}), ("{}{0}", (1,), {}), ("{0}{}", (1,), {}), ("{}", (), {}), ("{1}", (1,), {}), ("{a}", (), {}), ("{0.x}", (1,), {}),
                           ("{0[x]}", ([1],), {}), ("{0[5]}", ([1],), {}), ("{!z}", (1,), {}), ("{!}", (1,), {}), ("{!rx}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0[}", (1,), {}),
                           ("{0[]}", (1,), {}), ("{.}", (1,), {}), ("{0.}", (1,), {}), ("{:d}", ("x",), {}), ("{ a }", (), {"a": 1}), ("{a.b[c].d}", (), {"a": 1}), ("{0]}", (1,), {}), ("{0[a]b}", ({"a": 1},), {})]:
    try:
        print(text, "->", text.format(*args, **kwargs))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        print(text, "->", type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)))
name, width, value = "n", 10, 3.14159
print(f"{name!r:>{width}} {value:.{2}f} {value:{width}.{3}} {'nested ' + name} {{literal}} {name=} {value = :.1f} {1 if name else 2}")
print(f"{[x for x in range(3)]} {dict(a=1)['a']} {(lambda: 5)()} {name!s} {'a' 'b'} {value:^+12.2f}|")
print(f'''{
    name
}''', rf"\{name}\n", F"{1}", fr"{2}\d", f"{3}" "4" '{5}', f"{'x':>{'5'}}")
print("%s %r %a %d %i %5.2f|%-8s|%+d|%05d|%x|%#o|%e|%g|%c%c|%%" % ("s", "r\n", "é", 3, 4.9, 2.5, "left", 7, 42, 255, 8, 12345.678, 1e-10, "x", 65))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % (1,), "%s" % [1], "%s %s" % ((1,), 2))
for text, value in [("%d", "x"), ("%d", None), ("%s %s", 1), ("%s", (1, 2)), ("%c", "ab"), ("%c", -1), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {}), ("%x", 1.5), ("%f", "1"), ("%*d", (1.5, 2)), ("%.f", 2.5), ("%5", 1), ("%d", 10 ** 30), ("%i", 1e20), ("%d", float("inf")), ("%d", float("nan"))]:
    try:
        print(text, "->", text % value)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        print(text, "->", type(error).__name__, error)
import string
print(string.Template("$a ${b}c $$ $").safe_substitute(a=1, b=2), string.Formatter().format("{0} {x}", 1, x=2), string.capwords("ab cd"))
