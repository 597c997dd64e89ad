import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


async def fail():
    raise ValueError("no")


class Ctx:
    async def __aenter__(self):
        print("enter")
        return 5

    async def __aexit__(self, *details):
        print("exit", details[0])


async def numbers():
    for i in range(3):
        yield i
        await asyncio.sleep(0)


async def main():
    print(await add(1, 2))
    print(await asyncio.gather(add(1, 1), add(2, 2)))
    async with Ctx() as value:
        print(value)
    async for n in numbers():
        print(n)
    print([n async for n in numbers() if n])
    try:
        await fail()
    except ValueError as error:
        print("caught", error)
    task = asyncio.create_task(add(3, 4))
    print(await task, await asyncio.wait_for(add(5, 6), 1))
    results = await asyncio.gather(add(1, 2), fail(), return_exceptions=True)
    print(results[0], repr(results[1]))
    return "done"


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(add(7, 8)))
loop.close()
try:
    asyncio.run(fail())
except ValueError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
