from datetime import date, datetime, timedelta
class Day(date):
    def next(self):
        return self + timedelta(days=1)
class Stamp(datetime):
    label = "s"
    def __repr__(self):
        return "Stamp!" + self.isoformat()

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Day(2024, 1, 1), Day(2024, 1, 1).next(), type(Day(2024, 1, 1).next()).__name__, Day(2024, 1, 1) == date(2024, 1, 1), isinstance(Day(2024, 1, 1), date)',
    'Stamp(2024, 1, 1), Stamp(2024, 1, 1) + timedelta(1), type(Stamp(2024, 1, 1).replace(year=2025)).__name__, type(Stamp.now()).__name__, Stamp(2024, 1, 1).label, type(Stamp.fromisoformat("2024-01-01")).__name__',
    'type(Day.today()).__name__, type(Day.fromordinal(5)).__name__, Day.fromisoformat("2024-05-06")',
)
