"""The base of db.Model: names of tables from the names of classes, a MetaData for each bind key."""
import re

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
        if state.transient:
            shown = "(transient {})".format(id(self))
        elif state.pending:
            shown = "(pending {})".format(id(self))
        else:
            shown = ", ".join(str(value) for value in state.identity)
        return "<{} {}>".format(type(self).__name__, shown)


def camel_to_snake_case(name):
    return re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name).lower().lstrip("_")


def _is_declarative(base):
    return isinstance(base, (DeclarativeMeta, DeclarativeAttributeIntercept)) or issubclass(base, DeclarativeBaseNoMeta)


def should_set_tablename(cls):
    """Whether a class has a name of its own: not where it or a mixin says one, and not where there is no table."""
    if cls.__dict__.get("__abstract__", False):
        return False
    if not issubclass(cls, (DeclarativeBase, DeclarativeBaseNoMeta)) and not any(
        isinstance(base, DeclarativeMeta) for base in cls.__mro__[1:]
    ):
        return False
    if any(base in (DeclarativeBase, DeclarativeBaseNoMeta) for base in cls.__bases__):
        return False
    for base in cls.__mro__:
        if "__tablename__" not in base.__dict__:
            continue
        if isinstance(base.__dict__["__tablename__"], declared_attr):
            return False
        return base is not cls and not base.__dict__.get("__abstract__", False) and _is_declarative(base)
    return True


def _set_metadata(cls):
    metadata = cls.__fsa__._make_metadata(getattr(cls, "__bind_key__", None))
    if metadata is not getattr(cls, "metadata", None):
        cls.metadata = metadata


def _says_its_metadata(cls):
    return "metadata" in cls.__dict__ or "__table__" in cls.__dict__


def _table_for(cls, *args, **options):
    """The table of a class, or None for one that has no primary key and shares its parent's."""
    schema = options.get("schema")
    name = args[0] if schema is None else "{}.{}".format(schema, args[0])
    if name in cls.metadata.tables:
        return Table(*args, **options)
    for item in args:
        if isinstance(item, PrimaryKeyConstraint) or isinstance(item, Column) and item.primary_key:
            return Table(*args, **options)
    if not any("__table__" in base.__dict__ for base in cls.__mro__[1:-1]):
        return Table(*args, **options)
    if "__tablename__" in cls.__dict__:
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
        if should_set_tablename(cls):
            cls.__tablename__ = camel_to_snake_case(cls.__name__)
        super().__init__(name, bases, members, **options)

    __table_cls__ = _table_for


class NameMixin:
    @classmethod
    def __init_subclass__(cls, **options):
        if should_set_tablename(cls):
            cls.__tablename__ = camel_to_snake_case(cls.__name__)
        super().__init_subclass__(**options)

    __table_cls__ = classmethod(_table_for)


class DefaultMeta(BindMetaMixin, NameMetaMixin, DeclarativeMeta):
    pass


class DefaultMetaNoName(BindMetaMixin, DeclarativeMeta):
    pass
