"""Clocks and calendars."""
import _system
from _time_tuple import struct_time

timezone, altzone, daylight, tzname = 0, 0, 0, ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1


def tzset():
    global timezone, altzone, daylight, tzname
    standard, summer, timezone, daylight = _system.zone()
    tzname = (standard, summer)
    altzone = timezone - 3600 if daylight else timezone


tzset()


def time():
    return _system.clock_ns("real") / 1e9


def time_ns():
    return _system.clock_ns("real")


def monotonic():
    return _system.clock_ns("monotonic") / 1e9


def monotonic_ns():
    return _system.clock_ns("monotonic")


perf_counter, perf_counter_ns = monotonic, monotonic_ns


def process_time():
    return _system.clock_ns("process") / 1e9


def process_time_ns():
    return _system.clock_ns("process")


def thread_time():
    return _system.clock_ns("thread") / 1e9


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        seconds = seconds.__index__() if hasattr(seconds, "__index__") else seconds
        if not isinstance(seconds, int):
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    _system.sleep(seconds)


def _moment(seconds, local):
    if seconds is None:
        seconds = time()
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    numbers = _system.broken_down(int(seconds // 1), local)
    made = struct_time(numbers[:9])
    return made


def gmtime(seconds=None, /):
    return _moment(seconds, False)


def localtime(seconds=None, /):
    return _moment(seconds, True)


def mktime(t, /):
    return _system.make_time(tuple(t))


def strftime(format, t=None, /):
    return _system.format_time(format, tuple(localtime() if t is None else t))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    return struct_time(_system_strptime(data_string, format))


def _system_strptime(text, format):
    import datetime
    return datetime._parse(text, format)


def asctime(t=None, /):
    t = localtime() if t is None else t
    return "%s %s%3d %02d:%02d:%02d %d" % (
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[t[6]],
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[t[1] - 1],
        t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None, /):
    return asctime(localtime(seconds))
