"""The base of db.Model: names of tables from the names of classes, a MetaData for each bind key."""
from sqlalchemy import Column, PrimaryKeyConstraint, Table, inspect
from sqlalchemy.orm import DeclarativeBase, DeclarativeBaseNoMeta, DeclarativeMeta, configure_mappers, declared_attr
from sqlalchemy.orm.decl_api import DeclarativeAttributeIntercept

from flask_sqlalchemy.query import Query


class _QueryProperty:
    def __get__(self, instance, owner):
        configure_mappers()
        return owner.query_class(owner, session=owner.__fsa__.session())


class Model:
    __fsa__ = None
    query_class = Query
    query = _QueryProperty()

    def __repr__(self):
        state = inspect(self)
        without_key = "transient" if state.transient else "pending" if state.pending else None
        key = "({} {})".format(without_key, id(self)) if without_key else ", ".join(map(str, state.identity))
        return "<{} {}>".format(type(self).__name__, key)


def _is_between(character, first, last):
    return first <= character <= last if character else False


def camel_to_snake_case(name):
    """A word begins at a capital after a small letter or a digit, and at the last of several capitals."""
    made = ""
    for at, letter in enumerate(name):
        before, after = name[:at][-1:], name[at + 1:][:1]
        begins = at and _is_between(after, "a", "z") or _is_between(before, "a", "z") or _is_between(before, "0", "9")
        made += "_" + letter if begins and _is_between(letter, "A", "Z") else letter
    return made.lower().lstrip("_")


def _is_declarative(base):
    return isinstance(base, (DeclarativeMeta, DeclarativeAttributeIntercept)) or issubclass(base, DeclarativeBaseNoMeta)


def _is_model(cls):
    """Whether a class is below a declarative base: that base itself is none."""
    if DeclarativeBase in cls.__bases__ or DeclarativeBaseNoMeta in cls.__bases__:
        return False
    parents = cls.__mro__[1:]
    return any(parent in (DeclarativeBase, DeclarativeBaseNoMeta) or isinstance(parent, DeclarativeMeta) for parent in parents)


def should_set_tablename(cls):
    """Whether a class has a name of its own: not where it or a mixin says one, and not where there is no table."""
    if vars(cls).get("__abstract__") or not _is_model(cls):
        return False
    named = next((each for each in cls.__mro__ if "__tablename__" in vars(each)), None)
    if named is None:
        return True
    if named is cls or vars(named).get("__abstract__") or isinstance(vars(named)["__tablename__"], declared_attr):
        return False
    # The name of a model that this one inherits from is that model's; a mixin's is meant for this one.
    return _is_declarative(named)


def _set_metadata(cls):
    metadata = cls.__fsa__._metadata_of(getattr(cls, "__bind_key__", None))
    if metadata is not getattr(cls, "metadata", None):
        cls.metadata = metadata


def _says_its_metadata(cls):
    return "metadata" in cls.__dict__ or "__table__" in cls.__dict__


def _name_table(cls):
    if should_set_tablename(cls):
        cls.__tablename__ = camel_to_snake_case(cls.__name__)


def _has_primary_key(items):
    return any(item.primary_key if isinstance(item, Column) else isinstance(item, PrimaryKeyConstraint) for item in items)


def _table_for(cls, name, *items, **options):
    """The table of a class, or None for one that has no primary key and shares its parent's."""
    schema = options.get("schema")
    is_known = (name if schema is None else "{}.{}".format(schema, name)) in cls.metadata.tables
    has_parent = any("__table__" in vars(parent) for parent in cls.__mro__[1:-1])
    if is_known or not has_parent or _has_primary_key(items):
        return Table(name, *items, **options)
    if "__tablename__" in vars(cls):
        del cls.__tablename__
    return None


class BindMetaMixin(type):
    def __init__(cls, name, bases, members, **options):
        if not _says_its_metadata(cls):
            _set_metadata(cls)
        super().__init__(name, bases, members, **options)


class BindMixin:
    @classmethod
    def __init_subclass__(cls, **options):
        if not _says_its_metadata(cls) and hasattr(cls, "__bind_key__"):
            _set_metadata(cls)
        super().__init_subclass__(**options)


class NameMetaMixin(type):
    def __init__(cls, name, bases, members, **options):
        _name_table(cls)
        super().__init__(name, bases, members, **options)

    __table_cls__ = _table_for


class NameMixin:
    @classmethod
    def __init_subclass__(cls, **options):
        _name_table(cls)
        super().__init_subclass__(**options)

    __table_cls__ = classmethod(_table_for)


class DefaultMeta(BindMetaMixin, NameMetaMixin, DeclarativeMeta):
    pass


class DefaultMetaNoName(BindMetaMixin, DeclarativeMeta):
    pass
