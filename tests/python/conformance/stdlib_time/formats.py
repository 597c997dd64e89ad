import time
t = time.gmtime(1709210096)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    't, time.strftime("%Y%m%dT%H%M%SZ", t), time.strftime("%a, %d %b %Y", t), time.asctime(t), t.tm_yday, t[0], tuple(t)[:6], len(t), time.strptime("29 Feb 24", "%d %b %y").tm_yday, time.strptime("12:30", "%H:%M")[3:5], time.mktime(t) - time.mktime(time.gmtime(1709210095)), t == time.gmtime(1709210096), time.gmtime(1.9).tm_sec, time.ctime(0) == time.asctime(time.localtime(0)), time.struct_time(range(9)).tm_mon, time.strftime("", t), repr(time.gmtime(-1).tm_year)',
)
