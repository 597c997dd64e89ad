"""Values that say when they are changed in place."""
from _system import is_unresolved

_associated = []  # (type, class of its values)


class MutableBase:
    def _limbeck_belongs(self, instance, key):
        parents = self.__dict__.setdefault("_limbeck_parents", [])
        if not any(one is instance and name == key for one, name in parents):
            parents.append((instance, key))

    def changed(self):
        from sqlalchemy.orm.attributes import flag_modified

        for instance, key in self.__dict__.get("_limbeck_parents", ()):
            if instance.__dict__.get(key) is self:
                flag_modified(instance, key)

    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError("Attribute '{}' does not accept objects of type {}".format(key, type(value)))


class Mutable(MutableBase):
    @classmethod
    def as_mutable(cls, sqltype):
        if is_unresolved(sqltype):
            return sqltype
        made = sqltype() if isinstance(sqltype, type) else sqltype
        _associated.append((made, cls))
        return made

    @classmethod
    def associate_with(cls, sqltype):
        _associated.append((sqltype, cls))

    @classmethod
    def associate_with_attribute(cls, attribute):
        _associated.append((attribute.property.columns[0].type, cls))


def class_of_values(type_):
    """What as_mutable() or associate_with() said of a column's type; None where neither did."""
    for known, cls in reversed(_associated):
        if isinstance(type_, known) if isinstance(known, type) else type_ is known:
            return cls
    return None


class MutableComposite(MutableBase):
    pass


class _OfPlain(Mutable):
    """Takes values of the plain class that it stands for."""

    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        return cls(value) if isinstance(value, cls._plain) else super().coerce(key, value)


def _telling(base, *names):
    """A class whose methods of these names say that something changed."""

    def telling(name):
        original = getattr(base, name)

        def method(self, *arguments, **keywords):
            result = original(self, *arguments, **keywords)
            self.changed()
            return self if result is None and name.startswith("__i") else result

        method.__name__ = name
        return method

    return type("_Telling", (base,), {name: telling(name) for name in names})


class MutableDict(
    _OfPlain, _telling(dict, "__setitem__", "__delitem__", "__ior__", "setdefault", "update", "pop", "popitem", "clear")
):
    _plain = dict


class MutableList(
    _OfPlain,
    _telling(
        list, "__setitem__", "__delitem__", "__iadd__", "append", "extend", "insert", "pop", "remove", "clear", "sort",
        "reverse",
    ),
):
    _plain = list


class MutableSet(
    _OfPlain,
    _telling(
        set, "__ior__", "__iand__", "__isub__", "__ixor__", "update", "intersection_update", "difference_update",
        "symmetric_difference_update", "add", "remove", "discard", "pop", "clear",
    ),
):
    _plain = set
