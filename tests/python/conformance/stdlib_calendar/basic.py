import calendar

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2024, 2), calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2), calendar.month_name[3], calendar.day_abbr[0], list(calendar.day_name), calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.month(2024, 2), calendar.MONDAY',
    'calendar.monthrange(2024, 13)',
)
