from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'date(0, 1, 1)',
    'date(2020, 13, 1)',
    'date(2023, 2, 29)',
    'date("x", 1, 1)',
    'date(2020, 1)',
    'date(1.5, 1, 1)',
    'date.fromisoformat("2024-3-4")',
    'date.fromisoformat("2024-13-01")',
    'date.fromisoformat(5)',
    'date.fromordinal(0)',
    'date.fromisocalendar(2020, 54, 1)',
    'date.fromisocalendar(2020, 1, 8)',
    'date(2020, 1, 1).replace(month=13)',
    'date.max + timedelta(1)',
    'date(2020, 1, 1) < datetime(2020, 1, 1)',
    'date(2020, 1, 1) == datetime(2020, 1, 1)',
    'date(2020, 1, 1) == "2020-01-01"',
)
