"""doc"""
x = 1 + 2
print("hello", x, [1, 2.5, "a'b"], {"k": (1,)}, None, True)
def f(a, b=2, *args, c=3, **kw):
    return a + b + c, args, kw
print(f(1), f(1, 2, 3, 4, c=5, d=6))
class A:
    z = 5
    def __init__(self, v): self.v = v
    def __repr__(self): return f"A({self.v!r:>5})"
    @property
    def w(self): return self.v * 2
class B(A):
    def __init__(self, v):
        super().__init__(v + 1)
print(A(1), B(2).w, [i * i for i in range(5) if i % 2])
def g(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "done"
def h():
    r = yield from g(3)
    print("r", r)
print(list(h()))
it = g(5); next(it); it.send("x"); it.close()
try:
    1 / 0
except ZeroDivisionError as e:
    print("caught", e)
finally:
    print("fin")
print(2 ** 100, 10 ** 20 // 7, -7 // 2, -7 % 3, 1e16, 0.1 + 0.2)
print("%s %5d %-5s| %05.2f %r" % ("a", 42, "b", 3.14159, "q"), "{:>10} {a!r}".format(1, a=2))
match (1, 2, [3, 4]):
    case (1, y, [z, *rest]):
        print(y, z, rest)
print(sorted([3, 1, 2], key=lambda v: -v), max(1, 5, 3), {3, 1, 2}, list(zip("ab", [1, 2])))
async def co():
    return 5
async def main():
    return await co() + 1
c = main()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
def bad():
    return [][5]
bad()
