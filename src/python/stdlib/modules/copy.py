"""Copies, shallow and deep."""
__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
_atomic = (
    type(None), int, float, bool, complex, str, bytes, type, range, slice, property, type(len), type(lambda: 0),
    type(Ellipsis), type(NotImplemented),
)


def _is_atomic(cls):
    # A value of an import that nobody could resolve has no parts.
    if cls.__name__ == "unresolved" and cls.__module__ == "builtins":
        return True
    return cls in _atomic or issubclass(cls, type) or cls.__module__ in ("datetime", "decimal", "uuid", "zoneinfo")


def _rebuild(x, reduced, memo):
    deep = memo is not None
    if isinstance(reduced, str):
        return x
    func, args, state, items, pairs = (list(reduced) + [None] * 5)[:5]
    if deep and args:
        args = tuple(deepcopy(a, memo) for a in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                y.__dict__.update(state)
            for key, value in (slots or {}).items():
                setattr(y, key, value)
    for item in items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        y[key] = value
    return y


def _reduce(x, cls):
    if isinstance(x, tuple) and hasattr(cls, "__getnewargs__"):
        return cls, (), None, None, None
    for method in ("__reduce_ex__", "__reduce__"):
        found = getattr(cls, method, None)
        if found is not None and found is not getattr(object, method, None):
            return found(x, 4) if method == "__reduce_ex__" else found(x)
    return None


def _plain_new(cls, x, convert):
    """A new instance with the same attributes, made without calling __init__."""
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = tuple(convert(a) for a in x.args)
    elif isinstance(x, dict):
        y = cls.__new__(cls)
        for key, value in x.items():
            dict.__setitem__(y, convert(key), convert(value))
    elif isinstance(x, list):
        y = cls.__new__(cls)
        list.extend(y, [convert(item) for item in x])
    elif isinstance(x, tuple):
        y = tuple.__new__(cls, [convert(item) for item in x])
    elif isinstance(x, (set, frozenset)):
        y = cls([convert(item) for item in x])
    elif isinstance(x, (int, float, str, bytes)):
        base = next(b for b in (int, float, str, bytes) if isinstance(x, b))
        y = base.__new__(cls, x)
    else:
        y = cls.__new__(cls, *x.__getnewargs__()) if hasattr(x, "__getnewargs__") else object.__new__(cls)
    return y


def _attributes(x, y, convert):
    if hasattr(x, "__getstate__") and "__getstate__" in _names(type(x)):
        state = convert(x.__getstate__())
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        elif state:
            y.__dict__.update(state)
        return
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(y, name, convert(getattr(x, name)))
    own = getattr(x, "__dict__", None)
    if own:
        for name, value in list(own.items()):
            y.__dict__[name] = convert(value)


def _names(cls):
    return {name for base in cls.__mro__ if base is not object for name in base.__dict__}


def copy(x):
    cls = type(x)
    if _is_atomic(cls) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduce(x, cls) if not isinstance(x, (tuple, BaseException)) else None
    if reduced is not None:
        return _rebuild(x, reduced, None)
    if cls.__name__ in ("generator", "coroutine", "async_generator", "module", "frame") and cls.__module__ == "builtins":
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    y = _plain_new(cls, x, lambda value: value)
    _attributes(x, y, lambda value: value)
    return y


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if _is_atomic(cls):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        y = []
        memo[key] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        parts = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(x, parts)) else tuple(parts)
    elif cls in (set, frozenset, bytearray):
        y = cls(deepcopy(item, memo) for item in x)
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            y = method(x, memo)
        else:
            reduced = _reduce(x, cls) if not isinstance(x, (tuple, BaseException)) else None
            if reduced is not None:
                y = _rebuild(x, reduced, memo)
            else:
                def convert(value):
                    return deepcopy(value, memo)

                if isinstance(x, (dict, list, tuple, set, frozenset)) or isinstance(x, BaseException):
                    y = _plain_new(cls, x, convert)
                    memo[key] = y
                else:
                    y = _plain_new(cls, x, convert)
                    memo[key] = y
                _attributes(x, y, convert)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y
