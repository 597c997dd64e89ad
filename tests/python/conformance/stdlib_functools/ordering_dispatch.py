from functools import total_ordering, cmp_to_key, singledispatch, singledispatchmethod


@total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
try:
    @total_ordering
    class Empty:
        pass
except ValueError as error:
    print(error)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))


@singledispatch
def show(value):
    return f"other {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value):
    return f"sequence {len(value)}"


print(show("x"), show(3), show([1]), show((1, 2)), show(True), show.dispatch(int).__name__)


class M:
    @singledispatchmethod
    def f(self, arg):
        return "any"

    @f.register
    def _(self, arg: str):
        return "str"


print(M().f(1), M().f("a"))
try:
    show()
except TypeError as error:
    print(error)
