a, b = 1, 2
a, b = b, a
print(a, b)
[c, (d, *e), f] = [1, (2, 3, 4), "x"]
print(c, d, e, f)
*start, last = "hello"
print(start, last)
first, *middle, end = range(5)
print(first, middle, end)
x, *y = (1,)
print(x, y)
(g), = [9]
print(g)
h = i = j = []
h.append(1)
print(i is j, j)
k = {}
k["a"], k["b"] = k["b"], k["a"] = 3, 4
print(k)
n = [0, 1, 2]
i = 0
i, n[i] = 1, "i"
print(i, n)
for p, (q, *r) in [(1, (2, 3)), (4, (5, 6, 7))]:
    print(p, q, r)
for q, in [(1,), (2,)]:
    print(q)
[] = ()
() = []
print([(u, v) for u, (v, _) in {1: (2, 3)}.items()])


class Holder:
    pass


holder = Holder()
holder.a, holder.b = "ab"
(holder.c, [holder.d]) = 1, [2]
print(vars(holder))
data = [1, 2, 3, 4]
data[1:3] = "xyz"
print(data)
data[::2] = 0, 0, 0
print(data)
del data[0], data[-1], holder.a
print(data, vars(holder))
with_default = a if (a := 5) > 3 else 0
print(a, with_default)
print([*range(3), *"ab", *{}, *{1: 2}], (*[1], *[2]), {*[1, 1], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
s = "ab"
s *= 2
m = [1]
n = m
n += [2]
print(s, m)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
