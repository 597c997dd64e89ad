import asyncio
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
async def main():
    print(await add(1, 2))
    print([await add(i, i) for i in range(3)])
    print({i: await add(i, 1) async for i in agen()})
    async with Manager() as m:
        print('in', m)
    async for x in AIter(3):
        print('x', x)
    else:
        print('for else')
    print([x async for x in AIter(4) if x % 2])
    results = await asyncio.gather(add(1, 1), add(2, 2))
    print(results)
    try:
        await failing()
    except ValueError as e:
        print('caught', e)
    return 'done'
async def failing():
    raise ValueError('async')
async def agen():
    for i in range(2):
        yield i
        await asyncio.sleep(0)
class Manager:
    async def __aenter__(self): print('aenter'); return 'm'
    async def __aexit__(self, *a): print('aexit', a[0])
class AIter:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
print(asyncio.run(main()))
c = add(1, 2)
print(type(c).__name__, c.__name__)
c.close()
class Awaitable:
    def __await__(self):
        yield from ()
        return 'awaited'
async def use(): return await Awaitable()
print(asyncio.run(use()))
async def wrong():
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async with 5: pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]: pass
    except TypeError as e:
        print(e)
    try:
        with Manager(): pass
    except TypeError as e:
        print(e)
asyncio.run(wrong())
async def closing():
    g = agen()
    print(await g.__anext__())
    print(await g.asend(None))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('stop')
    g = agen()
    print(await anext(g), await anext(g), await anext(g, 'default'))
    await g.aclose()
asyncio.run(closing())
import inspect
print(inspect.iscoroutinefunction(add), inspect.isasyncgenfunction(agen))
