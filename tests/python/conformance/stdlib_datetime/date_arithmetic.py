from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'date(2024, 2, 28) + timedelta(days=2)',
    'date(2024, 3, 1) - timedelta(weeks=1)',
    'date(2024, 3, 1) - date(2024, 2, 1)',
    'timedelta(days=1) + date(2024, 1, 1)',
    'date(2024, 1, 1) + timedelta(hours=36)',
    'date(2024, 1, 1) < date(2024, 1, 2), date(2024, 1, 1) >= date(2024, 1, 1), date(2024, 1, 1) != date(2023, 1, 1)',
    'sorted([date(2024, 3, 1), date(2023, 1, 1), date(2024, 1, 1)])',
    'max(date(2024, 3, 1), date(2023, 1, 1)), min([date(2024, 3, 1), date(2023, 1, 1)])',
    '(date(2024, 12, 25) - date(2024, 1, 1)).days',
    '[date(2024, 1, 30) + timedelta(n) for n in range(4)]',
)
