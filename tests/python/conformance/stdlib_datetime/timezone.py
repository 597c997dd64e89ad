from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'timezone.utc, str(timezone.utc), repr(dt.UTC), dt.UTC is timezone.utc',
    'timezone(timedelta(hours=1)), str(timezone(timedelta(hours=1))), timezone(timedelta(hours=-3, minutes=-30)), str(timezone(timedelta(hours=-3, minutes=-30)))',
    'timezone(timedelta(0)), timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "Z"), timezone(timedelta(hours=1), "CET")',
    'str(timezone(timedelta(hours=1), "CET")), timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), "x"), timezone.utc == timezone(timedelta(0))',
    'timezone.utc.utcoffset(None), timezone.utc.tzname(None), timezone.utc.dst(None)',
    'timezone.min, timezone.max, str(timezone(timedelta(seconds=3661))), str(timezone(timedelta(microseconds=-1)))',
    'timezone(timedelta(1))',
    'timezone(5)',
    'timezone(timedelta(1), 3)',
    'timezone.utc.utcoffset(5)',
    'tzinfo().utcoffset(None)',
    'datetime(2024, 1, 1, tzinfo=5)',
    'datetime.now(5)',
)
