import random

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[random.seed(42), random.random(), random.random()]',
    '[random.seed(1), random.randint(1, 100), random.randint(1, 10**20), random.randrange(0, 100, 7), random.choice("abcdef"), random.uniform(1, 2)]',
    '[random.seed("text"), random.random(), random.getrandbits(5), random.getrandbits(70), random.getrandbits(32)]',
    '[random.seed(7), random.sample(range(100), 5), random.sample("abcdefgh", 3), random.choices([1, 2, 3], k=4), random.choices("ab", weights=[1, 9], k=5)]',
    '[random.seed(10**30), random.random()], [random.seed(-5), random.random()], [random.seed(2.5), random.random()], [random.seed(b"x"), random.random()], [random.seed(0), random.randbytes(5)]',
    '[random.Random(3).shuffle(x) or x for x in [list(range(8))]], [random.seed(3), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(1), random.triangular(), random.betavariate(1, 2) if hasattr(random, "no") else 0]',
    'random.Random(5).random(), random.Random(5).random(), 0 <= random.SystemRandom().random() < 1, random.Random("a").choice(range(10))',
    '[random.seed(9), (lambda s: [random.random(), random.setstate(s), random.random()])(random.getstate())]',
    'random.choice([])',
    'random.randint(5, 1)',
    'random.sample([1], 2)',
    'random.sample({1, 2}, 1)',
    'random.randrange(0)',
    'random.seed([1])',
)
