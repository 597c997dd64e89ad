from itertools import accumulate, compress, dropwhile, takewhile, filterfalse, groupby, tee
import operator

print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1], initial=10)))
print(list(accumulate([])), list(accumulate([], initial=1)), list(accumulate([3, 1, 4], max)))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 4, 2])))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(None, [0, 1, "", "a"])))
print([(k, list(g)) for k, g in groupby("aaabbc")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)])
print([k for k, _ in groupby("aabba")], list(groupby([])))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
rows = [("x", 1), ("x", 2), ("y", 3)]
print({k: [v for _, v in g] for k, g in groupby(rows, key=operator.itemgetter(0))})
