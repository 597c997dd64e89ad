from datetime import *
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'EPOCH.timestamp(), datetime.fromtimestamp(86400, timezone.utc), datetime.fromtimestamp(1e9, timezone.utc).isoformat(), datetime.fromtimestamp(0.000001, timezone.utc), datetime.fromtimestamp(-0.5, timezone.utc), (datetime(2024, 1, 1, tzinfo=timezone.utc) - EPOCH).total_seconds(), (datetime(2024, 1, 1, tzinfo=timezone.utc) - EPOCH) // timedelta(days=1), EPOCH + timedelta(seconds=1.5), datetime.utcfromtimestamp(1234567890.987654), date.fromtimestamp(0) in (date(1970, 1, 1), date(1969, 12, 31)), datetime(2024, 1, 1, 0, 0, 0, 999999, tzinfo=timezone.utc).timestamp(), int(datetime(2038, 1, 19, 3, 14, 8, tzinfo=timezone.utc).timestamp()) == 2**31, datetime.fromtimestamp(2**31, timezone.utc)',
    'datetime.fromtimestamp(1e20, timezone.utc)',
    'datetime.fromtimestamp(float("nan"))',
    'datetime.fromtimestamp("x")',
)
