from functools import partial, reduce, wraps, partialmethod
import operator


def greet(greeting, name, *, mark="!"):
    return f"{greeting}, {name}{mark}"


hello = partial(greet, "Hello")
print(hello("World"), hello("Bob", mark="?"), hello.args, hello.keywords, hello.func is greet)
print(partial(hello, mark=".")("Al"), repr(partial(int, base=2))[:40])
print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 1), reduce(max, [3, 9, 2]))
for attempt in (lambda: reduce(operator.add, []), lambda: partial(3)):
    try:
        attempt()
    except TypeError as error:
        print(error)


def deco(f):
    @wraps(f)
    def inner(*a, **k):
        """inner doc"""
        return ("wrapped", f(*a, **k))

    return inner


@deco
def documented(x: int) -> int:
    """The doc."""
    return x + 1


print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(5), documented.__annotations__)


class Cell:
    def set(self, state):
        return state

    on = partialmethod(set, True)


print(Cell().on())
