from collections import abc
from collections.abc import Mapping, Sequence, Iterable, Hashable, Callable, MutableMapping, Iterator, Sized

for value in ([], (), "", {}, set(), frozenset(), range(3), iter([]), (x for x in []), len, 5, b"", None):
    print(
        type(value).__name__,
        [c.__name__ for c in (Iterable, Iterator, Sized, Sequence, Mapping, Hashable, Callable, abc.Set,
                              abc.MutableSequence, abc.Collection, abc.Container, abc.Reversible, abc.Generator)
         if isinstance(value, c)],
    )


class Keyed(Mapping):
    def __init__(self, **data):
        self._data = data

    def __getitem__(self, key):
        return self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


k = Keyed(a=1, b=2)
print(dict(k), k.get("zz", 0), "a" in k, list(k.items()), k == {"a": 1, "b": 2}, list(k.values()))


class Store(MutableMapping, Keyed):
    def __setitem__(self, key, value):
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]


s = Store(x=1)
s.update(y=2)
s.setdefault("z", 3)
print(s.pop("x"), dict(s), s.pop("nope", None), len(s))
try:
    Mapping()
except TypeError as error:
    print(error)


class Squares(Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * i


print(list(Squares()), 9 in Squares(), Squares().index(4), list(reversed(Squares())), Squares().count(1))
