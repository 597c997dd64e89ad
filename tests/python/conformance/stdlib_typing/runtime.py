from typing import *
import collections.abc
class Stack(Generic[TypeVar("T")]):
    def __init__(self) -> None:
        self.items: List[Any] = []
    def push(self, x: Any) -> "Stack":
        self.items.append(x)
        return self
def f(a: int, *args: str, b: Optional[Dict[str, int]] = None, **kw: Any) -> Iterator[int]:
    yield a
revision: str = "abc"
down: Union[str, Sequence[str], None] = None
x: "undefined_name" = 1

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Stack().push(1).push("a").items, list(f(1, "x", b={"k": 1})), f.__annotations__["b"], __annotations__["down"], revision, __annotations__["x"], isinstance([], Sequence) if False else isinstance([], collections.abc.Sequence), issubclass(dict, Mapping), isinstance({}, Dict), isinstance(5, Hashable), Optional[Union[int, str]], Union[None, int], List[Dict[str, Tuple[int, ...]]], Callable[[], None], Type["X"], Literal[True], Final, Sequence[str] | None, "Stack" in repr(Stack)',
    'isinstance([], List[int])',
    'Union[int, str]()',
    'class_getitem_missing',
)
