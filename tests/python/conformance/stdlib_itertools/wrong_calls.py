import itertools as i
import operator as o
for call in (
    lambda: i.count(1, 2, 3), lambda: i.cycle(), lambda: i.cycle(1, 2), lambda: i.repeat(), lambda: i.repeat(1, 2, 3),
    lambda: i.chain.from_iterable(), lambda: i.islice(), lambda: i.islice([1]), lambda: i.islice([1], 1, 2, 3, 4),
    lambda: i.accumulate(), lambda: i.combinations([1]), lambda: i.permutations(), lambda: i.product(repeat="a"),
    lambda: i.groupby(), lambda: i.tee(), lambda: i.tee([1], 2, 3), lambda: i.takewhile(1), lambda: i.takewhile(1, 2, 3),
    lambda: i.dropwhile(1), lambda: i.filterfalse(1), lambda: i.starmap(1), lambda: i.compress([1]), lambda: i.pairwise(),
    lambda: i.pairwise(1, 2), lambda: i.combinations_with_replacement([1]), lambda: i.cycle(5), lambda: i.islice([1], -1),
    lambda: i.islice([1], "a"), lambda: i.combinations([1], -1), lambda: i.repeat(1, "a"), lambda: i.count("a"),
    lambda: i.cycle(foo=1), lambda: i.chain(foo=1), lambda: i.pairwise(foo=1), lambda: next(i.chain(1)),
    lambda: list(i.starmap(pow, [(1,)])),
    lambda: o.itemgetter(), lambda: o.attrgetter(), lambda: o.methodcaller(), lambda: o.attrgetter(1),
    lambda: o.methodcaller(1), lambda: o.add(1), lambda: o.neg(), lambda: o.itemgetter(1)(), lambda: o.attrgetter("a")(1, 2),
    lambda: o.methodcaller("a")(1, 2), lambda: o.attrgetter("a.b")(1), lambda: o.itemgetter(5)([1]),
    lambda: o.itemgetter(1, foo=1), lambda: o.length_hint(1, "a"), lambda: o.index(1.5), lambda: o.concat(1, 2),
    lambda: o.countOf([1]), lambda: o.lt(1, 2, 3), lambda: o.getitem([1]), lambda: o.setitem([1], 2), lambda: o.is_(1),
    lambda: o.truth(), lambda: o.contains([1]), lambda: o.add(a=1, b=2), lambda: o.neg(a=1),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(list(i.islice(range(20), 3)), list(i.islice(range(20), 2, 9, 3)), list(i.islice(range(5), 2, None)))
