import math

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[math.floor(x) for x in (1.5, -1.5, 2, 1e20)], [math.ceil(x) for x in (1.5, -1.5, 2, -0.5)], [math.trunc(x) for x in (1.9, -1.9)], [round(x) for x in (0.5, 1.5, 2.5)], math.fsum([1e100, 1, -1e100]), math.prod([]), math.prod([2.0, 3]), math.prod([1, 2], start=5), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(12, 18, 30), math.lcm(), math.lcm(0, 3), math.comb(5, 7), math.perm(5), math.factorial(0), math.isqrt(15), math.isqrt(2**100), math.hypot(1, 2, 2), math.copysign(3, -0.0), math.sqrt(10**40), math.log1p(1e-10), math.expm1(1e-10), math.exp2(3), math.asin(1), math.sinh(1), math.acosh(2), math.atanh(0.5), math.erfc(0.5), math.frexp(0), math.modf(-1.25), math.ldexp(1, -1), math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.log(2**1000, 2), math.log2(2**70)',
    'math.acos(2)',
    'math.log(-1)',
    'math.fmod(1, 0)',
    'math.ldexp(1, 5000)',
    'math.factorial(1.5)',
    'math.perm(3, -1)',
    'math.dist([1], [1, 2])',
    'math.gamma(-1)',
    'math.isclose(1, 2, rel_tol=-1)',
    'math.hypot("a")',
)
