import warnings


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__doc__ = doc or fget.__doc__
        self.__name__ = fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        obj.__dict__[self.__name__] = result = self.fget(obj)
        return result


class classproperty:
    def __init__(self, fget, *ignored):
        self.fget = fget
        self.__doc__ = fget.__doc__

    def __get__(self, instance, owner):
        return self.fget(owner)


class symbol(int):
    def __new__(cls, name, doc=None, canonical=None):
        made = super().__new__(cls, hash(name) if canonical is None else canonical)
        made.name = name
        return made

    def __repr__(self):
        return "symbol({!r})".format(self.name)


def asbool(obj):
    if isinstance(obj, str):
        text = obj.strip().lower()
        if text in ("true", "yes", "on", "y", "t", "1"):
            return True
        if text in ("false", "no", "off", "n", "f", "0"):
            return False
        raise ValueError("String is not true/false: {!r}".format(text))
    return bool(obj)


def asint(value):
    return value if value is None else int(value)


def warn(msg, code=None):
    from sqlalchemy import exc

    warnings.warn(msg, exc.SAWarning, stacklevel=2)
