import operator as op

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    '[f(7, 2) for f in (op.add, op.sub, op.mul, op.truediv, op.floordiv, op.mod, op.pow, op.lshift, op.rshift, op.and_, op.or_, op.xor)], [f(1, 2) for f in (op.lt, op.le, op.eq, op.ne, op.ge, op.gt)], op.itemgetter("a", "b")({"a": 1, "b": 2}), op.itemgetter(slice(1, 3))("abcd"), op.attrgetter("__class__.__name__")(5), op.methodcaller("replace", "a", "b")("aa"), op.methodcaller("format", x=1)("{x}"), op.neg(-1), op.pos(1), op.inv(0), op.matmul.__name__, op.iconcat([1], [2]), op.__add__(1, 2), op.truth("x"), op.is_(None, None), sorted([{"n": 2}, {"n": 1}], key=op.itemgetter("n")), max([(1, "b"), (2, "a")], key=op.itemgetter(1)), op.call(max, 1, 2), op.indexOf([1, 2], 2), op.countOf("aab", "a")',
    'op.itemgetter("x")({})',
    'op.attrgetter("nope")(5)',
    'op.concat(1, 2)',
    'op.index(1.5)',
)
