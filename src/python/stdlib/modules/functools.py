"""Functions that take and give functions."""
from _system import is_instance, is_unresolved
from types import GenericAlias

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
    "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
    "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            # What hangs on an import that nobody could resolve has no name to take over.
            if not is_unresolved(value):
                setattr(wrapper, name, value)
    for name in updated:
        value = getattr(wrapped, name, {})
        if not is_unresolved(value):
            getattr(wrapper, name).update(value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_missing = object()


def reduce(*given, **keywords):
    if keywords:
        raise TypeError("reduce() takes no keyword arguments")
    if not 2 <= len(given) <= 3:
        few = len(given) < 2
        raise TypeError(f"reduce expected at {'least 2' if few else 'most 3'} arguments, got {len(given)}")
    function, iterable, initial = given if len(given) == 3 else (*given, _missing)
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


class partial:
    """A function with some of its arguments given."""

    def __new__(cls, func=None, /, *args, **keywords):
        if func is None:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if is_instance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(x) for x in self.args)
        parts.extend(f"{k}={v!r}" for k, v in self.keywords.items())
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        return f"{name}({', '.join(parts)})"

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


class partialmethod:
    """The same for methods."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        bound = self.func.__get__(obj, cls) if hasattr(self.func, "__get__") else self.func
        return partial(bound, *self.args, **self.keywords)


class _CacheInfo(tuple):
    __slots__ = ()
    _fields = ("hits", "misses", "maxsize", "currsize")

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])


def _make_key(args, kwds, typed):
    # A number or a text alone is its own key: 1 and 1.0 are kept apart where they are the only argument.
    if not kwds and not typed and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    key = args
    if kwds:
        key += (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(v) for v in args)
        key += tuple(type(v) for v in kwds.values())
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _lru_wrapper(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _lru_wrapper(function, maxsize, typed)


def _lru_wrapper(function, maxsize, typed):
    found = {}
    hits = misses = 0

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        key = _make_key(args, kwds, typed)
        if key in found:
            hits += 1
            value = found[key]
            if maxsize is not None:
                # What was used last stands last.
                del found[key]
                found[key] = value
            return value
        misses += 1
        value = function(*args, **kwds)
        if maxsize == 0:
            return value
        if maxsize is not None and len(found) >= maxsize and key not in found:
            del found[next(iter(found))]
        found[key] = value
        return value

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(found)))

    def cache_clear():
        nonlocal hits, misses
        found.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once for each instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            store = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None
        if self.attrname not in store:
            store[self.attrname] = self.func(instance)
        return store[self.attrname]

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


def _from_lt(name):
    def gt(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def le(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else result or self == other

    def ge(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result

    return {"__gt__": gt, "__le__": le, "__ge__": ge}[name]


def _from_le(name):
    def ge(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result or self == other

    def lt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else result and self != other

    def gt(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result

    return {"__ge__": ge, "__lt__": lt, "__gt__": gt}[name]


def _from_gt(name):
    def lt(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not (result or self == other)

    def ge(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else result or self == other

    def le(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result

    return {"__lt__": lt, "__ge__": ge, "__le__": le}[name]


def _from_ge(name):
    def le(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result or self == other

    def gt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else result and self != other

    def lt(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result

    return {"__le__": le, "__gt__": gt, "__lt__": lt}[name]


def total_ordering(cls):
    makers = {"__lt__": _from_lt, "__le__": _from_le, "__gt__": _from_gt, "__ge__": _from_ge}
    defined = [op for op in makers if getattr(cls, op, None) is not getattr(object, op, None)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # __lt__ before __le__ before __gt__ before __ge__, as CPython prefers them.
    root = max(defined)
    for op in makers:
        if op not in defined:
            method = makers[root](op)
            method.__name__ = op
            setattr(cls, op, method)
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base is not object and base in registry:
                return registry[base]
        best = None
        for known in registry:
            if known is not object and issubclass(cls, known) and (best is None or issubclass(known, best)):
                best = known
        return registry[best or object]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            cls = next(iter(annotations.values()))
            if not isinstance(cls, type) and not hasattr(cls, "__args__"):
                raise TypeError(
                    f"Invalid annotation for {next(iter(annotations))!r}. {cls!r} is not a class.")
        for each in getattr(cls, "__args__", None) or (cls,):
            registry[each] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{wrapper.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        return update_wrapper(_method, self.func)
