import decimal
D = decimal.Decimal


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for a in ("1", "-1", "nan", "snan", "inf", "-0", "1.0", "-nan5"):
    for b in ("1", "nan", "snan", "2", "-inf", "0", "1.00"):
        show(lambda: D(a).compare_signal(D(b)))
        show(lambda: D(a).compare_total_mag(D(b)))
        show(lambda: D(a).compare_total(D(b)))
show(lambda: D(1).compare_signal(2))
c = decimal.Context(traps=[])
show(lambda: c.compare_signal(D(1), D("nan")))
show(lambda: c.compare_signal(1, D("2")))
show(lambda: c.compare_total_mag(-3, 2))


def assign(name, value):
    def run():
        setattr(c, name, value)
        return c
    return run


for name, value in [
    ("foo", 1), ("prec", 0), ("prec", "a"), ("prec", 10**30), ("rounding", "x"), ("rounding", 5), ("capitals", 2),
    ("capitals", 0), ("clamp", 2), ("clamp", 1), ("clamp", "a"), ("capitals", True), ("traps", 5), ("flags", {}),
    ("traps", dict.fromkeys(c.traps, True)), ("flags", dict.fromkeys(c.flags, 1)), ("traps", [decimal.Inexact]),
    ("traps", {**dict.fromkeys(c.traps, True), "x": 1}), ("Emin", 1), ("Emax", -1), ("Emin", -5), ("Emax", 5), ("_x", 1),
]:
    show(assign(name, value))
for name in ("prec", "flags", "rounding"):
    show(lambda: delattr(c, name))
show(lambda: decimal.Context(capitals=2))
show(lambda: decimal.Context(clamp=5))
show(lambda: c.foo)


class Own(decimal.Context):
    pass


own = Own()
own.foo = 3
print(own.foo)
