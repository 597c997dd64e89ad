import asyncio
log = []
async def step(n):
    log.append(n)
    await asyncio.sleep(0)
    return n
async def main():
    a = asyncio.create_task(step(1))
    b = asyncio.ensure_future(step(2))
    got = [await a, await b, a.done(), a.result()]
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(step(3))
    return got + [t.result()]
async def locked():
    lock = asyncio.Lock()
    async with lock:
        return lock.locked()
async def waits():
    done, pending = await asyncio.wait([asyncio.create_task(step(5))])
    return len(done), len(pending), [t.result() for t in done]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'asyncio.run(main()), log, asyncio.run(locked()), asyncio.run(waits()), asyncio.iscoroutinefunction(main), asyncio.run(asyncio.wait_for(step(9), 1)), [asyncio.run(step(i)) for i in range(2)]',
)
