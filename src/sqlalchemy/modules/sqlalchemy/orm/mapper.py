"""What a mapped class and its table have in common."""
from _system import is_unresolved
from sqlalchemy import exc
from sqlalchemy.orm.base import is_mapped_class


class _Properties(dict):
    """Properties by name, which may be asked for as attributes."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __iter__(self):
        return iter(list(self.values()))


class _Columns(_Properties):
    def keys(self):
        return list(super().keys())


class Mapper:
    is_mapper = True
    non_primary = False

    def __init__(self, class_, table, inherits=None, options=None):
        options = options or {}
        self.class_, self.local_table, self.inherits = class_, table, inherits
        self.columns = _Columns(inherits.columns.items()) if inherits else _Columns()
        self.properties = dict(inherits.properties) if inherits else {}
        self.relationships = _Properties(inherits.relationships.items()) if inherits else _Properties()
        self.options = options
        self.polymorphic_identity = options.get("polymorphic_identity")
        self._polymorphic_on = options.get("polymorphic_on")
        self.polymorphic_map = inherits.polymorphic_map if inherits else {}
        if self.polymorphic_identity is not None:
            self.polymorphic_map[self.polymorphic_identity] = self
        self._validators = {}
        self._given_key = options.get("primary_key")
        self._mutables = None

    def __repr__(self):
        return "<Mapper at 0x{:x}; {}>".format(id(self), self.class_.__name__)

    def __str__(self):
        return "Mapper[{}({})]".format(self.class_.__name__, self.local_table.name)

    # ---- columns

    def add_column(self, name, column):
        self.columns[name] = column
        self.properties[name] = ColumnOf(self, name, column)
        self._mutables = None

    @property
    def c(self):
        return self.columns

    @property
    def primary_key(self):
        if self._given_key is not None:
            keys = self._given_key if isinstance(self._given_key, (list, tuple)) else [self._given_key]
            return tuple(getattr(key, "column", key) for key in keys)
        if self.inherits is not None:
            return self.inherits.primary_key
        return tuple(self.local_table.primary_key)

    def find_key(self, column):
        for name, known in self.columns.items():
            if known is column:
                return name
        return None

    def key_of(self, column):
        found = self.find_key(column)
        if found is None and self.inherits is not None:
            found = next((n for n, c in self.columns.items() if c.name == column.name), None)
        if found is None:
            raise exc.InvalidRequestError("Column {} is not mapped by {}".format(column, self))
        return found

    @property
    def tables(self):
        own = [self.local_table]
        return (self.inherits.tables + own if self.local_table is not self.inherits.local_table else self.inherits.tables) if self.inherits else own

    @property
    def persist_selectable(self):
        tables = self.tables
        joined = tables[0]
        for table in tables[1:]:
            joined = joined.join(table)
        return joined

    mapped_table = selectable = persist_selectable

    def column_values(self):
        """(attribute, column) of every column that a row has, each name once: a joined class's own last."""
        return list(self.columns.items())

    # ---- inheritance

    @property
    def polymorphic_on(self):
        given = self._polymorphic_on
        if given is None:
            return self.inherits.polymorphic_on if self.inherits else None
        if isinstance(given, str):
            return self.columns[given]
        return given.__clause_element__() if hasattr(given, "__clause_element__") else getattr(given, "column", given)

    @property
    def is_single(self):
        return self.inherits is not None and self.local_table is self.inherits.local_table

    @property
    def base_mapper(self):
        return self.inherits.base_mapper if self.inherits else self

    def self_and_descendants_identities(self):
        return [
            identity for identity, mapper in self.polymorphic_map.items() if issubclass(mapper.class_, self.class_)
        ]

    def class_for(self, row_identity):
        found = self.polymorphic_map.get(row_identity)
        return found.class_ if found is not None else self.class_

    # ---- what scripts ask

    @property
    def entity(self):
        return self.class_

    @property
    def attrs(self):
        return _Properties({**self.properties, **self.relationships}.items())

    @property
    def column_attrs(self):
        return _Properties(
            (name, prop) for name, prop in self.properties.items() if name in self.columns
        )

    @property
    def all_orm_descriptors(self):
        return _Properties((name, getattr(self.class_, name)) for name in self.attrs.keys())

    @property
    def iterate_properties(self):
        return iter(self.attrs)

    def get_property(self, key):
        found = self.attrs.get(key)
        if found is None:
            raise exc.InvalidRequestError("Mapper {!r} has no property {!r}".format(str(self), key))
        return found

    def has_property(self, key):
        return key in self.attrs

    def get_property_by_column(self, column):
        return self.properties[self.key_of(column)]

    def primary_key_from_instance(self, instance):
        return [getattr(instance, self.key_of(column)) for column in self.primary_key]

    def identity_key_from_instance(self, instance):
        return (self.base_mapper.class_, tuple(self.primary_key_from_instance(instance)))

    @property
    def mutables(self):
        """The class of the values of each attribute whose type sqlalchemy.ext.mutable knows."""
        if self._mutables is None:
            from sqlalchemy.ext.mutable import class_of_values

            found = {name: class_of_values(column.type) for name, column in self.columns.items()}
            self._mutables = {name: cls for name, cls in found.items() if cls is not None}
        return self._mutables

    # ---- @validates

    def find_validators(self):
        for base in reversed(self.class_.__mro__[:-1]):
            for member in base.__dict__.values():
                if is_unresolved(member):
                    continue
                for name in getattr(member, "_sa_validates", ()):
                    self._validators[name] = member

    def validated(self, instance, key, value):
        validator = self._validators.get(key)
        return value if validator is None else validator(instance, key, value)


class ColumnOf:
    """A mapper's property that is a column."""

    def __init__(self, parent, key, column):
        self.parent, self.key, self.columns = parent, key, [column]

    @property
    def expression(self):
        return self.columns[0]

    @property
    def class_attribute(self):
        return getattr(self.parent.class_, self.key)


def mapper(class_, local_table=None, **options):
    from sqlalchemy.orm.decl_api import registry

    return registry(metadata=getattr(local_table, "metadata", None)).map_imperatively(class_, local_table, **options)


def class_mapper(class_, configure=True):
    if isinstance(class_, Mapper):
        return class_
    if not is_mapped_class(class_):
        from sqlalchemy.orm.exc import UnmappedClassError

        raise UnmappedClassError(class_)
    return class_.__mapper__


def object_mapper(instance):
    return class_mapper(type(instance))


def configure_mappers():
    from sqlalchemy.orm.decl_scan import complete_backrefs

    complete_backrefs()


def clear_mappers():
    pass


def reconstructor(function):
    return function


def validates(*names, include_removes=False, include_backrefs=True):
    def decorate(function):
        function._sa_validates = names
        return function

    return decorate
