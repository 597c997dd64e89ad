"""datetime arithmetic, formats and errors."""
from datetime import date, time, datetime, timedelta, timezone, tzinfo, UTC, MINYEAR, MAXYEAR
from zoneinfo import ZoneInfo


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


d = datetime(2024, 2, 29, 13, 5, 7, 89)
a = datetime(2024, 3, 10, 1, 30, tzinfo=ZoneInfo("America/New_York"))
b = datetime(2024, 11, 3, 1, 30, tzinfo=ZoneInfo("America/New_York"))
for text in '''
d + timedelta(days=1), d - timedelta(weeks=1, microseconds=1), d - datetime(2023, 1, 1), timedelta(1) + d, -timedelta(1, 2, 3), abs(timedelta(-1, 5))
d + 1
d - date(2024, 1, 1)
d < date(2024, 1, 1)
d == date(2024, 2, 29), d == 5, d != None, date(2024, 2, 29) == d
d < datetime(2024, 1, 1, tzinfo=UTC)
d - datetime(2024, 1, 1, tzinfo=UTC)
d == datetime(2024, 1, 1, tzinfo=UTC)
d.replace(year=2023)
d.replace(month=1, hour=0, tzinfo=UTC), d.replace(microsecond=0), d.date(), d.time(), d.timetz(), d.timetuple(), d.utctimetuple()[:6], d.toordinal(), d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week
d.isoformat(), d.isoformat(" "), d.isoformat(timespec="minutes"), d.isoformat("T", "milliseconds"), d.isoformat(timespec="auto"), str(d), d.ctime(), repr(d), a.isoformat(), str(a), a.tzname(), a.utcoffset(), a.dst()
d.isoformat(timespec="nope")
d.strftime("%Y-%m-%d %H:%M:%S.%f %j %U %W %w %a %A %b %B %y %I %p %Z|%z %% %c|%x|%X %G-%V %u %e %D %T %F %R"), a.strftime("%Z %z %s" if False else "%Z %z"), f"{d:%d/%m/%Y}", f"{d}", "{:%H}".format(d), format(d, "")
date(2024, 1, 5).strftime("%H:%M %d"), time(5, 6).strftime("%H:%M %Y"), date(2024, 1, 5).isoformat(), date(2024, 1, 5).ctime(), f"{date(2024, 1, 5)}", repr(date(2024, 1, 5)), repr(time(5)), repr(time(5, 6, 7, 8)), str(time(5, 6, 7, 8)), time(5).isoformat("hours"), repr(time(1, tzinfo=UTC)), str(time(1, 2, tzinfo=timezone(timedelta(hours=-3))))
datetime.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M"), datetime.strptime("29/Feb/24", "%d/%b/%y"), datetime.strptime("1 PM", "%I %p"), datetime.strptime("2024-01-01T00:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), datetime.strptime("2024-01-01 Z", "%Y-%m-%d %z"), datetime.strptime("12.5", "%S.%f"), datetime.strptime("2024 060", "%Y %j"), datetime.strptime("Thu Feb 29 2024", "%a %b %d %Y")
datetime.strptime("2024", "%Y-%m")
datetime.strptime("2024-13", "%Y-%m")
datetime.strptime("2024x", "%Y")
datetime.strptime("30 Feb 2024", "%d %b %Y")
datetime.strptime("2024", "%Q")
datetime.strptime("2024", "%")
datetime.fromisoformat("2024-02-29"), datetime.fromisoformat("2024-02-29T13:05"), datetime.fromisoformat("2024-02-29 13:05:07.089"), datetime.fromisoformat("20240229T130507"), datetime.fromisoformat("2024-02-29T13:05:07Z"), datetime.fromisoformat("2024-02-29T13:05:07+05:30"), datetime.fromisoformat("2024-W09-4"), datetime.fromisoformat("2024-02-29T13"), datetime.fromisoformat("2024-02-29T13:05:07,123456789")
datetime.fromisoformat("2024-2-29")
datetime.fromisoformat("nope")
datetime.fromisoformat("2024-02-30")
datetime.fromisoformat("2024-02-29T25:00")
datetime.fromisoformat(5)
date.fromisoformat("2024-02-29"), date.fromisoformat("20240229"), date.fromisoformat("2024-W01-1"), time.fromisoformat("13:05"), time.fromisoformat("T1305"), time.fromisoformat("13:05:07.5+01:00")
date.fromisoformat("2024-02-29T00")
time.fromisoformat("25:00")
date.fromordinal(738000), date.fromisocalendar(2024, 9, 4), date.fromtimestamp(0) if False else 0, datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5, timezone.utc), datetime.utcfromtimestamp(1e9), datetime.fromtimestamp(-1, UTC), datetime(2024, 1, 1, tzinfo=UTC).timestamp()
date.fromisocalendar(2024, 54, 1)
datetime.fromtimestamp(1e20, UTC)
datetime(2024, 13, 1)
datetime(2024, 2, 30)
datetime(0, 1, 1)
datetime(10000, 1, 1)
datetime(2024, 1, 1, 24)
datetime(2024, 1, 1, 0, 60)
datetime(2024, 1, 1, fold=2)
datetime(2024)
datetime("2024", 1, 1)
datetime(2024.0, 1, 1)
date(2024, 0, 1)
date.max + timedelta(1)
datetime.min - timedelta(1)
timedelta(days=10**10)
timedelta(days=1.5, hours=-1, minutes=2, milliseconds=3), timedelta(seconds=1e-6), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(weeks=1).days, timedelta(seconds=-1), str(timedelta(-1, 5)), str(timedelta(days=1)), str(timedelta(days=2, microseconds=5)), repr(timedelta()), repr(timedelta(seconds=1)), timedelta(1).total_seconds(), timedelta.max, timedelta.min, timedelta.resolution
timedelta(hours=1) * 2, 2 * timedelta(hours=1), timedelta(hours=1) * 1.5, timedelta(hours=1) / 2, timedelta(hours=1) / timedelta(minutes=7), timedelta(hours=1) // timedelta(minutes=7), timedelta(hours=1) // 7, timedelta(hours=1) % timedelta(minutes=7), divmod(timedelta(hours=1), timedelta(minutes=7)), timedelta(1) > timedelta(0), bool(timedelta()), hash(timedelta(1)) == hash(timedelta(hours=24)), sum([timedelta(1), timedelta(2)], timedelta())
timedelta(1) / 0
timedelta(1) + 1
timedelta(1) * "a"
timedelta("1")
timedelta(1) < 1
timezone(timedelta(hours=5, minutes=30)), str(timezone(timedelta(hours=-5))), timezone(timedelta(0)), timezone(timedelta(hours=1), "CET"), str(timezone(timedelta(hours=1), "CET")), timezone.utc, str(UTC), repr(UTC), timezone.utc == timezone(timedelta(0)), timezone.utc.utcoffset(None), timezone.min, str(timezone(timedelta(hours=1, seconds=5)))
timezone(timedelta(hours=24))
timezone(5)
a + timedelta(hours=1), (a + timedelta(hours=1)).utcoffset(), a.astimezone(UTC), (a.astimezone(UTC) + timedelta(hours=1)).astimezone(a.tzinfo), b.utcoffset(), b.replace(fold=1).utcoffset(), b.replace(fold=1).astimezone(UTC) - b.astimezone(UTC), b == b.replace(fold=1), b.fold, repr(b.replace(fold=1))
ZoneInfo("Europe/Berlin"), str(ZoneInfo("Asia/Tokyo")), ZoneInfo("UTC").key, ZoneInfo("Europe/Berlin") is ZoneInfo("Europe/Berlin"), datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).isoformat(), datetime(2050, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).tzname(), datetime(1900, 1, 1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset(), datetime(2024, 7, 1, tzinfo=ZoneInfo("Asia/Kolkata")).dst()
ZoneInfo("Not/There")
ZoneInfo("../etc/passwd")
datetime.combine(date(2024, 1, 1), time(5)), datetime.combine(date(2024, 1, 1), time(5, tzinfo=UTC)), datetime.combine(date(2024, 1, 1), time.min, tzinfo=UTC), datetime.max, date.min, time.max, datetime.resolution, MINYEAR, MAXYEAR
min(d, datetime(2023, 1, 1)), sorted([date(2024, 1, 2), date(2024, 1, 1)]), max([date.min, date.max]), {d: 1}[datetime(2024, 2, 29, 13, 5, 7, 89)], hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), date(2024, 1, 1) in [date(2024, 1, 1)], isinstance(d, date), type(d + timedelta(1)), bool(time(0))
time(25)
time(5) < time(6), time(5) == time(5, 0), time(5) == 5, time(1, tzinfo=UTC) == time(1), hash(time(5)) == hash(time(5, 0)), time(5).replace(minute=3), time(1, 2, 3).hour
time(5) < time(6, tzinfo=UTC)
time(5) - time(4)
time(5) + timedelta(1)
date(2024, 1, 31).replace(month=2)
date(2024, 1, 31) - date(2023, 1, 31), (date(2024, 1, 31) - timedelta(31)).month, date(2024, 3, 1) - timedelta(days=1), date(2024, 1, 1).timetuple().tm_yday
datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))) == datetime(2024, 1, 1, 10, tzinfo=UTC), datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))) - datetime(2024, 1, 1, 10, tzinfo=UTC), hash(datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))) == hash(datetime(2024, 1, 1, 10, tzinfo=UTC))
datetime(2024, 1, 1).astimezone(UTC).tzinfo, datetime(2024, 1, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo")), datetime.fromisoformat("2024-01-01T00:00:00+00:00").tzinfo, datetime.now(UTC).tzinfo, datetime.now().tzinfo, datetime.utcnow().tzinfo, (datetime.now() - datetime.utcnow()) < timedelta(1), datetime.today() <= datetime.now(), date.today() == datetime.now().date()
'''.strip().splitlines():
    show(text)
import json, copy, pickle
print(copy.copy(d), copy.deepcopy(a) == a)
try:
    json.dumps(d)
except TypeError as error:
    print(error)
print(json.dumps({"d": d}, default=str), json.dumps({"d": d}, default=lambda o: o.isoformat()))
class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=3)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "Z3"
z = datetime(2024, 1, 1, tzinfo=Zone())
print(z.isoformat(), z.tzname(), z.astimezone(UTC), z.strftime("%Z %z"))
class Bad(tzinfo):
    def utcoffset(self, dt): return 5
try:
    datetime(2024, 1, 1, tzinfo=Bad()).utcoffset()
except TypeError as error:
    print(error)
class Stamp(datetime):
    def short(self): return self.strftime("%H%M")
s = Stamp(2024, 1, 1, 5, 6)
print(s, s.short(), type(s + timedelta(1)).__name__, type(Stamp.now()).__name__, repr(s), s == datetime(2024, 1, 1, 5, 6))
