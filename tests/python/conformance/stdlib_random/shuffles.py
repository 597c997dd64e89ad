import random
def shuffled(seed, items):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'shuffled(1, range(10)), shuffled("s", "abcdef"), shuffled(99, range(20)), random.Random(1).sample(range(10**6), 3), random.Random(1).sample(range(100), 30), random.Random(5).choices(range(3), [5, 3, 2], k=10), [random.Random(s).randrange(100) for s in range(8)], [random.Random(str(s)).random() for s in range(3)], random.Random(2**200).random(), random.Random(True).random(), random.Random(-1).random() == random.Random(1).random(), random.Random(1.5).random(), random.Random(b"ab").random(), random.Random(bytearray(b"ab")).random()',
)
