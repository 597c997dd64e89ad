from datetime import date, datetime, time, timedelta, timezone, tzinfo
def days(start, end, step=1):
    while start < end:
        yield start
        start += timedelta(days=step)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[d.isoformat() for d in days(date(2024, 2, 27), date(2024, 3, 3))]',
    '[d.strftime("%a") for d in days(date(2024, 1, 1), date(2024, 1, 8))], len(list(days(date(2024, 1, 1), date(2025, 1, 1)))), sum((b - a).days for a, b in [(date(2023, 1, 1), date(2024, 1, 1))])',
    '[(date(y, 3, 1) - timedelta(1)).day for y in (1900, 2000, 2023, 2024)], [date(y, 1, 1).isocalendar()[:2] for y in range(2015, 2027)]',
    '[date.fromordinal(date(2024, 12, 30).toordinal() + n).isocalendar()[1] for n in range(4)], date(2024, 1, 31).replace(day=1)',
)
