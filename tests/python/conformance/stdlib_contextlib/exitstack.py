from contextlib import ExitStack, contextmanager, AbstractContextManager


@contextmanager
def res(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(res(n)) for n in "abc"]
    stack.callback(print, "callback", 1)
    print(names)
try:
    with ExitStack() as stack:
        stack.enter_context(res("x"))
        raise RuntimeError("boom")
except RuntimeError as error:
    print("caught", error)
with ExitStack() as stack:
    stack.push(lambda *details: print("exit", details[0]) or True)
    raise KeyError("hidden")
with ExitStack() as stack:
    stack.enter_context(res("kept"))
    later = stack.pop_all()
print("between")
later.close()


class M(AbstractContextManager):
    def __exit__(self, *a):
        print("exit M")


with M() as m:
    print(type(m).__name__)
try:
    with ExitStack() as s:
        s.enter_context(3)
except TypeError as error:
    print(error)
