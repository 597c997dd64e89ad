from itertools import *
def chunks(it, n):
    it = iter(it)
    return iter(lambda: tuple(islice(it, n)), ())
def window(seq, n):
    its = tee(seq, n)
    for i, it in enumerate(its):
        next(islice(it, i, i), None)
    return zip(*its)

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'list(chunks(range(7), 3)), list(window("abcd", 2)), list(window(range(5), 3)), [list(t) for t in tee("ab", 3)], list(chain(*zip("ace", "bdf"))), list(takewhile(lambda p: p[0] < 2, enumerate("abc"))), list(map(list, tee(iter([1, 2])))), list(islice(chain.from_iterable(repeat([1, 2])), 5)), {k: sum(1 for _ in g) for k, g in groupby("aabbb")}, list(accumulate("abc")), list(filterfalse(lambda x: x % 2, range(6))), [a for a, in product("ab")], list(combinations_with_replacement([1, 2], 2))',
)
