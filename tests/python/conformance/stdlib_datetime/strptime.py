from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime.strptime("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S")',
    'datetime.strptime("02/Jan/24", "%d/%b/%y"), datetime.strptime("January 2, 1999", "%B %d, %Y"), datetime.strptime("Tue 2 jan 2024", "%a %d %b %Y")',
    'datetime.strptime("03:04 PM", "%I:%M %p"), datetime.strptime("12:04 am", "%I:%M %p"), datetime.strptime("0.5", "%S.%f")',
    'datetime.strptime("2024-01-02T03:04:05+0130", "%Y-%m-%dT%H:%M:%S%z"), datetime.strptime("2024Z", "%Y%z"), datetime.strptime("2024 UTC", "%Y %Z")',
    'datetime.strptime("2024 45", "%Y %j"), datetime.strptime("2024 10 1", "%Y %W %w"), datetime.strptime("2024 10 1", "%G %V %u")',
    'datetime.strptime("69", "%y").year, datetime.strptime("68", "%y").year, datetime.strptime("5 % x", "%d %% x")',
    'datetime.strptime("x", "%Y")',
    'datetime.strptime("2024x", "%Y")',
    'datetime.strptime("2024", "%q")',
    'datetime.strptime("2024", "%")',
    'datetime.strptime("2024-02-30", "%Y-%m-%d")',
    'datetime.strptime("2024-13-01", "%Y-%m-%d")',
    'datetime.strptime(5, "%Y")',
)
