"""Types whose values may change in place: the types themselves."""
from _system import is_unresolved


class MutableBase:
    def changed(self):
        pass


class Mutable(MutableBase):
    @classmethod
    def as_mutable(cls, sqltype):
        return sqltype() if not is_unresolved(sqltype) and isinstance(sqltype, type) else sqltype

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def associate_with_attribute(cls, attribute):
        pass

    @classmethod
    def coerce(cls, key, value):
        return value


class MutableComposite(MutableBase):
    pass


class MutableDict(Mutable, dict):
    pass


class MutableList(Mutable, list):
    pass


class MutableSet(Mutable, set):
    pass
