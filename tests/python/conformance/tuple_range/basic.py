t = (1, 'a', None)
print(t, t[0], t[-1], t[1:], t + (2,), t * 2, len(t), 1 in t, t.index('a'), t.count(1), (1,), (), ((),), hash(t) == hash((1, 'a', None)), tuple('ab'), tuple([1]), (1, 2) < (1, 3), (1,) == [1])
a, *b = t; *c, d = t; e, (f, *g) = 1, (2, 3, 4); print(a, b, c, d, e, f, g)
x = 1,; print(x, type(x).__name__); x, y = y0 = (1, 2); print(x, y, y0)
x, y = y, x; print(x, y)
for text in ('(1,)[5]', "(1,)['a']", '(1,) + [2]', '(1,).index(3)', "(1,) < (1, 'a')", "(1,) < ('a',)", 'a, b = 1', 'a, b = (1,)', 'a, b = 1, 2, 3', 'a, *b = ()', "a, b = 'abc'", 'a, b = {}', '*a, b, c = [1]', '(1,)[0] = 2', 'del (1, 2)[0]', 'tuple(5)', 'hash(([],))', '(1, 2).append(3)', 'a, b = None', 'for a, b in [1]: pass', 'for a, b in [(1, 2, 3)]: pass', '(a, b), c = 1, 2', "(1,) * 'a'", "tuple(1, 2)", "a, b = iter([1])", "a, b = range(3)"):
    try:
        exec(text); print(text, 'fine')
    except Exception as e:
        print(text, '->', type(e).__name__, e)
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], r[::2], 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step, range(3), range(5, 0, -2), list(range(5, 0, -2)), range(0), bool(range(0)), range(3) == range(0, 3, 1), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(0, 3, 2) == range(0, 4, 2), 2.0 in range(3), 'a' in range(3), sum(range(101)), max(range(5)), list(reversed(range(0, 10, 4))))
for text in ("range(1.0)", "range('a')", "range()", "range(1, 2, 0)", "range(3)[5]", "range(3).index(9)", "range(1, 2, 3, 4)", "range(3) + [1]", "range(3)['a']", "range(2) < range(3)", "range(None)", "len(range(10**30))", "range(True)"):
    try:
        print(text, '->', eval(text) if '= 1' not in text else exec(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
s = slice(1, 10, 2); print(s, s.start, s.stop, s.step, s.indices(6), slice(5), slice(None), slice(1, 2) == slice(1, 2), list(range(10))[s], 'abcdefgh'[slice(None, None, -2)], slice(-3, None).indices(5), slice(None, None, -1).indices(4))
try:
    hash(slice(1))
except TypeError as e: print(e)
try:
    slice(1, 2, 0).indices(5)
except ValueError as e: print(e)
print(sum(range(5), 10), sum([[1], [2]], []), min(3, 1, 2), max([1, 5], key=lambda v: -v), min([], default='d'), max('ab', 'b', key=len), divmod(-7, 2), divmod(7.5, 2), pow(2, 10, 7), pow(3, -1, 7), abs(-3), abs(-2.5), round(2.5), round(3.5), round(-1.5), round(2.675, 2), round(1234, -2))
