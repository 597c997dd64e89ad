import operator as o

print(o.add(1, 2), o.sub(5, 3), o.mul("a", 3), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(3))
print(o.lt(1, 2), o.eq(1, 1), o.ne(1, 1), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.invert(5), o.not_(0), o.truth([]))
print(o.contains([1, 2], 2), o.getitem({"a": 1}, "a"), o.concat([1], [2]), o.countOf([1, 1, 2], 1), o.indexOf("abc", "c"))
print(o.itemgetter(1)("abc"), o.itemgetter(0, 2)("abc"), o.attrgetter("real", "imag")(3), o.methodcaller("split", ",")("a,b"))
print(o.itemgetter(1), o.attrgetter("a.b"), o.methodcaller("f", 1, k=2))
l = [1]
print(o.iadd(l, [2]) is l, l, o.is_(l, l), o.is_not(l, l), o.index(True), o.length_hint([1, 2]), o.abs(-3), o.lshift(1, 4))
d = {"x": 1}
o.setitem(d, "y", 2)
o.delitem(d, "x")
print(d, sorted([("b", 2), ("a", 3)], key=o.itemgetter(1)))
for attempt in (lambda: o.indexOf([1], 2), lambda: o.attrgetter(1), lambda: o.itemgetter(5)([1]), lambda: o.add(1, "a")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
