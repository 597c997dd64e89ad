from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'timedelta(days=10**9)',
    'timedelta("x")',
    'timedelta(1) / 0',
    'timedelta(1) // timedelta(0)',
    'timedelta(1) % timedelta(0)',
    'timedelta(seconds=float("nan"))',
    'timedelta(seconds=float("inf"))',
    'timedelta.max + timedelta(1)',
    'timedelta(1) == 5',
)
