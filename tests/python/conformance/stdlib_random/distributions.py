import random
r = random.Random(2024)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[round(r.random(), 12) for _ in range(3)], [r.randint(-5, 5) for _ in range(10)], [r.randrange(10) for _ in range(5)], [r.randrange(0, 1000, 100) for _ in range(5)], r.choice([10, 20, 30]), r.choices("abc", k=5), r.choices([1, 2], weights=[0, 1], k=3), r.choices([1, 2, 3], cum_weights=[1, 2, 10], k=4), r.sample(range(1000), 6), r.sample(["a", "b"], counts=[3, 2], k=4), r.uniform(5, 6), r.triangular(0, 10, 5), r.gauss(10, 2), r.normalvariate(0, 1), r.expovariate(2), r.betavariate(2, 3), r.gammavariate(2, 1), r.gammavariate(0.5, 1), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.getrandbits(100), r.randbytes(6), r.randint(0, 2**70)',
)
