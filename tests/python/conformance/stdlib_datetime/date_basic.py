from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'date(2024, 2, 29)',
    'str(date(2024, 2, 29))',
    'date(2024, 2, 29).isoformat()',
    'date(2024, 1, 31).replace(month=3)',
    'date(2024, 1, 1).weekday(), date(2024, 1, 1).isoweekday(), date(2024, 1, 1).isocalendar()',
    'date(2020, 12, 31).isocalendar()[1], tuple(date(2021, 1, 1).isocalendar())',
    'date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal(), date.fromordinal(738000)',
    'date(2024, 5, 6).timetuple()',
    'date(2024, 5, 6).ctime()',
    'date.min, date.max, date.resolution',
    'date.fromisoformat("2024-03-04"), date.fromisoformat("20240304"), date.fromisoformat("2024-W10-1")',
    'date.fromisocalendar(2024, 10, 1)',
    'f"{date(2024, 3, 4):%d.%m.%Y}", f"{date(2024, 3, 4)}"',
    'date(2024, 3, 4).strftime("%A %a %B %b %d %j %U %W %u %w %y %Y %G-%V %%")',
    'hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), {date(2024, 1, 1): 1}[date(2024, 1, 1)]',
)
