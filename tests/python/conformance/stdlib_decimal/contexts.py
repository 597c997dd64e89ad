"""Contexts: flags, traps, precision, limits."""
import decimal
from decimal import *


def attempt(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error, [type(a).__name__ for a in error.args])


context = getcontext()
print(context)
print(Context(prec=5))
print(BasicContext)
print(ExtendedContext)
print(DefaultContext.prec, DefaultContext.rounding)
with localcontext() as c:
    c.prec = 4
    print(Decimal(1) / 3, +Decimal("123456"), Decimal("123456"), Decimal("1.00005") + 0)
    print(c.flags[Inexact], c.flags[Rounded], c.flags[DivisionByZero])
    c.clear_flags()
    print(c.flags[Inexact])
with localcontext(prec=3, rounding=ROUND_UP) as c:
    print(Decimal("1.2301") + 0, c.prec)
attempt(lambda: Decimal(1) / 0)
attempt(lambda: Decimal(0) / 0)
attempt(lambda: Decimal(-1) // 0)
attempt(lambda: Decimal(1) % 0)
attempt(lambda: Decimal(0) % 0)
attempt(lambda: divmod(Decimal(1), 0))
attempt(lambda: Decimal("NaN") < 1)
attempt(lambda: Decimal("sNaN") + 1)
attempt(lambda: Decimal("x"))
attempt(lambda: Decimal(""))
attempt(lambda: Decimal("1_000.5"))
attempt(lambda: Decimal(" 1 "))
attempt(lambda: Decimal("1 2"))
attempt(lambda: Decimal("Infinity") - Decimal("Infinity"))
attempt(lambda: Decimal("Infinity") * 0)
attempt(lambda: Decimal(-1).sqrt())
attempt(lambda: Decimal(0) ** 0)
attempt(lambda: Decimal(-8) ** Decimal("0.5"))
attempt(lambda: Decimal("1e999999") * Decimal("1e999999"))
attempt(lambda: Decimal("1e-999999") * Decimal("1e-999999"))
attempt(lambda: Decimal(None))
attempt(lambda: Decimal([1]))
attempt(lambda: Decimal((0, (1, 2, 3), -2)))
attempt(lambda: Decimal((2, (1, 2, 3), -2)))
attempt(lambda: Decimal((0, (1, 20), -2)))
attempt(lambda: Decimal((0, (), "F")))
attempt(lambda: Decimal((1, (), "n")))
attempt(lambda: Decimal((0, (1,))))
attempt(lambda: Decimal(1) + 1.5)
attempt(lambda: 1.5 * Decimal(1))
attempt(lambda: Decimal(1) + "1")
attempt(lambda: Decimal("1.5") == 1.5)
attempt(lambda: Decimal("1.5") < 2.5)
attempt(lambda: Decimal(0.1))
attempt(lambda: Decimal.from_float(0.1))
attempt(lambda: Decimal.from_float("x"))
with localcontext() as c:
    c.traps[FloatOperation] = True
    attempt(lambda: Decimal(0.1))
    attempt(lambda: Decimal(1) < 0.1)
    attempt(lambda: Decimal(1) == 0.1)
with localcontext() as c:
    c.traps[DivisionByZero] = False
    c.traps[InvalidOperation] = False
    print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("x" if False else "sNaN1") + 1, Decimal("bad"))
    print([f.__name__ for f, v in c.flags.items() if v])
with localcontext() as c:
    c.traps[Inexact] = True
    attempt(lambda: Decimal(1) / 3)
    attempt(lambda: Decimal(1) / 4)
with localcontext(Context(prec=3, Emax=4, Emin=-4)) as c:
    attempt(lambda: Decimal("9999") * 10)
    attempt(lambda: Decimal("99999") * 10)
    attempt(lambda: Decimal("0.0001") / 10)
    attempt(lambda: Decimal("0.0001") / 1000000)
    print(c.Etiny(), c.Etop())
attempt(lambda: Context(prec=0))
attempt(lambda: Context(rounding="x"))
attempt(lambda: Context(prec="x"))
attempt(lambda: setattr(getcontext(), "prec", -1))
attempt(lambda: setattr(getcontext(), "rounding", 3))
attempt(lambda: setcontext(3))
c = Context(prec=6, rounding=ROUND_DOWN)
print(c.divide(2, 3), c.create_decimal("1.23456789"), c.create_decimal_from_float(0.1), c.add(1, 2), c.subtract(Decimal(1), 3), c.multiply(2, 3), c.power(2, 10), c.sqrt(2))
print(c.quantize(Decimal("1.239"), Decimal("0.01")), c.plus(Decimal("1.23456789")), c.minus(1), c.abs(-3), c.to_sci_string(Decimal("1e10")), c.to_eng_string(Decimal("1e10")), c.normalize(Decimal("1.500")))
print(c.copy().prec, c.copy() is c, c.compare(1, 2), c.max(1, 2), c.min(1, 2), c.remainder(7, 3), c.divide_int(7, 2), c.exp(1), c.ln(2), c.log10(100), c.fma(2, 3, 4), c.is_nan(Decimal("nan")))
print(decimal.MAX_PREC, decimal.MAX_EMAX, decimal.MIN_EMIN, decimal.HAVE_THREADS)
print(issubclass(DivisionByZero, ZeroDivisionError), DivisionByZero.__mro__[1:4], InvalidOperation.__mro__[1].__name__, Overflow.__mro__[1:3])
