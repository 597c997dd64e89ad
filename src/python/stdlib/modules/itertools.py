"""Iterators made of iterators."""
from operator import index as _index

_missing = object()


class count:
    def __init__(self, start=0, step=1):
        for given in (start, step):
            if not hasattr(given, "__add__") or isinstance(given, (str, bytes, list, tuple)):
                raise TypeError("a number is required")
        self._at, self._step = int(start) if isinstance(start, bool) else start, step

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        self._at = at + self._step
        return at

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._at!r})"
        return f"count({self._at!r}, {self._step!r})"


class repeat:
    def __init__(self, object, times=None):
        self._object, self._times = object, times if times is None else max(_index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r})" if self._times is None else f"repeat({self._object!r}, {self._times})"


class _Wrapped:
    """A class around a generator, so that scripts see a type of this name."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class chain(_Wrapped):
    def __init__(self, /, *iterables):
        self._items = self._run(iterables)

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from iterable

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._items = cls._run(iterable)
        return made


class cycle(_Wrapped):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        saved = []
        for item in iterator:
            yield item
            saved.append(item)
        while saved:
            yield from saved


class accumulate(_Wrapped):
    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._run(iter(iterable), func, initial)

    @staticmethod
    def _run(iterator, func, initial):
        total = initial
        if initial is None:
            for total in iterator:
                break
            else:
                return
        yield total
        for item in iterator:
            total = total + item if func is None else func(total, item)
            yield total


class compress(_Wrapped):
    def __init__(self, data, selectors):
        self._items = (d for d, s in zip(data, selectors) if s)


class dropwhile(_Wrapped):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                yield item
                break
        yield from iterator


class takewhile(_Wrapped):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                return
            yield item


class filterfalse(_Wrapped):
    def __init__(self, function, iterable, /):
        if function is None:
            function = bool
        self._items = (item for item in iterable if not function(item))


class starmap(_Wrapped):
    def __init__(self, function, iterable, /):
        self._items = (function(*(args if type(args) is tuple else tuple(args))) for args in iterable)


class islice(_Wrapped):
    def __init__(self, iterable, start, stop=_missing, step=1, /):
        if stop is _missing:
            start, stop = 0, start
        start = 0 if start is None else start
        step = 1 if step is None else step
        if stop is not None and (not isinstance(stop, int) or stop < 0):
            raise ValueError(
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not isinstance(start, int) or start < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not isinstance(step, int) or step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._items = self._run(iter(iterable), start, stop, step)

    @staticmethod
    def _run(iterator, start, stop, step):
        at = 0
        wanted = start
        while stop is None or wanted < stop:
            for item in iterator:
                at += 1
                if at > wanted:
                    break
            else:
                return
            yield item
            wanted += step
        # What lies before the end is consumed, even where the step jumps over it.
        while stop is not None and at < stop:
            for _ in iterator:
                break
            else:
                return
            at += 1


class pairwise(_Wrapped):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        for before in iterator:
            break
        else:
            return
        for item in iterator:
            yield before, item
            before = item


class zip_longest(_Wrapped):
    def __init__(self, /, *iterables, fillvalue=None):
        self._items = self._run([iter(it) for it in iterables], fillvalue)

    @staticmethod
    def _run(iterators, fill):
        open_ones = len(iterators)
        while open_ones:
            row = []
            for i, iterator in enumerate(iterators):
                item = fill
                if iterator is not None:
                    for item in iterator:
                        break
                    else:
                        item = fill
                        iterators[i] = None
                        open_ones -= 1
                        if not open_ones:
                            return
                row.append(item)
            yield tuple(row)


class product(_Wrapped):
    def __init__(self, /, *iterables, repeat=1):
        if _index(repeat) < 0:
            raise ValueError("repeat argument cannot be negative")
        self._items = self._run([tuple(it) for it in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if any(not pool for pool in pools):
            return
        at = [0] * len(pools)
        while True:
            yield tuple(pool[i] for pool, i in zip(pools, at))
            for place in reversed(range(len(pools))):
                at[place] += 1
                if at[place] < len(pools[place]):
                    break
                at[place] = 0
            else:
                return


class permutations(_Wrapped):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and not isinstance(r, int):
            raise TypeError("Expected int as r")
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        if r > len(pool):
            return
        chosen = []

        def extend():
            if len(chosen) == r:
                yield tuple(pool[i] for i in chosen)
                return
            for i in range(len(pool)):
                if i not in chosen:
                    chosen.append(i)
                    yield from extend()
                    chosen.pop()

        yield from extend()


class combinations(_Wrapped):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if _index(r) < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        at = list(range(r))
        while True:
            yield tuple(pool[i] for i in at)
            place = r - 1
            while place >= 0 and at[place] == place + n - r:
                place -= 1
            if place < 0:
                return
            at[place] += 1
            for later in range(place + 1, r):
                at[later] = at[later - 1] + 1


class combinations_with_replacement(_Wrapped):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if not n and r:
            return
        at = [0] * r
        while True:
            yield tuple(pool[i] for i in at)
            place = r - 1
            while place >= 0 and at[place] == n - 1:
                place -= 1
            if place < 0:
                return
            at[place:] = [at[place] + 1] * (r - place)


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._have = False
        self._value = self._current = self._group_key = _missing
        self._generation = 0

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._iterator)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._generation += 1
        while self._current is _missing or (
            self._group_key is not _missing and self._current == self._group_key
        ):
            self._advance()
            if self._group_key is _missing:
                break
        self._group_key = self._current
        return self._group_key, self._group(self._group_key, self._generation)

    def _group(self, key, generation):
        while self._generation == generation and self._current == key:
            yield self._value
            if self._generation != generation:
                return
            try:
                self._advance()
            except StopIteration:
                self._group_key = _missing
                self._current = _missing
                self._iterator = iter(())
                return


class _tee(_Wrapped):
    def __init__(self, items):
        self._items = items


def tee(iterable, n=2, /):
    if _index(n) < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def items(own):
        while True:
            if not own:
                try:
                    value = next(iterator)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(value)
            yield own.pop(0)

    return tuple(_tee(items(queue)) for queue in queues)
