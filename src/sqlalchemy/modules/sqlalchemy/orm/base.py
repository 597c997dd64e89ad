"""What annotations of mapped classes are made of."""
from typing import Generic, TypeVar

_T = TypeVar("_T")


class ORMDescriptor(Generic[_T]):
    pass


class SQLORMExpression(Generic[_T]):
    pass


class Mapped(Generic[_T]):
    pass


class DynamicMapped(Mapped[_T]):
    pass


class WriteOnlyMapped(Mapped[_T]):
    pass


class PassiveFlag:
    PASSIVE_NO_RESULT, PASSIVE_OFF, PASSIVE_NO_INITIALIZE = 0, 1, 2


def is_mapped_class(value):
    return isinstance(value, type) and "__mapper__" in value.__dict__


def instance_state(instance):
    return instance.__dict__["_sa_instance_state"]
