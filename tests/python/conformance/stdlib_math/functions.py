import math

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.sin(1), math.cos(1), math.atan2(1, -1), math.hypot(3, 4), math.degrees(math.pi), math.radians(180)',
    'math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(10**20), math.fabs(-3), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.remainder(7, 4)',
    'math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.factorial(20), math.factorial(30), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**20), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4))',
    'math.isnan(float("nan")), math.isinf(float("inf")), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.pi, math.e, math.tau, math.inf, math.nan, math.pow(2, 0.5), math.log(10**400), math.gamma(5), math.erf(0.5), math.cbrt(27), math.ulp(1.0), math.nextafter(1, 2)',
    'math.sqrt(-1)',
    'math.log(0)',
    'math.exp(1000)',
    'math.factorial(-1)',
    'math.sqrt("x")',
    'math.comb(-1, 2)',
    'math.floor(float("nan"))',
    'math.floor(float("inf"))',
    'math.isqrt(-1)',
    'math.gcd(1.5, 2)',
    'math.pow(0, -1)',
)
