import functools
from decimal import Decimal
from datetime import date, datetime
@functools.singledispatch
def lit(v):
    raise NotImplementedError(type(v).__name__)
@lit.register
def _(v: str):
    return "'" + v.replace("'", "''") + "'"
@lit.register(int)
@lit.register(Decimal)
def _(v):
    return str(v)
@lit.register
def _(v: bool):
    return "true" if v else "false"
@lit.register
def _(v: date):
    return f"DATE '{v.isoformat()}'"
@lit.register(type(None))
def _(v):
    return "NULL"

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[lit(v) for v in ("it\'s", 5, True, Decimal("1.5"), None, date(2024, 1, 2), datetime(2024, 1, 2))], sorted(t.__name__ for t in lit.registry), lit.dispatch(bool) is lit.registry[bool]',
    'lit([1])',
    'lit(2.5)',
)
