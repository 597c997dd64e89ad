from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo
import zoneinfo

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'ZoneInfo("Europe/Berlin"), str(ZoneInfo("Europe/Berlin")), ZoneInfo("Europe/Berlin") is ZoneInfo("Europe/Berlin"), ZoneInfo("UTC").key',
    'datetime(2024, 1, 15, tzinfo=ZoneInfo("Europe/Berlin")).isoformat(), datetime(2024, 7, 15, tzinfo=ZoneInfo("Europe/Berlin")).isoformat()',
    'datetime(2024, 7, 15, tzinfo=ZoneInfo("Europe/Berlin")).tzname(), datetime(2024, 7, 15, tzinfo=ZoneInfo("Europe/Berlin")).dst(), datetime(2024, 1, 15, tzinfo=ZoneInfo("America/New_York")).utcoffset()',
    'datetime(2024, 7, 15, 12, tzinfo=timezone.utc).astimezone(ZoneInfo("America/New_York"))',
    'datetime(2024, 10, 27, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset(), datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()',
    'datetime(2024, 3, 31, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset(), datetime(2024, 3, 31, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()',
    'datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc).astimezone(ZoneInfo("Europe/Berlin")), datetime(2024, 10, 27, 1, 30, tzinfo=timezone.utc).astimezone(ZoneInfo("Europe/Berlin"))',
    'datetime(2050, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset(), datetime(2050, 1, 1, tzinfo=ZoneInfo("Australia/Sydney")).dst(), datetime(1900, 1, 1, tzinfo=ZoneInfo("America/New_York")).utcoffset()',
    'datetime(2024, 3, 30, 12, tzinfo=ZoneInfo("Europe/Berlin")) + timedelta(days=1), ZoneInfo("Asia/Kolkata").utcoffset(datetime(2024, 1, 1))',
    '"Europe/Berlin" in zoneinfo.available_timezones()',
    'ZoneInfo("Nowhere/City")',
    'ZoneInfo("../etc/passwd")',
    'ZoneInfo("/etc/localtime")',
    'issubclass(zoneinfo.ZoneInfoNotFoundError, KeyError)',
)
