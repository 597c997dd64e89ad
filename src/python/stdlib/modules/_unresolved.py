"""What functions of texts make of a value that nobody knows: that value again."""
from _system import is_unresolved


def _found(values):
    for value in values:
        if is_unresolved(value):
            return value
        if type(value) in (list, tuple, dict):
            found = _found(value.values() if type(value) is dict else value)
            if found is not None:
                return found


def passes_on(function):
    def called(*args, **kwargs):
        found = _found((args, kwargs))
        return function(*args, **kwargs) if found is None else found

    called.__name__ = called.__qualname__ = function.__name__
    called.__doc__, called.__module__, called.__wrapped__ = function.__doc__, function.__module__, function
    return called
