"""The attributes of mapped classes: SQL on the class, values on its instances."""
from typing import TypeVar

from sqlalchemy import exc
from sqlalchemy.orm.base import Mapped, instance_state

_T = TypeVar("_T")

_OPERATORS = (
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __and__ __or__ "
    "__xor__ __lshift__ __rshift__ __radd__ __rsub__ __rmul__ __rtruediv__ __rmod__ __neg__ __invert__ __getitem__"
).split()


class QueryableAttribute(Mapped[_T]):
    """An attribute that stands for an expression."""

    inherit_cache = True

    def __init__(self, class_, key, expression=None):
        self.class_, self.key = class_, key
        self._expression = expression

    @property
    def parent(self):
        return self.class_.__mapper__

    @property
    def expression(self):
        return self._expression

    @property
    def comparator(self):
        return self

    @property
    def property(self):
        return self.class_.__mapper__.attrs[self.key]

    prop = property

    def __clause_element__(self):
        return self.expression

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.expression, name)

    def __hash__(self):
        return id(self)

    def __str__(self):
        return "{}.{}".format(self.class_.__name__, self.key)

    __repr__ = __str__

    def of_type(self, class_):
        return self

    def and_(self, *criteria):
        return self

    def adapted(self, class_, expression):
        """The same attribute of an alias."""
        return QueryableAttribute(class_, self.key, expression)


def _operator(name):
    def operate(self, *others):
        return getattr(self.expression, name)(*others)

    operate.__name__ = name
    return operate


for _name in _OPERATORS:
    setattr(QueryableAttribute, _name, _operator(_name))


class InstrumentedAttribute(QueryableAttribute[_T]):
    """Of a column."""

    def __get__(self, instance, owner=None):
        if instance is None:
            return self if owner is None or owner is self.class_ else _of_subclass(self, owner)
        values = instance.__dict__
        value = values[self.key] if self.key in values else instance_state(instance).load(instance, self.key)
        return value if value is None else self._telling(instance, value)

    def __set__(self, instance, value):
        state = instance_state(instance)
        value = state.mapper.validated(instance, self.key, value)
        state.changed(instance, self.key)
        instance.__dict__[self.key] = value
        self._telling(instance, value)

    def _telling(self, instance, value):
        """A value that can be changed in place, where its type was made to say so (sqlalchemy.ext.mutable)."""
        cls = instance_state(instance).mapper.mutables.get(self.key)
        if cls is None:
            return value
        made = cls.coerce(self.key, value)
        if made is not None:
            instance.__dict__[self.key] = made
            made._limbeck_belongs(instance, self.key)
        return made

    def __delete__(self, instance):
        self.__set__(instance, None)


def _of_subclass(attribute, owner):
    if not issubclass(owner, attribute.class_) or "__mapper__" not in owner.__dict__:
        return attribute
    return attribute


class AttributeEvents:
    pass


class AttributeEventToken:
    pass


class _History(tuple):
    added = property(lambda self: self[0])
    unchanged = property(lambda self: self[1])
    deleted = property(lambda self: self[2])

    def has_changes(self):
        return bool(self[0] or self[2])


History = _History


def get_history(obj, key, passive=None):
    state = instance_state(obj)
    now = obj.__dict__.get(key)
    if key not in state.committed:
        return _History(((), [now], ()))
    return _History(([now], (), [state.committed[key]]))


def flag_modified(instance, key):
    state = instance_state(instance)
    if key not in instance.__dict__:  # it would be written as None
        raise exc.InvalidRequestError("Can't flag attribute '{}' modified; it's not present in the object state".format(key))
    state.changed(instance, key)
    state.flagged.add(key)


def flag_dirty(instance):
    pass


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def get_attribute(instance, key):
    return getattr(instance, key)


def set_committed_value(instance, key, value):
    instance.__dict__[key] = value


def init_collection(obj, key):
    obj.__dict__[key] = []
    return obj.__dict__[key]


class _Symbol:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


NO_VALUE = _Symbol("NO_VALUE")
NEVER_SET = NO_VALUE
PASSIVE_NO_INITIALIZE = PASSIVE_OFF = PASSIVE_NO_FETCH = None
