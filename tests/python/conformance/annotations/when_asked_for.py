# What annotations say, however late they are looked at.
from typing import Optional, Sequence, Union

revision: str = "ae10"
down_revision: Union[str, None] = None
depends_on: Optional[Sequence[str]]


def upgrade(bind: "Connection", *tables: str, dry: bool = False, **options: int) -> None:
    """Up."""


def plain(a, b=1):
    pass


print(upgrade.__annotations__)
print(plain.__annotations__)
print(plain.__annotations__ is plain.__annotations__)
plain.__annotations__["a"] = int
print(plain.__annotations__)
plain.__annotations__ = {"b": str}
print(plain.__annotations__)


def outer():
    Local = list

    def inner(x: Local) -> Local:
        return x

    return inner


print(outer().__annotations__)


class Model:
    id: int
    name: Optional[str] = None

    def rename(self, to: str) -> "Model":
        return self


print(Model.__annotations__)
print(Model.rename.__annotations__)

if revision:
    switched: int = 3
else:
    other: int = 4

import sys

here = sys.modules[__name__]
print(list(here.__annotations__))
print(here.__annotations__["revision"], here.__annotations__["down_revision"])
here.__annotations__["added"] = 1
print(sorted(here.__annotations__))
late: float = 1.5
print("late" in here.__annotations__, "other" in here.__annotations__)
