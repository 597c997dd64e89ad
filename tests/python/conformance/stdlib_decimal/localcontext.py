from decimal import *
def with_precision(n):
    with localcontext() as ctx:
        ctx.prec = n
        return Decimal(1) / 7
def with_options():
    with localcontext(prec=5, rounding=ROUND_UP) as ctx:
        return Decimal(1) / 3, ctx.prec
def trapped():
    with localcontext() as ctx:
        ctx.traps[DivisionByZero] = False
        return Decimal(1) / 0, ctx.flags[DivisionByZero]
def inexact():
    with localcontext() as ctx:
        ctx.clear_flags()
        Decimal(1) / 3
        return ctx.flags[Inexact], ctx.flags[Rounded], ctx.flags[Overflow]
def set_prec(n):
    old = getcontext().prec
    getcontext().prec = n
    try:
        return Decimal(2).sqrt()
    finally:
        getcontext().prec = old

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'with_precision(3), with_precision(10), Decimal(1) / 7',
    'with_options(), getcontext().prec, trapped(), inexact(), set_prec(6), getcontext().prec',
)
