from datetime import datetime, timedelta, timezone, tzinfo
class Fixed(tzinfo):
    def __init__(self, hours=2):
        self.hours = hours
    def utcoffset(self, dt):
        return timedelta(hours=self.hours)
    def dst(self, dt):
        return timedelta(0)
    def tzname(self, dt):
        return f"F{self.hours}"
class Bad(tzinfo):
    def utcoffset(self, dt):
        return 5

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime(2024, 1, 1, tzinfo=Fixed()).isoformat(), datetime(2024, 1, 1, tzinfo=Fixed(3)).tzname(), datetime(2024, 1, 1, 12, tzinfo=timezone.utc).astimezone(Fixed(5)).hour',
    'datetime(2024, 1, 1, 12, tzinfo=Fixed(2)) == datetime(2024, 1, 1, 10, tzinfo=timezone.utc), datetime.fromtimestamp(0, Fixed(1)).isoformat(), datetime(2024, 1, 1, tzinfo=Fixed(1)).timestamp()',
    'datetime(2024, 1, 1, tzinfo=Bad()).utcoffset()',
    'datetime(2024, 1, 1, tzinfo=Bad()).dst()',
)
