from typing import *
import typing
T = TypeVar("T")
S = TypeVar("S", int, str)
B = TypeVar("B", bound="Base")
class Base(Generic[T]):
    pass
Vec = List[T]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'T, S.__constraints__, B.__bound__, Vec, Vec[int], Base[int], Base[T][str], Dict[str, T][int], Union[T, int][str], Optional[List[T]][int], Callable[[T], S], List[int].__args__, List[int].__origin__, Dict[str, int].__args__, Union[int, str].__args__, Optional[int].__args__, get_origin(List[int]), get_args(Callable[[int], str]), get_origin(Annotated[int, 1]) is Annotated, get_args(Annotated[int, 1]), get_args(Literal[1, "a"]), Literal[1] == Literal[1], List[int] in {List[int]: 1}, Union[int, str] == Union[str, int], List[Any], Tuple[int, ...], Tuple[()], Type[Base], ClassVar[int], Iterable[Tuple[str, int]], Base.__parameters__, Annotated[Optional[int], "meta"].__metadata__, int | None, list[int] | None, Optional[str] == (str | None), typing.Text',
    'Base[int, str]',
    'List[int][str]',
    'Union[1, 2] if False else Literal[1, 2]',
    'T[int]',
    'Generic[int]',
)
