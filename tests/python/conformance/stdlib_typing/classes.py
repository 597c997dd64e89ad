from typing import Generic, TypeVar, NamedTuple, TypedDict, Protocol, runtime_checkable, NewType, cast, overload
from typing import TYPE_CHECKING, get_origin, get_args, get_type_hints, List, Dict, Optional, Union

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


class IntBox(Box[int]):
    pass


print(Box[int](3).item, IntBox(4).item, Box[int], issubclass(IntBox, Box), Box.__parameters__, [b.__name__ for b in IntBox.__mro__])


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    def norm(self):
        return self.x + self.y


print(Point(1), Point(1, 2).norm(), Point(x=5)._asdict(), Point.__annotations__, Point.__doc__, isinstance(Point(1), tuple))
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"))


class Movie(TypedDict, total=False):
    name: str
    year: int


m: Movie = {"name": "x"}
print(Movie(name="n", year=1), m, type(Movie(name="q")), Movie.__total__, sorted(Movie.__optional_keys__))


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class File:
    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(3, Closes))
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, cast(str, 3), TYPE_CHECKING)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]) is Union, get_args(Optional[int]), get_origin(3))


def f(a: int, b: "Optional[str]" = None) -> List[int]:
    return [a]


print(get_type_hints(f), f.__annotations__["b"])


class Ann:
    x: int
    y: "str" = "d"


print(get_type_hints(Ann))


class Repo(Protocol[T]):
    def get(self, key: str) -> T: ...


class Mem(Repo[int]):
    def get(self, key):
        return 1


print(Mem().get("a"))


class Two(Generic[K, T], Dict[K, T]):
    pass


print(Two(a=1), [b.__name__ for b in Two.__mro__])
try:
    Point()
except TypeError as error:
    print(error)
