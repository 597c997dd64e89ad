"""typing: what it shows, and how far it is inert."""
import collections.abc
import typing
from typing import *


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


T = TypeVar("T")
S = TypeVar("S", int, str)
B = TypeVar("B", bound="Box")
P = ParamSpec("P")
UserId = NewType("UserId", int)


class Box(Generic[T]):
    item: T

    def __init__(self, item):
        self.item = item


class Movie(TypedDict, total=False):
    name: Required[str]
    year: int


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 5

    def norm(self):
        return self.x + self.y


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Plain(Protocol):
    x: int


class File:
    def close(self):
        pass


@overload
def g(a: int) -> int: ...
@overload
def g(a: str) -> str: ...
def g(a):
    return a


def h(a: "int", b: Optional[str] = None, *c: float) -> "List[int]":
    return a


attempt(
    "Optional[int], Union[int, str], Union[int], Union[int, None, str], Union[int, int], Optional[Union[int, str]]", "List[int], Dict[str, int], Tuple[int, ...], Tuple[()], Set[T], FrozenSet[int], Type[int], Callable[[int], str], Callable[..., None], Any, NoReturn, ClassVar[int], Final[int], Literal[1, 'a', None], Annotated[int, 'x']", "list[int], dict[str, list[int]], tuple[int, ...], type[int], collections.abc.Callable[[int], str]", "Iterable[int], Iterator[int], Generator[int, None, str], Mapping[str, Any], Sequence[T], Awaitable[int], AsyncIterator[int], ContextManager[int]", "T, S, B, P, T.__name__, S.__constraints__, B.__bound__", "Box[int], Box[int](5).item, Box[T][int], Box.__parameters__, Box[int].__origin__ is Box, Box[int].__args__", "Box[int, str]", "Generic[int]", "Union[()]", "Optional[int, str]", "Union[1]" , "List[int, str]", "Callable[int]", "Literal[1] == Literal[1], Union[int, str] == Union[str, int], Optional[int] == Union[None, int]", "hash(List[int]) == hash(List[int])", "isinstance([], List), isinstance({}, Mapping)", "isinstance([], List[int])", "isinstance(5, Union[int, str])", "isinstance(5, int | str)", "issubclass(dict, Mapping)", "UserId(5), UserId, UserId.__supertype__", "Movie(name='a', year=1), Movie.__annotations__, Movie.__total__, Movie.__required_keys__, Movie.__optional_keys__", "isinstance({}, Movie)", "Point(1), Point(1).norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__", "Point()", "isinstance(File(), Closes), isinstance(5, Closes)", "isinstance(5, Plain)", "Plain()", "g(1)", "get_type_hints(h)", "get_type_hints(Box), get_type_hints(Point)", "get_origin(List[int]), get_origin(int), get_origin(Union[int, str]), get_origin(list[int]), get_origin(Literal[1])", "get_args(Dict[str, int]), get_args(Callable[[int], str]), get_args(int), get_args(Optional[int]), get_args(Literal[1, 2]), get_args(Annotated[int, 'x'])", "cast(int, 'a'), cast('x', 5)", "TYPE_CHECKING", "assert_type(5, str), reveal_type" if False else "assert_type(5, str)", "assert_never(5)", "no_type_check(h) is h, final(Box) is Box, override" if False else "no_type_check(h) is h, final(Box) is Box", "Self, Never, LiteralString, TypeAlias, Concatenate[int, P], TypeGuard[int], Required[int], NotRequired[int]", "Any()", "Optional", "Union", "Callable", "Dict", "Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], ChainMap[str, int]", "Text is str, AnyStr, IO[str], TextIO, BinaryIO, Pattern[str], Match[str], Hashable, Sized, SupportsInt", "NewType('A', UserId)(3)", "TypeVar('X', int)", "TypeVar('X', int, str, bound=int)", "NamedTuple('N', [('a', int), ('b', str)])(1, 'x')", "TypedDict('D', {'a': int})(a=1)", "ForwardRef('int'), List['int'], Optional['Box']", "List()", "Dict(a=1)" , "typing.get_overloads(g) is not None", "is_typeddict(Movie), is_typeddict(dict)", "Box.__class_getitem__(int)", "int | 'x'", "Optional[None], Union[None, None]", "Union[int, Any], Union[List[int], List[str]]", "repr(Callable[[int, str], Optional[Dict[str, Any]]])", "Tuple", "Tuple[int]", "Type", "ClassVar" , "Final", "Literal", "Annotated[int]", "Annotated[Annotated[int, 1], 2], Annotated[int, 1].__metadata__, Annotated[int, 1].__origin__", "typing.Collection[int], typing.Reversible, typing.Container[T][int]", "Box.__orig_bases__",
)
