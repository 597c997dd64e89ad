"""Declarative bases: classes that say their tables."""
from sqlalchemy import exc
from sqlalchemy.orm import decl_scan


class registry:
    """The classes of one base, and what they share."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=None):
        from sqlalchemy import MetaData

        self.metadata = MetaData() if metadata is None else metadata
        self._class_registry = {} if class_registry is None else class_registry
        self.type_annotation_map = {}
        if type_annotation_map:
            self.update_type_annotation_map(type_annotation_map)
        self.constructor = constructor or decl_scan.default_constructor

    @property
    def mappers(self):
        return frozenset(
            class_.__mapper__ for class_ in self._class_registry.values() if hasattr(class_, "__mapper__")
        )

    def update_type_annotation_map(self, types):
        self.type_annotation_map.update(types)

    def evaluate(self, text, class_=None):
        """What a text in relationship() stands for: classes, tables, expressions of both."""
        found = self._class_registry.get(text)
        if found is not None:
            return found
        return eval(text, {}, _Names(self, class_))

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        bases = cls if isinstance(cls, tuple) else (cls,)
        members = {"registry": self, "metadata": self.metadata, "__abstract__": True}
        if isinstance(cls, type):
            members["__doc__"] = cls.__doc__
        if self.constructor is not None:
            members["__init__"] = self.constructor
        return (metaclass or DeclarativeMeta)(name, bases, members)

    def mapped(self, cls):
        decl_scan.map_class(cls, self)
        return cls

    def mapped_as_dataclass(self, cls=None, **options):
        def decorate(cls):
            decl_scan.dataclass_options(cls, {"init": True, **options})
            decl_scan.map_class(cls, self)
            return cls

        return decorate if cls is None else decorate(cls)

    def as_declarative_base(self, **options):
        def decorate(cls):
            options.setdefault("name", cls.__name__)
            return self.generate_base(cls=cls, **options)

        return decorate

    def map_declaratively(self, cls):
        decl_scan.map_class(cls, self)
        return cls.__mapper__

    def map_imperatively(self, class_, local_table=None, **options):
        return decl_scan.map_imperatively(class_, local_table, self, options)

    def configure(self, cascade=False):
        pass

    def dispose(self, cascade=False):
        self._class_registry.clear()


class _Names(dict):
    """The names that texts in a mapped class may use."""

    def __init__(self, registry, class_):
        super().__init__()
        self._registry, self._class = registry, class_

    def __missing__(self, name):
        import sqlalchemy
        from sqlalchemy.orm import relationships

        found = self._registry._class_registry.get(name)
        if found is not None:
            return found
        tables = self._registry.metadata.tables
        if name in tables:
            return tables[name]
        if name in ("foreign", "remote"):
            return getattr(relationships, name)
        if hasattr(sqlalchemy, name):
            return getattr(sqlalchemy, name)
        for dotted, class_ in self._registry._class_registry.items():
            if dotted.rpartition(".")[2] == name:
                return class_
        raise exc.InvalidRequestError(
            "When initializing mapper {}, expression {!r} failed to locate a name ({!r}). If this is a class name, "
            "consider adding this relationship() to the {!r} class after both dependent classes have been defined."
            .format(getattr(self._class, "__mapper__", None), name, name, self._class)
        )


class DeclarativeAttributeIntercept(type):
    """Columns may be added to a mapped class later on; as SQL it is its table."""

    def __setattr__(cls, name, value):
        if "__mapper__" in cls.__dict__ and decl_scan.is_mapped_value(value):
            decl_scan.add_attribute(cls, name, value)
        else:
            type.__setattr__(cls, name, value)

    def __clause_element__(cls):
        if "__table__" not in dir(cls):
            raise AttributeError("__clause_element__")
        return cls.__table__


class DeclarativeMeta(DeclarativeAttributeIntercept):
    def __init__(cls, name, bases, members, **keywords):
        type.__init__(cls, name, bases, members)
        own = cls.__dict__
        if not hasattr(cls, "registry"):
            type.__setattr__(cls, "registry", registry(metadata=own.get("metadata")))
            type.__setattr__(cls, "metadata", cls.registry.metadata)
        if not own.get("__abstract__", False):
            decl_scan.map_class(cls, cls.registry)


def _start_class(cls, base, options):
    dataclass = {name: options.pop(name) for name in list(options) if name in decl_scan.DATACLASS_OPTIONS}
    decl_scan.dataclass_options(cls, dataclass)
    if base in cls.__bases__:
        _set_up_base(cls)
    elif not cls.__dict__.get("__abstract__", False):
        decl_scan.map_class(cls, cls.registry)


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    def __init_subclass__(cls, **options):
        _start_class(cls, DeclarativeBase, options)
        super().__init_subclass__(**options)


class DeclarativeBaseNoMeta:
    def __init_subclass__(cls, **options):
        _start_class(cls, DeclarativeBaseNoMeta, options)
        super().__init_subclass__(**options)


def _set_up_base(cls):
    metadata = cls.__dict__.get("metadata")
    types = cls.__dict__.get("type_annotation_map")
    made = cls.__dict__.get("registry")
    if made is None:
        made = registry(metadata=metadata, type_annotation_map=types)
        type.__setattr__(cls, "registry", made)
    else:
        if types:
            made.update_type_annotation_map(types)
        if metadata is not None:
            made.metadata = metadata
    if metadata is None:
        type.__setattr__(cls, "metadata", made.metadata)
    if "__init__" not in cls.__dict__ and not any("__init__" in base.__dict__ for base in cls.__mro__[1:-1]):
        type.__setattr__(cls, "__init__", made.constructor)


class MappedAsDataclass(metaclass=DeclarativeAttributeIntercept):
    """Mapped classes whose __init__ is that of a dataclass."""

    def __init_subclass__(cls, init=True, repr=True, eq=True, order=False, unsafe_hash=False, match_args=True,
                          kw_only=False, dataclass_callable=None, **options):
        decl_scan.dataclass_options(cls, {"init": init, "repr": repr, "eq": eq, "kw_only": kw_only})
        super().__init_subclass__(**options)


def mapped_as_dataclass(registry_=None, **options):
    return registry_.mapped_as_dataclass(**options)


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None,
                     type_annotation_map=None, constructor=decl_scan.default_constructor, metaclass=None, bind=None):
    made = registry(
        metadata=metadata, class_registry=class_registry, constructor=constructor,
        type_annotation_map=type_annotation_map,
    )
    if bind is not None:
        made.metadata.bind = bind
    base = made.generate_base(mapper=mapper, cls=cls, name=name, metaclass=metaclass)
    return base


def as_declarative(**options):
    def decorate(cls):
        return declarative_base(cls=cls, name=cls.__name__, **options)

    return decorate


def declarative_mixin(cls):
    return cls


def has_inherited_table(cls):
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def synonym_for(name, map_column=False):
    from sqlalchemy.orm.properties import synonym

    def decorate(function):
        return synonym(name)

    return decorate


def comparable_using(comparator_factory):
    return lambda function: function


def add_mapped_attribute(target, key, value):
    decl_scan.add_attribute(target, key, value)


class declared_attr:
    """A member of a mixin that each mapped class makes for itself."""

    def __init__(self, fn, cascading=False, quiet=False):
        self.fget = getattr(fn, "__func__", fn)
        self._cascading = cascading
        self.__doc__ = getattr(self.fget, "__doc__", None)

    def __get__(self, instance, owner=None):
        return self.fget(type(instance) if owner is None else owner)

    def __set_name__(self, owner, name):
        self.__name__ = name

    @classmethod
    def _with_cascading(cls, fn):
        return cls(fn, cascading=True)

    class directive:
        def __new__(cls, fn):
            return declared_attr(fn)

    class cascading:
        def __new__(cls, fn):
            return declared_attr(fn, cascading=True)
