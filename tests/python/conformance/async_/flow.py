import asyncio
import contextlib


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.swallow


class Numbers:
    def __init__(self, n):
        self.n, self.i = n, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def generate(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("generator ends")


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


async def fails():
    raise ValueError("in a coroutine")


@contextlib.asynccontextmanager
async def managed(x):
    print("before", x)
    try:
        yield x * 2
    finally:
        print("after", x)


async def main():
    print(await add(1, 2), await Awaitable())
    async with Manager("a") as a, Manager("b") as b:
        print(a, b)
    async with Manager("c", swallow=True):
        raise KeyError("swallowed")
    try:
        async with Manager("d"):
            raise KeyError("seen")
    except KeyError as error:
        print("caught", error)
    async for i in Numbers(3):
        if i == 2:
            continue
        print("number", i)
    else:
        print("else")
    print([i async for i in Numbers(3)], {i: i * i async for i in generate(3) if i}, [await add(i, 1) for i in range(3)])
    print(await asyncio.gather(add(1, 1), add(2, 2)))
    async with managed(5) as m:
        print("managed", m)
    try:
        await fails()
    except ValueError as error:
        print(error)
    results = await asyncio.gather(add(1, 2), fails(), return_exceptions=True)
    print(results)
    async for i in generate(5):
        if i == 1:
            break
    task = asyncio.create_task(add(3, 4))
    print(await task)
    print(await asyncio.wait_for(add(5, 6), timeout=5))

    async def inner():
        return [x async for x in generate(2)]
    print(await inner())
    g = (x async for x in generate(2))
    print(await g.__anext__(), await anext(g), await anext(g, "default"))
    return "returned"


print(asyncio.run(main()))
coroutine = add(1, 2)
print(type(coroutine).__name__, add.__name__)
coroutine.close()
try:
    asyncio.run(add)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
try:
    asyncio.run(fails())
except ValueError as error:
    print("out:", error)


async def wrong():
    await 5


async def wrong_for():
    async for x in [1]:
        pass


async def wrong_with():
    async with open:
        pass


for f in (wrong, wrong_for, wrong_with):
    try:
        asyncio.run(f())
    except (TypeError, AttributeError) as error:
        print(error)
