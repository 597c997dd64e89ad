"""What `typing` has by now, under the name that older scripts know."""
import typing
from typing import *
from typing import (
    AbstractSet, Annotated, Any, AnyStr, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable,
    ClassVar, Collection, Concatenate, Container, Coroutine, Counter, DefaultDict, Deque, Dict, Final,
    ForwardRef, FrozenSet, Generator, Generic, Hashable, ItemsView, Iterable, Iterator, KeysView, List, Literal,
    LiteralString, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, NamedTuple, Never,
    NewType, NoReturn, NotRequired, Optional, OrderedDict, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
    Protocol, Required, Reversible, Self, Sequence, Set, Sized, SupportsAbs, SupportsBytes, SupportsComplex,
    SupportsFloat, SupportsIndex, SupportsInt, SupportsRound, Text, Tuple, Type, TypeAlias, TypedDict, TypeGuard,
    TypeVar, TypeVarTuple, TYPE_CHECKING, Union, Unpack, ValuesView, assert_never, assert_type, cast,
    clear_overloads, dataclass_transform, final, get_args, get_origin, get_overloads, get_type_hints,
    is_typeddict, no_type_check, overload, reveal_type, runtime_checkable,
)

runtime = runtime_checkable
ReadOnly = typing._SpecialForm("ReadOnly", typing._one("ReadOnly"))
TypeIs = typing._SpecialForm("TypeIs", typing._one("TypeIs"))
TypeForm = typing._SpecialForm("TypeForm", typing._one("TypeForm"))
NoDefault = object()


def __getattr__(name):
    return getattr(typing, name)


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

    def __repr__(self):
        return self.__name__


class Doc:
    def __init__(self, documentation, /):
        self.documentation = documentation


def override(arg, /):
    try:
        arg.__override__ = True
    except (AttributeError, TypeError):
        pass
    return arg


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        arg.__deprecated__ = self.message
        return arg


def get_protocol_members(tp, /):
    return frozenset(typing._protocol_members(tp))


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol
