from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime(2024, 1, 2, 3, 4, 5, 6)',
    'datetime(2024, 1, 2), str(datetime(2024, 1, 2)), str(datetime(2024, 1, 2, 3, 4, 5, 600))',
    'datetime(2024, 1, 2, 3, 4).isoformat(), datetime(2024, 1, 2, 3, 4).isoformat(" "), datetime(2024, 1, 2, 3, 4).isoformat(timespec="milliseconds")',
    '[datetime(2024, 1, 2, 3, 4, 5, 6789).isoformat(timespec=t) for t in ("hours", "minutes", "seconds", "milliseconds", "microseconds", "auto")]',
    'datetime(2024, 1, 2, 3, 4, 5).date(), datetime(2024, 1, 2, 3, 4, 5).time(), datetime(2024, 1, 2, tzinfo=timezone.utc).timetz()',
    'datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.combine(date(2024, 1, 2), time(3), tzinfo=timezone.utc)',
    'datetime(2024, 1, 2, 3, 4).replace(hour=9, tzinfo=timezone.utc)',
    'datetime(2024, 1, 2, 3, 4, 5).ctime(), datetime(2024, 1, 2).timetuple()',
    'datetime.min, datetime.max, datetime.resolution',
    'datetime(2024, 1, 2, fold=1), datetime(2024, 1, 2, fold=1).fold',
    'datetime(2024, 1, 2) + timedelta(hours=25), datetime(2024, 1, 2) - timedelta(microseconds=1), datetime(2024, 1, 2) - datetime(2023, 1, 2)',
    'datetime(2024, 1, 2) < datetime(2024, 1, 3), datetime(2024, 1, 2) == datetime(2024, 1, 2), datetime(2024, 1, 2) == date(2024, 1, 2)',
    'isinstance(datetime(2024, 1, 2), date), type(datetime.now()) is datetime, type(datetime.today()), datetime.now().tzinfo',
    'datetime.utcnow() <= datetime.now(timezone.utc).replace(tzinfo=None), abs(datetime.now(timezone.utc) - datetime.now(dt.UTC)) < timedelta(seconds=5)',
)
