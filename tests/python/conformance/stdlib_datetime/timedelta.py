from datetime import date, datetime, time, timedelta, timezone, tzinfo
import datetime as dt

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'timedelta(1, 2, 3)',
    'timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1)',
    'timedelta(hours=-1), timedelta(microseconds=-1)',
    'str(timedelta(days=2, hours=3)), str(timedelta(-1)), str(timedelta(seconds=5, microseconds=6)), str(timedelta(0))',
    'timedelta(days=1.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(hours=1 / 3)',
    'timedelta(days=1).total_seconds(), timedelta(microseconds=1).total_seconds(), timedelta(-1, 3).total_seconds()',
    'timedelta(1) + timedelta(hours=2), timedelta(1) - timedelta(2), -timedelta(1), abs(timedelta(-1)), +timedelta(1)',
    'timedelta(1) * 3, 2 * timedelta(hours=1), timedelta(1) * 1.5, timedelta(1) / 2, timedelta(1) / timedelta(hours=6), timedelta(7) // 2',
    'timedelta(1) // timedelta(hours=7), timedelta(1) % timedelta(hours=7), divmod(timedelta(1), timedelta(hours=7))',
    'timedelta(1) < timedelta(2), timedelta(1) == timedelta(hours=24), bool(timedelta(0)), bool(timedelta(1))',
    'timedelta(days=5, seconds=3, microseconds=1).days, timedelta(hours=25).seconds, timedelta(milliseconds=5).microseconds',
    'timedelta.min, timedelta.max, timedelta.resolution',
    'hash(timedelta(1)) == hash(timedelta(hours=24)), sum([timedelta(1), timedelta(2)], timedelta())',
)
