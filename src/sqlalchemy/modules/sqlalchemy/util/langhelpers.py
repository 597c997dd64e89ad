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


class hybridproperty:
    """What the class gives where it is asked of the class, and the instance of an instance."""

    def __init__(self, func):
        self.func = self.clslevel = func

    def __get__(self, instance, owner):
        return self.clslevel(owner) if instance is None else self.func(instance)

    def classlevel(self, func):
        self.clslevel = func
        return self


class hybridmethod(hybridproperty):
    def __get__(self, instance, owner):
        if instance is None:
            return self.clslevel.__get__(owner, owner.__class__)
        return self.func.__get__(instance, owner)


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
