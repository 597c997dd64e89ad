"""Types that pydantic adds: secrets, and types with bounds."""
from typing import Annotated, List

from pydantic.fields import FieldInfo


class _Secret:
    _shown = "**********"

    def __init__(self, secret_value):
        self._secret_value = secret_value

    def get_secret_value(self):
        return self._secret_value

    def __str__(self):
        return self._shown if self._secret_value else ""

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, str(self))

    def __eq__(self, other):
        return type(other) is type(self) and other._secret_value == self._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __len__(self):
        return len(self._secret_value)


class SecretStr(_Secret):
    pass


class SecretBytes(_Secret):
    def __str__(self):
        return str(self._shown.encode() if self._secret_value else b"")

    def __repr__(self):
        return "SecretBytes({})".format(self)


class StringConstraints:
    def __init__(self, *, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None,
                 max_length=None, pattern=None):
        self.strip_whitespace, self.to_upper, self.to_lower = strip_whitespace, to_upper, to_lower
        self.bounds = {"min_length": min_length, "max_length": max_length, "pattern": pattern}
        self.bounds = {name: value for name, value in self.bounds.items() if value is not None}


class Strict:
    pass


def constr(*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None,
           pattern=None, regex=None, **ignored):
    return Annotated[
        str,
        StringConstraints(
            strip_whitespace=strip_whitespace, to_upper=to_upper, to_lower=to_lower, min_length=min_length,
            max_length=max_length, pattern=regex if pattern is None else pattern,
        ),
    ]


def conint(*, strict=None, **bounds):
    return Annotated[int, FieldInfo(**bounds)]


def conlist(item_type, *, min_length=None, max_length=None, min_items=None, max_items=None, **ignored):
    low = min_items if min_length is None else min_length
    high = max_items if max_length is None else max_length
    return Annotated[List[item_type], FieldInfo(min_length=low, max_length=high)]


PositiveInt = Annotated[int, FieldInfo(gt=0)]
NonNegativeInt = Annotated[int, FieldInfo(ge=0)]
NegativeInt = Annotated[int, FieldInfo(lt=0)]
PositiveFloat = Annotated[float, FieldInfo(gt=0)]
NonNegativeFloat = Annotated[float, FieldInfo(ge=0)]
StrictStr = Annotated[str, Strict()]
StrictInt = Annotated[int, Strict()]
StrictBool = Annotated[bool, Strict()]


class Extra:
    allow, ignore, forbid = "allow", "ignore", "forbid"
