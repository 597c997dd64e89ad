import itertools as it
def batched(items, n):
    iterator = iter(items)
    while batch := list(it.islice(iterator, n)):
        yield batch
def flatten(lists):
    return list(it.chain.from_iterable(lists))

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'list(batched(range(7), 3)), flatten([[1], [2, 3], []]), list(it.islice(it.count(), 2, 8, 3)), sum(it.takewhile(lambda x: x < 5, it.count())), list(zip(*[iter("abcdef")] * 2)), ["".join(p) for p in it.product("ab", "12")], [len(list(g)) for _, g in it.groupby(sorted("banana"))], list(it.accumulate(range(5), lambda a, b: a * 2 + b)), dict(it.zip_longest("ab", [1])), list(it.starmap(lambda a, b: a + b, zip("ab", "cd"))), list(it.compress("abc", it.cycle([1, 0]))), list(it.dropwhile(str.isdigit, "12a3")), max(it.permutations([1, 2, 3])), len(list(it.combinations(range(6), 3))), next(it.cycle([5])), list(it.repeat(None, 2)), list(it.chain("a", it.repeat("b", 2))), [tuple(x) for x in it.pairwise([1, 2, 3])]',
    'next(iter([]))',
    'it.product("a", repeat=-1) and 5',
    'list(it.islice([1], "a"))',
    'it.permutations(5)',
)
