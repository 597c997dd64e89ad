from dataclasses import dataclass, field, KW_ONLY, InitVar
from typing import ClassVar, Optional


@dataclass
class Base:
    id: int
    kind: ClassVar[str] = "base"
    note: Optional[str] = None


@dataclass
class Child(Base):
    extra: int = 5
    note: str = "child"


print(Child(1), Child(1, "n", 2), Child.kind, Base(2))


@dataclass
class Computed:
    width: int
    scale: InitVar[int]
    area: int = field(init=False)
    _: KW_ONLY
    label: str = "l"

    def __post_init__(self, scale):
        self.area = self.width * scale


c = Computed(3, 4, label="q")
print(c, c.area)
try:
    Computed(3, 4, "q")
except TypeError as error:
    print(error)
for source in (
    "@dataclass\nclass A:\n    x: list = []",
    "@dataclass\nclass A:\n    x: int = 1\n    y: int",
    "@dataclass(order=True, eq=False)\nclass A:\n    x: int",
    "@dataclass\nclass A:\n    x = field()",
    "@dataclass(frozen=True)\nclass A(Base):\n    x: int = 1",
):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
