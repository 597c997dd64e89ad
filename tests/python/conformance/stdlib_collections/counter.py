from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), sorted(c.elements()), c.total())
c.update("aaa")
c.subtract({"b": 5})
print(c, +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter())
d = Counter(x=2)
d["y"] += 1
del d["nothing"]
print(d, dict(d), list(d.items()), isinstance(d, dict))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
d += Counter(x=1)
d -= Counter(y=1)
print(d, d.copy(), Counter([1, 1, 2]).most_common())
