from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d[0], d[-1], len(d), d.maxlen, list(reversed(d)), 3 in d)
d.rotate(1)
print(d)
d.rotate(-2)
print(d, d.pop(), d.popleft(), d)
e = deque("abc")
e.extend("de")
e.extendleft("xy")
e.remove("b")
e.insert(1, "Q")
print(e, e.index("d"), e.count("a"), e + deque("z"), e * 2 == deque(list(e) * 2), deque([1]) < deque([2]))
for attempt in (lambda: deque().pop(), lambda: deque().popleft(), lambda: e.remove("no"), lambda: e[99],
                lambda: deque(maxlen=-1), lambda: e.index("no")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
q = deque()
for i in range(2000):
    q.append(i)
total = 0
while q:
    total += q.popleft()
print(total, bool(q), q.copy(), repr(q))
