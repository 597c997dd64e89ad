def g():
    try:
        while True:
            try:
                x = yield 1
                print("sent", x)
            except ValueError as e:
                print("thrown", e)
                yield "handled"
    finally:
        print("closed")
it = g()
print(next(it), it.send(5), it.throw(ValueError("v")), next(it))
it.close()
def sub():
    got = yield "a"
    print("sub got", got)
    return "ret"
def top():
    r = yield from sub()
    print("r", r)
    yield from [1, 2]
t = top()
print(next(t), t.send("hey"), list(t))
def stops():
    yield 1
    raise StopIteration("x")
try: list(stops())
except RuntimeError as e: print(e, repr(e.__cause__))
def ret():
    return 7
    yield
try: next(ret())
except StopIteration as e: print(e.value)
print(sum(x * y for x in range(4) for y in range(x) if y % 2), list(i for i in (j for j in "abc")))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), *It(), dict(zip("ab", It())), [*It(), *"xy"], {**{"a": 1}, "b": 2})
a, *b, c = It()
print(a, b, c, list(map(lambda p, q: p + q, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), list(reversed([1, 2])))
async def agen():
    for i in range(3): yield i
async def main():
    out = [i async for i in agen()]
    async for i in agen(): out.append(i)
    return out
try: main().send(None)
except StopIteration as e: print(e.value)
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(12), [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
