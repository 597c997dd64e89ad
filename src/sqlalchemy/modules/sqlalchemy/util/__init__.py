"""The small helpers that scripts and models borrow."""
from sqlalchemy.util.langhelpers import (
    asbool, asint, classproperty, hybridmethod, hybridproperty, memoized_property, symbol, warn,
)

OrderedDict = dict
column_dict = dict
column_set = set


class immutabledict(dict):
    def _refuse(self, *arguments, **named):
        raise TypeError("immutabledict object is immutable")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refuse

    def union(self, other=None, **named):
        return immutabledict({**self, **(other or {}), **named})

    merge_with = union

    def __or__(self, other):
        return immutabledict({**self, **other})

    def __repr__(self):
        return "immutabledict({})".format(super().__repr__())


class OrderedSet(set):
    """Sets here keep their order anyway."""

    def append(self, element):
        self.add(element)

    def __getitem__(self, place):
        return list(self)[place]


ordered_column_set = OrderedSet
EMPTY_DICT = immutabledict()
EMPTY_SET = frozenset()
NONE_SET = frozenset([None])

# As they were called before 1.4.
text_type = str
string_types = (str,)
int_types = (int,)
binary_type = bytes


def to_list(x, default=None):
    if x is None:
        return default
    if isinstance(x, (str, bytes)) or not hasattr(x, "__iter__"):
        return [x]
    return x if isinstance(x, list) else list(x)


def to_set(x):
    if x is None:
        return set()
    return x if isinstance(x, set) else set(to_list(x))


def await_only(awaitable):
    from asyncio import run

    return run(awaitable)


await_fallback = await_only
