from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as m

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'm.MINYEAR, m.MAXYEAR, m.UTC, datetime.__name__, datetime.__module__, repr(datetime), repr(date), repr(timedelta), issubclass(datetime, date), issubclass(timezone, tzinfo)',
    'isinstance(datetime.now(), date), type(datetime(2024, 1, 1).date()), type(datetime(2024, 1, 1) - datetime(2023, 1, 1)), callable(datetime.now), date(2024, 1, 1).year, datetime(2024, 1, 1, 5).hour',
    'datetime(2024, 1, 1) + 5',
    'datetime(2024, 1, 1) - "x"',
    'date(2024, 1, 1) + date(2024, 1, 1)',
    'timedelta(1) + 1',
    'timedelta(1) < 1',
    'datetime(2024, 1, 1) < 5',
    'date(2024, 1, 1).nope',
    'datetime(2024, 1, 1).year.nope',
)
