from datetime import date, datetime, time, timedelta, timezone, tzinfo

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime(2024, 2, 3, 4, 5, 6, 789).strftime("%Y-%m-%dT%H:%M:%S.%f")',
    '[datetime(2024, 2, 3, 16, 5, 6).strftime(f) for f in ("%I", "%p", "%j", "%U", "%W", "%w", "%u", "%V", "%G", "%y", "%e", "%k", "%D", "%F", "%T", "%R", "%n", "%t", "%h", "%C")]',
    'datetime(2024, 2, 3).strftime(""), datetime(2024, 2, 3).strftime("100%"), datetime(2024, 2, 3).strftime("%%Y"), datetime(2024, 2, 3).strftime("é %d"), f"{datetime(2024, 2, 3):%Y}{datetime(2024, 2, 3):>30}" if False else f"{datetime(2024, 2, 3):%H:%M}"',
    'datetime(5, 1, 1).strftime("%Y"), date(999, 1, 1).strftime("%Y"), time(1, 2, 3).strftime("%X %x %Y")',
    'datetime(2024, 1, 1).strftime(5)',
)
