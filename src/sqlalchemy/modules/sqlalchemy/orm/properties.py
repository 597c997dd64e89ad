"""What the attributes of a mapped class may be, but for relationships."""
from typing import TypeVar

from sqlalchemy.orm.base import Mapped
from sqlalchemy.orm.interfaces import MapperProperty, PropComparator

_NOT_GIVEN = object()
_T = TypeVar("_T")
# Arguments of mapped_column() that are about the attribute; the others are a Column's.
_ATTRIBUTE_ARGUMENTS = (
    "init", "repr", "compare", "kw_only", "hash", "default_factory", "insert_default", "deferred", "deferred_group",
    "deferred_raiseload", "use_existing_column", "active_history", "sort_order", "name", "type_", "default", "nullable",
    "dataclass_metadata",
)


class MappedColumn(Mapped[_T], MapperProperty):
    """mapped_column(…): a column whose type and nullability the annotation may say."""

    def __init__(self, *arguments, **keywords):
        from sqlalchemy import Column

        self.options = {name: keywords.pop(name) for name in _ATTRIBUTE_ARGUMENTS if name in keywords}
        given = {name: self.options[name] for name in ("name", "type_", "nullable") if name in self.options}
        if given.get("name", "") is None:
            del given["name"]
        if given.get("type_", "") is None:
            del given["type_"]
        self.has_nullable = "nullable" in self.options
        if given.get("nullable", "") is None:
            del given["nullable"]
            self.has_nullable = False
        default = self.options.get("insert_default", self.options.get("default", _NOT_GIVEN))
        if default is not _NOT_GIVEN and (default is not None or "insert_default" in self.options):
            given["default"] = default
        elif default is None:
            given["default"] = None
        if not self.has_nullable and keywords.get("primary_key"):
            given.setdefault("nullable", False)
        self.arguments = arguments
        self.column = Column(*arguments, **given, **keywords)
        self.sort_order = self.options.get("sort_order", 0)
        self.key = None

    @property
    def expression(self):
        return self.column

    def __clause_element__(self):
        return self.column

    def copied(self):
        made = MappedColumn.__new__(MappedColumn)
        made.__dict__.update(self.__dict__)
        made.column = self.column._copy()
        return made

    @property
    def has_type(self):
        from sqlalchemy.types import NullType

        return not isinstance(self.column.type, NullType)

    def __getattr__(self, name):
        if name.startswith("__") or name == "column":
            raise AttributeError(name)
        return getattr(self.column, name)


def mapped_column(*arguments, **keywords):
    return MappedColumn(*arguments, **keywords)


def orm_insert_sentinel(name=None, type_=None, **keywords):
    return MappedColumn(name, type_, **keywords) if name else MappedColumn(**keywords)


class ColumnProperty(Mapped[_T], MapperProperty):
    """column_property(…) and deferred(…): a column, or an expression that is read with the row."""

    Comparator = PropComparator

    def __init__(self, column, *more, **options):
        self.columns = [getattr(column, "column", column), *more]
        self.options = options
        self.deferred = options.get("deferred", False)

    @property
    def expression(self):
        column = self.columns[0]
        return column.__clause_element__() if hasattr(column, "__clause_element__") else column

    def __clause_element__(self):
        return self.expression

    def __getattr__(self, name):
        if name.startswith("__") or name == "columns":
            raise AttributeError(name)
        return getattr(self.expression, name)


MappedSQLExpression = ColumnProperty


def column_property(column, *more, **options):
    return ColumnProperty(column, *more, **options)


def deferred(column, *more, **options):
    options.setdefault("deferred", True)
    if isinstance(column, MappedColumn):
        return column
    return ColumnProperty(column, *more, **options)


def query_expression(default_expr=None, **options):
    from sqlalchemy import null

    return ColumnProperty(null() if default_expr is None else default_expr, **options)


class Synonym(Mapped[_T], MapperProperty):
    def __init__(self, name, **options):
        self.name, self.options = name, options

    def __get__(self, instance, owner=None):
        return getattr(owner if instance is None else instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, value)


SynonymProperty = Synonym


def synonym(name, map_column=None, descriptor=None, **options):
    return Synonym(name, **options)


class Composite(Mapped[_T], MapperProperty):
    """Several columns as one value."""

    Comparator = PropComparator

    def __init__(self, class_=None, *attributes, **options):
        self.composite_class, self.parts, self.options = class_, attributes, options

    def _keys(self, owner):
        keys = []
        for part in self.parts:
            if isinstance(part, str):
                keys.append(part)
            else:
                column = getattr(part, "column", part)
                keys.append(owner.__mapper__.key_of(column))
        return keys

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = [getattr(instance, key) for key in self._keys(owner)]
        return None if all(value is None for value in values) else self.composite_class(*values)

    def __set__(self, instance, value):
        keys = self._keys(type(instance))
        values = [None] * len(keys) if value is None else _composite_values(value)
        for key, one in zip(keys, values):
            setattr(instance, key, one)


def _composite_values(value):
    if hasattr(value, "__composite_values__"):
        return value.__composite_values__()
    return [getattr(value, name) for name in value.__dataclass_fields__]


CompositeProperty = Composite


def composite(class_=None, *attributes, **options):
    return Composite(class_, *attributes, **options)
