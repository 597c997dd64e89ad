# ends in: open_connection
import asyncio
import os


async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", int(os.environ["LISTENER"]))
    writer.write(b"x")
    print(len(await reader.read()))


asyncio.run(main())
