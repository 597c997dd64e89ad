print([x * y for x in range(3) for y in range(x)])
print([[j for j in range(i)] for i in range(4)])
print({k: v for k, v in zip('abc', range(3))})
print({n % 3 for n in range(10)} == {0, 1, 2})
print(list(x for x in 'abc' if x != 'b'))
print([x for x in range(20) if x % 2 if x % 3])
print([(a, b) for a, b in {'k': 1, 'l': 2}.items()])
print([first for first, *rest in [(1, 2, 3), (4,), (5, 6)]])
print([rest for first, *rest in [(1, 2, 3), (4,), (5, 6)]])
i = 'outside'
_ = [i for i in range(5)]
print(i)

def f():
    total = [last := n for n in range(4)]
    return total, last
print(f())
values = [y := 10, y ** 2, y + 1]
print(values, y)
if any((found := n) > 3 for n in range(10)):
    print('found', found)
funcs = [lambda: n for n in range(3)]
print([g() for g in funcs])
gen = (n for n in [1, 2, 3])
print(next(gen), list(gen), list(gen))

def lazily():
    def source():
        print('source asked')
        return [1, 2]
    g = (x for x in source())
    print('made')
    return list(g)
print(lazily())
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[c] for row in matrix] for c in range(3)])
print({(a, b): a * b for a in (1, 2) for b in (3, 4)})
print(sum(x for x in range(101)), max((len(w), w) for w in 'a bb cc'.split()))
print([x if x % 2 else -x for x in range(5)])
print([*(x for x in 'ab'), *'cd'])
d = {**{'a': 1}, 'b': 2, **{'a': 3}}
print(d)
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as e:
    print(e)
print([z for z in [1, 2, 3] if (lambda v: v > 1)(z)])
