# ends in: did not end within 20000 steps
import asyncio


class Never:
    def __await__(self):
        while True:
            yield


async def main():
    await Never()


asyncio.run(main())
