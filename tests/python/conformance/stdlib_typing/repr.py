from typing import (Any, Union, Optional, List, Dict, Tuple, Callable, Literal, TypeVar, Generic, ClassVar, Final,
                    Annotated, Set, Type, Iterable, Sequence, Mapping, Iterator, NoReturn, Text)

T = TypeVar("T")
for hint in (
    Any, Optional[int], Union[int, str], Union[int, None, str], Union[int], List[int], Dict[str, Any], Tuple[int, ...],
    Tuple[()], Callable[[int, str], bool], Callable[..., Any], Literal["a", 1], ClassVar[int], Annotated[int, "x"],
    List, Set[T], Type[int], Iterable[str], Sequence, Mapping[str, List[Optional[int]]], NoReturn, Union[int, Union[str, int]],
    List["Fwd"], Optional["Fwd"], T, Final[int], Iterator[Tuple[str, int]],
):
    print(hint)
print(list[int], dict[str, int], int | None, int | str, tuple[int, ...], Text)
print(Optional[int] == Union[None, int], List[int] == List[int], List[int] == List[str], Union[int, str] == Union[str, int])
for attempt in (lambda: List[int, str], lambda: Any(), lambda: List(), lambda: Union[()], lambda: isinstance(3, List[int]),
                lambda: Optional[int, str]):
    try:
        attempt()
    except TypeError as error:
        print(type(error).__name__)
