import statistics as s
from fractions import Fraction
from decimal import Decimal

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    's.mean([1, 2, 3, 4]), s.mean([1, 2]), s.mean([1.5, 2.5]), s.mean([Decimal("1.1"), Decimal("2.2")]), s.fmean([1, 2]), s.median([3, 1, 2]), s.median([1, 2, 3, 4]), s.median_low([1, 2]), s.median_high([1, 2]), s.mode("aab"), s.multimode("aabb")',
    's.stdev([1, 2, 3, 4]), s.pstdev([1, 2, 3]), s.variance([1, 2, 3, 4]), s.pvariance([1, 2, 3]), s.quantiles([1, 2, 3, 4, 5]), s.harmonic_mean([40, 60]), s.geometric_mean([1, 4]), s.variance([1.5, 2.5])',
    's.mean([])',
    's.median([])',
    's.stdev([1])',
    's.mode([])',
)
