import time

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'time.gmtime(0), time.gmtime(1700000000).tm_year, time.gmtime(86400 * 365)[:3], time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1700000000)), time.asctime(time.gmtime(0)), time.strptime("2024-01-02", "%Y-%m-%d"), time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))',
    'time.time() > 1.7e9, time.time_ns() > 10**18, time.monotonic() <= time.monotonic(), time.perf_counter() >= 0, isinstance(time.time(), float), time.mktime(time.localtime(1000)) == 1000.0, time.sleep(0)',
    'time.struct_time((1, 2))',
    'time.sleep(-1)',
    'time.strptime("x", "%Y")',
    'time.gmtime("x")',
)
