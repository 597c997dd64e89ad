from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime(2024, 1, 2, tzinfo=timezone.utc)',
    'str(datetime(2024, 1, 2, tzinfo=timezone.utc)), datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=-5))).isoformat()',
    'datetime(2024, 1, 2, 12, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=2), "X"))',
    'datetime(2024, 1, 2, 12, tzinfo=timezone(timedelta(hours=2))) == datetime(2024, 1, 2, 10, tzinfo=timezone.utc)',
    'hash(datetime(2024, 1, 2, 12, tzinfo=timezone(timedelta(hours=2)))) == hash(datetime(2024, 1, 2, 10, tzinfo=timezone.utc))',
    'datetime(2024, 1, 2, tzinfo=timezone.utc) - datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=1)))',
    'datetime(2024, 1, 2, tzinfo=timezone.utc).utcoffset(), datetime(2024, 1, 2, tzinfo=timezone.utc).tzname(), datetime(2024, 1, 2, tzinfo=timezone.utc).dst()',
    'datetime(2024, 1, 2).utcoffset(), datetime(2024, 1, 2).tzname()',
    'datetime(2024, 1, 2) == datetime(2024, 1, 2, tzinfo=timezone.utc)',
    'datetime(2024, 1, 2) < datetime(2024, 1, 2, tzinfo=timezone.utc)',
    'datetime(2024, 1, 2) - datetime(2024, 1, 2, tzinfo=timezone.utc)',
    'datetime(2024, 1, 2, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1700000000, timezone.utc), datetime.fromtimestamp(1.5, tz=timezone.utc)',
    'datetime.utcfromtimestamp(0), datetime.fromtimestamp(1700000000.123456, timezone.utc), datetime.fromtimestamp(-1, timezone.utc)',
    'datetime(2024, 1, 2, 3, tzinfo=timezone(timedelta(hours=5, minutes=30))).utctimetuple()',
    'datetime(2024, 1, 2, tzinfo=timezone.utc).strftime("%z %Z %Y-%m-%dT%H:%M:%S.%f"), datetime(2024, 1, 2).strftime("%z|%Z|%f|%I %p|%c|%x|%X")',
    'datetime(2024, 1, 2, tzinfo=timezone.utc) + timedelta(1)',
)
