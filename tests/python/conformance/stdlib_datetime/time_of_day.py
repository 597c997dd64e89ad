from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'time(1, 2, 3, 4), time(), time(1), str(time(1, 2)), repr(time(1, 2, 3)), time(23, 59, 59, 999999).isoformat()',
    'time(1, 2, tzinfo=timezone.utc), str(time(1, 2, tzinfo=timezone(timedelta(hours=2)))), time(1, fold=1)',
    'time(1, 2).replace(hour=9), time(1) < time(2), time(1) == time(1), bool(time(0)), time(10, 20).strftime("%H.%M"), f"{time(10, 20):%H}"',
    'time.min, time.max, time.resolution, time(1).utcoffset(), time(1, tzinfo=timezone.utc).utcoffset(), time(1, tzinfo=timezone.utc).tzname()',
    'time(1, tzinfo=timezone.utc) == time(2, tzinfo=timezone(timedelta(hours=1)))',
    'time(1, 2, 3).isoformat("minutes"), time(1, 2, 3, 5000).isoformat(timespec="milliseconds")',
    'time(24)',
    'time(0, 60)',
    'time(0, 0, 60)',
    'time(0, 0, 0, 1000000)',
    'time(fold=2)',
    'time(tzinfo=3)',
    'time(1) < time(1, tzinfo=timezone.utc)',
    'time(1, 2).isoformat("x")',
)
