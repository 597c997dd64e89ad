from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime.fromisoformat("2024-01-02")',
    'datetime.fromisoformat("2024-01-02T03:04"), datetime.fromisoformat("2024-01-02 03:04:05"), datetime.fromisoformat("2024-01-02T03:04:05.678")',
    'datetime.fromisoformat("2024-01-02T03:04:05.123456789"), datetime.fromisoformat("2024-01-02T03:04:05,5")',
    'datetime.fromisoformat("2024-01-02T03:04:05Z"), datetime.fromisoformat("2024-01-02T03:04:05+01:00"), datetime.fromisoformat("2024-01-02T03:04:05-0530")',
    'datetime.fromisoformat("20240102T030405"), datetime.fromisoformat("2024-W01-2T03"), datetime.fromisoformat("2024W012")',
    'datetime.fromisoformat("2024-01-02x03:04"), datetime.fromisoformat("2024-01-02T03:04:05+01:02:03.000004")',
    'time.fromisoformat("03:04"), time.fromisoformat("T03:04:05.6"), time.fromisoformat("030405"), time.fromisoformat("03:04:05+00:00")',
    'datetime.fromisoformat("")',
    'datetime.fromisoformat("2024")',
    'datetime.fromisoformat("2024-01-02T")',
    'datetime.fromisoformat("2024-01-02T25:00")',
    'datetime.fromisoformat("2024-01-02T03:04:05.")',
    'datetime.fromisoformat("2024-02-30")',
    'datetime.fromisoformat("nonsense text")',
    'time.fromisoformat("3")',
    'time.fromisoformat("03:60")',
)
