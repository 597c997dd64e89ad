import statistics as s
from decimal import Decimal as D

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    's.mean([0.1] * 3), s.fmean([0.1] * 3), s.mean([D("0.1"), D("0.2")]), s.stdev([D(1), D(2), D(4)]), s.median([D(1), D(2)]), s.variance([0.1, 0.2, 0.3]), s.mean([True, False]), s.mean([10**20, 10**20 + 2]), s.pstdev([1, 1, 1])',
)
