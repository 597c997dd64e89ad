from decimal import *
import decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'getcontext().prec, getcontext().rounding, getcontext()',
    'Context(prec=5), Context(prec=5).divide(Decimal(1), 3), Context(prec=3).create_decimal("1.23456"), ExtendedContext.prec, BasicContext.rounding',
    'Context(prec=2, rounding=ROUND_DOWN).add(Decimal("1.19"), Decimal("0.1")), Context(Emax=5).Emax, Context(prec=4).sqrt(2), Context(prec=4).power(2, 20)',
    'Context(prec=0)',
    'Context(rounding="x")',
    'Context(traps=[]).divide(1, 0), Context(traps=[]).create_decimal("x")',
    'issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), DivisionByZero.__mro__[1].__name__',
)
