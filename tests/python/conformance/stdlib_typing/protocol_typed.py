from typing import *
class Named(Protocol):
    name: str
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Config(TypedDict, total=False):
    host: str
    port: int
class Row(NamedTuple):
    id: int
    tag: Optional[str] = None
    def label(self) -> str:
        return f"{self.id}:{self.tag}"
class Impl:
    name = "x"
@overload
def f(a: int) -> int: ...
@overload
def f(a: str) -> str: ...
def f(a):
    return a
@final
class Last: pass
def hints(a: "int", b: Optional["Row"] = None) -> None: ...

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'isinstance([], HasLen), isinstance(5, HasLen), Config(host="h"), Config.__annotations__, Row(1), Row(1, "t").label(), Row(2)._replace(tag="z"), Row.__annotations__, f(5), f("a"), Last.__name__, get_type_hints(hints), cast("Row", 5), NewType("Id", int)(5), Row(1) == (1, None), Row._field_defaults, is_typeddict(Config), is_typeddict(dict), get_type_hints(Row), TYPE_CHECKING',
    'Named()',
    'isinstance(Impl(), Named)',
    'isinstance({}, Config)',
    'Row()',
    'assert_never(5)',
)
