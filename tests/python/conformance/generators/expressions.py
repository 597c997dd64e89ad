g = (x * x for x in range(5))
print(type(g).__name__, next(g), sum(g))
print(any(x > 3 for x in [1, 5]), all(x for x in []), set(c for c in 'aab') == {'a', 'b'})
print(dict((k, v) for k, v in [('a', 1)]), ''.join(c.upper() for c in 'abc'), tuple(i for i in range(3)))
try:
    g = (1 / x for x in [0])
    next(g)
except ZeroDivisionError as e:
    print(e)
try:
    (x for x in 5)
except TypeError as e:
    print(e)
def show(*a, **k): print(a, k)
show(*(i for i in range(3)), **{k: v for k, v in [('z', 1)]})
nested = ((i, j) for i in range(2) for j in 'ab' if not (i and j == 'a'))
print(list(nested))
chain = (y for y in (x + 1 for x in (w * 2 for w in range(4))))
print(list(chain))
print(list(map(lambda f: f(), [lambda i=i: i for i in range(3)])))
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)))
print(list(zip('abc', range(2))), list(zip()), list(zip('ab', 'cd', 'ef')))
print(list(enumerate('ab', start=1)), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, '', 'a'])))
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})))
i = iter(lambda c=iter('abXc'): next(c), 'X')
print(list(i))
try:
    list(zip('ab', 'c', strict=True))
except ValueError as e:
    print(e)
try:
    list(zip('a', 'cd', strict=True))
except ValueError as e:
    print(e)
l = [1, 2, 3]
for v in l:
    if v == 1: l.append(9)
    print(v, end=' ')
print()
d = {'a': 1}
try:
    for k in d: d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e:
    print(e)
try:
    for k in {'a': 1}.keys() and (d2 := {'a': 1}): del d2[k]
except RuntimeError as e:
    print(e)
for n in range(2):
    print('body', n)
else:
    print('else')
while False: pass
else: print('while else')
for n in range(3):
    if n == 1: break
else:
    print('not here')
print(n)
