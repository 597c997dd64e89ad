from dataclasses import dataclass, field, asdict, fields, replace
from typing import Generic, TypeVar, Optional, List
T = TypeVar("T")
@dataclass
class Box(Generic[T]):
    item: T
    tags: List[str] = field(default_factory=list)
@dataclass(frozen=True)
class Key:
    table: str
    column: Optional[str] = None
    def __str__(self):
        return self.table if self.column is None else f"{self.table}.{self.column}"
@dataclass
class Base:
    a: int = 1
    def __post_init__(self):
        self.log = ["base"]
@dataclass
class Derived(Base):
    b: int = 2
    def __post_init__(self):
        super().__post_init__()
        self.log.append("derived")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Box(5), Box[int](3), Box("x", ["t"]) == Box("x", ["t"]), str(Key("t")), str(Key("t", "c")), {Key("t"): 1}[Key("t")], Derived(), Derived().log, Derived(3, 4).b, [f.name for f in fields(Derived)], asdict(Box({"k": [1]})), replace(Key("t"), column="z"), Key("a") == Key("a"), Derived.__match_args__, repr(Box(Box(1))), Box(1) != Box(2), hash(Key("q")) == hash(Key("q")), Key.__name__',
    'Key("t").__setattr__("table", "u")',
    'Box()',
    'Derived(1, 2, 3)',
    'hash(Box(1))',
)
