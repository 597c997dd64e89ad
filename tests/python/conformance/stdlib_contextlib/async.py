import asyncio
from contextlib import asynccontextmanager, AsyncExitStack


@asynccontextmanager
async def opened(name):
    print("begin", name)
    try:
        yield name
    finally:
        print("end", name)


async def main():
    async with opened("s") as s:
        print(s)
    try:
        async with opened("e"):
            raise ValueError("x")
    except ValueError as error:
        print("caught", error)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(opened("st")))


asyncio.run(main())
