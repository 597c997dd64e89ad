# ends in: did not end within 20000 steps
import asyncio


async def main():
    while True:
        await asyncio.sleep(0)


asyncio.run(main())
