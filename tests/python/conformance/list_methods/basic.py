l = [3, 1, 2]
l.append(5); l.extend('ab'); l.insert(1, 'i'); l.insert(-1, 'j'); l.insert(99, 'k')
print(l, len(l), l.index('a'), l.count(1), l.pop(), l.pop(0), l.pop(-2), l)
l.remove('i'); l.reverse(); print(l, l.copy(), l.copy() is l)
n = [3, -1, 2, 0]
n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=abs); print(n); n.sort(key=lambda v: (v % 2, v)); print(n)
w = ['bb', 'a', 'ccc', 'B']
print(sorted(w), sorted(w, key=str.lower), sorted(w, key=len, reverse=True), sorted(w, key=lambda s: (len(s), s)))
print([1] + [2], [0] * 3, [1, 2] * 0, [[]] * 2, [1, 2, 3] == [1, 2, 3], [1, 2] < [1, 3], 2 in [1, 2], [1, [2, [3]]])
l = list(range(10))
print(l[2:5], l[::-1], l[::3], l[-3:], l[:-3], l[5:2], l[8:100], l[-100:2], l[9:0:-2])
l[2:5] = ['x']; print(l)
l[1:1] = [7, 8]; print(l)
l[::2] = [0] * len(l[::2]); print(l)
del l[::3]; print(l)
del l[1]; del l[-1]; print(l)
l[:] = []; print(l)
l += (1, 2); l *= 2; print(l)
a = b = [1]; a += [2]; print(b, a is b); a = a + [3]; print(b)
r = [1]; r.append(r); print(r, len(r), r[1] is r)
print([*range(3), *'ab'], [*[], 1], list('abc'), list({'a': 1}), list((1, 2)), list(), [x for x in ()])
for text in ('[][0]', '[1].pop(5)', '[].pop()', '[1].remove(2)', '[1].index(2)', '[1, 2].index(1, 1)', "[1]['a']", '[1][1.0]', '[1] + (2,)', "[1] + 'a'", '[1] * [2]', '[1].extend(5)', 'list(5)', '[3, "a"].sort()', 'sorted([1, None])', 'sorted(5)', 'sorted([1], key=5)', '[1].nope', 'hash([])', '{[]: 1}', '[1].insert(1)', "[1].insert('a', 1)", '[1, 2, 3][::0]', '[1].append()', '[1].append(1, 2)', "list.append('a', 1)", 'list(1, 2)', "[1].sort(key=len)", "[] < 5", "[1][None]", "[1].index()", "[].clear(1)", "[1].count()"):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
def set_items(text):
    l = [1, 2, 3, 4]
    try:
        exec(text, {'l': l}); print(text, '->', l)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
for text in ('l[9] = 1', "l['a'] = 1", 'l[1:2] = 5', 'l[::2] = [1]', 'del l[9]', "del l['a']", 'l[::2] = [8, 9]', 'l[::-1] = [4, 3, 2, 1]', 'l[2:1] = [7]', 'l[-1:] = []', 'l[1:3] = "xyz"', 'l[::2] = 5', 'del l[::-2]', 'l[1], l[0] = l[0], l[1]', 'l[0:2], l[2] = [9], 8', "l += 5", "l *= 'a'"):
    set_items(text)
class K:
    def __init__(self, k, n): self.k, self.n = k, n
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f'{self.k}{self.n}'
print(sorted([K(1, 'a'), K(0, 'b'), K(1, 'c'), K(0, 'd')]), sorted([K(1, 'a'), K(0, 'b'), K(1, 'c')], reverse=True))
