"""ExitStack and AsyncExitStack: order, exceptions replaced and swallowed, moving callbacks."""
import asyncio
from contextlib import *


@contextmanager
def room(name, swallow=False, change=None):
    print("enter", name)
    try:
        yield name
    except Exception as error:
        print("caught in", name, repr(error), repr(error.__context__))
        if change:
            raise change
        if not swallow:
            raise
    finally:
        print("leave", name)


with ExitStack() as stack:
    print([stack.enter_context(room(n)) for n in "abc"])
    stack.callback(print, "callback", end="!\n")
    print(stack.push(lambda *a: print("pushed", a)) is not None)

try:
    with ExitStack() as stack:
        stack.enter_context(room("outer"))
        stack.enter_context(room("change", change=KeyError("new")))
        stack.enter_context(room("inner"))
        raise ValueError("first")
except Exception as error:
    print(repr(error), repr(error.__context__), repr(error.__cause__))

with ExitStack() as stack:
    stack.enter_context(room("swallows", swallow=True))
    raise ValueError("gone")
print("after")

try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(print, "runs")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))

try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: {}["k"])
        raise ValueError
except Exception as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))

stack = ExitStack()
stack.enter_context(room("kept"))
later = stack.pop_all()
stack.close()
print("closed first")
later.close()
later.close()
for wrong in (5, "x", open):
    try:
        ExitStack().enter_context(wrong)
    except Exception as error:
        print(type(error).__name__, error)
try:
    ExitStack().push(5)
except Exception as error:
    print(type(error).__name__, error)
try:
    ExitStack().callback()
except Exception as error:
    print(type(error).__name__, error)


class Door:
    def __enter__(self):
        raise RuntimeError("locked")

    def __exit__(self, *details):
        print("never")


try:
    with ExitStack() as stack:
        stack.callback(print, "undone")
        stack.enter_context(Door())
except RuntimeError as error:
    print(error)


@asynccontextmanager
async def hall(name):
    print("aenter", name)
    try:
        yield name
    finally:
        print("aleave", name)


async def say(*words, **more):
    print("said", words, more)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(hall("one")))
        stack.enter_context(room("sync"))
        stack.push_async_callback(say, 1, two=2)
        stack.callback(print, "plain")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(hall("two"))
            raise LookupError("x")
    except LookupError as error:
        print(repr(error))
    try:
        await AsyncExitStack().enter_async_context(room("z"))
    except TypeError as error:
        print(error)
    stack = AsyncExitStack()
    await stack.enter_async_context(hall("three"))
    kept = stack.pop_all()
    await stack.aclose()
    await kept.aclose()
    async with nullcontext(4) as four:
        print(four)
    async with aclosing(numbers()) as gen:
        async for n in gen:
            print(n)
            break


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


asyncio.run(main())
