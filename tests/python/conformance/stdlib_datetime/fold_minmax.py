from datetime import date, datetime, time, timedelta, timezone, tzinfo

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'datetime(2024, 1, 1, fold=1) == datetime(2024, 1, 1), hash(datetime(2024, 1, 1, fold=1)) == hash(datetime(2024, 1, 1)), datetime(2024, 1, 1, fold=1).replace(hour=3).fold, time(1, fold=1).fold',
    'datetime.min + timedelta(0), datetime.max - timedelta(days=1), date.min.weekday(), date.max.isocalendar(), datetime.max.isoformat()',
    'datetime.min - timedelta(1)',
    'datetime.max + timedelta(microseconds=1)',
    'date.min - timedelta(1)',
    'timedelta.max * 2',
    'datetime(10000, 1, 1)',
    'datetime(2024, 1, 1, 24)',
    'datetime(2024, 1, 1, fold=3)',
)
