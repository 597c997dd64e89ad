import calendar

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'calendar.monthcalendar(2023, 5), calendar.Calendar(6).monthdayscalendar(2024, 9)[0], list(calendar.Calendar().iterweekdays()), [d.isoformat() for d in list(calendar.Calendar().itermonthdates(2024, 2))[:4]], calendar.monthrange(2023, 2), calendar.isleap(2000), calendar.timegm((2024, 2, 29, 12, 0, 0)), calendar.TextCalendar(6).formatmonth(2024, 6), calendar.day_name[6], calendar.month_abbr[12], list(calendar.Calendar(0).itermonthdays2(2024, 2))[:3]',
    'calendar.setfirstweekday(9)',
    'calendar.weekday(2024, 13, 1)',
)
