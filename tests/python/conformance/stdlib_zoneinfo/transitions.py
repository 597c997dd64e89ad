from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo
Z = ZoneInfo("America/New_York")
L = ZoneInfo("Europe/London")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[(datetime(2024, 3, 10, h, 30, tzinfo=Z).utcoffset(), datetime(2024, 3, 10, h, 30, tzinfo=Z).tzname()) for h in range(1, 5)], [(datetime(2024, 11, 3, 1, 30, fold=f, tzinfo=Z).isoformat()) for f in (0, 1)], [datetime(2024, 11, 3, h, 30, tzinfo=timezone.utc).astimezone(Z).isoformat() for h in (4, 5, 6, 7)], [datetime(2024, 11, 3, h, 30, tzinfo=timezone.utc).astimezone(Z).fold for h in (5, 6)], [datetime(y, 7, 1, tzinfo=L).dst() for y in (1970, 1990, 2024, 2037, 2060)], [datetime(y, 1, 1, tzinfo=L).utcoffset() for y in (1970, 2024, 2060)], datetime(2024, 6, 1, tzinfo=L) - datetime(2024, 1, 1, tzinfo=L), (datetime(2024, 6, 1, tzinfo=L) - datetime(2024, 6, 1, tzinfo=Z)), datetime(2024, 6, 1, tzinfo=Z).timestamp(), ZoneInfo("Asia/Tokyo").tzname(datetime(2024, 1, 1)), ZoneInfo("Australia/Lord_Howe").dst(datetime(2024, 1, 1)), ZoneInfo("UTC").utcoffset(None), Z.utcoffset(None), datetime(2024, 1, 1, tzinfo=ZoneInfo("Asia/Kathmandu")).isoformat(), datetime(1950, 7, 1, tzinfo=Z).utcoffset(), datetime.fromtimestamp(0, Z)',
)
