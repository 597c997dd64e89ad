import statistics as s
from fractions import Fraction as F

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    's.mean([1, 2, 2]), s.mean([F(1, 2), F(1, 3)]), s.mean(range(10)), s.fmean([1, 2, 4], weights=[1, 1, 2]), s.median("abc") if False else s.median([5]), s.quantiles(range(1, 11), n=10), s.quantiles([1, 2, 3, 4], n=4, method="inclusive"), s.mode([1, 1, 2, 2]), s.multimode([]), s.stdev([2, 4, 4, 4, 5, 5, 7, 9]), s.pvariance([0, 1]), s.variance([F(1), F(2)]), s.harmonic_mean([1, 0]), s.pstdev([1.5, 2.5, 2.5, 2.75])',
    's.quantiles([1])',
    's.harmonic_mean([-1])',
    's.geometric_mean([0])',
)
