"""From the body of a class to its table and its mapper."""
from _system import is_unresolved
from sqlalchemy import exc
from sqlalchemy.orm import decl_annotations
from sqlalchemy.orm.attributes import InstrumentedAttribute, QueryableAttribute
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.orm.properties import ColumnProperty, Composite, MappedColumn, Synonym
from sqlalchemy.orm.relationships import Relationship
from sqlalchemy.orm.state import InstanceState

DATACLASS_OPTIONS = (
    "init", "repr", "eq", "order", "unsafe_hash", "match_args", "kw_only", "dataclass_callable",
)


def default_constructor(self, **values):
    kind = type(self)
    for name in values:
        if not hasattr(kind, name):
            raise TypeError("{!r} is an invalid keyword argument for {}".format(name, kind.__name__))
        setattr(self, name, values[name])


default_constructor.__name__ = "__init__"


def is_mapped_value(value):
    from sqlalchemy import Column

    return isinstance(value, (MapperProperty, Column)) and not isinstance(value, QueryableAttribute)


def _is_mapped(class_):
    return "__mapper__" in class_.__dict__


def _merged_order(first, second):
    """The names of both, each list's own order kept as far as that goes: a name that both have ends a stretch of
    one list, and stands where the other has it."""
    common = set(first) & set(second)
    current, other = iter(first), iter(second)
    out = []
    while True:
        for name in current:
            if name in common:
                common.discard(name)
                current, other = other, current
                break
            out.append(name)
        else:
            return out + list(other)


class _Scan:
    """What the class and its mixins say, by attribute."""

    def __init__(self, class_, registry):
        self.class_, self.registry = class_, registry
        self.inherits = next((base for base in class_.__mro__[1:] if _is_mapped(base)), None)
        self.columns = {}  # attribute to (Column, sort order)
        self.properties = {}
        self.defaults = {}
        self.fields = []  # attributes that a dataclass's __init__ takes, in order
        seen = set()
        for base in class_.__mro__[:-1]:
            if base is not class_ and _is_mapped(base):
                continue
            if base.__module__.startswith(("sqlalchemy.", "typing")):
                continue
            self._scan_class(base, seen)

    def _scan_class(self, base, seen):
        members, annotations = base.__dict__, base.__dict__.get("__annotations__", {})
        for name in _merged_order(list(members), list(annotations)):
            if name.startswith("__") or name in seen or name in ("registry", "metadata", "type_annotation_map"):
                continue
            value, annotation = members.get(name), annotations.get(name)
            if annotation is not None and decl_annotations.is_class_variable(annotation):
                continue
            taken = self._take(base, name, name in members, value, annotation)
            if taken or name in members:
                seen.add(name)

    def _take(self, base, name, is_given, value, annotation):
        from sqlalchemy import Column
        from sqlalchemy.orm.decl_api import declared_attr

        own = base is self.class_
        if isinstance(value, declared_attr):
            value = value.fget(self.class_)
            own = True
            if annotation is None:
                annotation = getattr(base.__dict__[name].fget, "__annotations__", {}).get("return")
            if not is_mapped_value(value):
                return False
        if not is_given:
            if annotation is None or not decl_annotations.inner_of(annotation, base)[0]:
                return False
            value, own = MappedColumn(), True
        if isinstance(value, tuple) and len(value) == 1 and is_mapped_value(value[0]):
            value = value[0]
        if isinstance(value, Column):
            self._add_column(name, value if own else value._copy(), 0)
        elif isinstance(value, MappedColumn):
            value = value if own else value.copied()
            if annotation is not None:
                value = decl_annotations.complete_column(value, annotation, base, name, self.registry)
            self._add_column(name, value.column, value.sort_order)
            self._add_field(name, value.options)
        elif isinstance(value, Relationship):
            value = value if own else value.copied()
            value.annotation = annotation
            self.properties[name] = value
            self._add_field(name, value.options)
        elif isinstance(value, ColumnProperty):
            column = value.columns[0]
            if isinstance(column, Column) and column.table is None:
                self._add_column(name, column if own else column._copy(), 0)
            else:
                self.properties[name] = value
        elif isinstance(value, Composite):
            self._take_composite(value, annotation, base)
            self.properties[name] = value
        elif isinstance(value, MapperProperty):
            self.properties[name] = value
        else:
            return False
        return True

    def _take_composite(self, value, annotation, base):
        if value.composite_class is None and annotation is not None:
            value.composite_class = decl_annotations.inner_of(annotation, base)[1]
        for part in value.parts:
            column = getattr(part, "column", part)
            if hasattr(column, "name") and column.name and column.table is None:
                if not any(known is column for known, _ in self.columns.values()):
                    self._add_column(column.name, column, 0)

    def _add_column(self, name, column, order):
        if column.name is None:
            column.name = name
            column.key = name
        self.columns[name] = (column, order)

    def _add_field(self, name, options):
        self.fields.append((name, options))

    def setting(self, name):
        """__tablename__ and its kin: of the class, else of its mixins, but not of a class that is mapped."""
        for base in self.class_.__mro__:
            if name in base.__dict__ and (base is self.class_ or not _is_mapped(base)):
                value = base.__dict__[name]
                return value.__get__(None, self.class_) if hasattr(value, "fget") else getattr(self.class_, name)
        return None


def _make_table(scan):
    from sqlalchemy import Table

    class_ = scan.class_
    columns = [column for column, _ in sorted(scan.columns.values(), key=lambda entry: entry[1] or 0)]
    name = scan.setting("__tablename__")
    given = scan.setting("__table__")
    if given is not None:
        return given
    if name is None:
        if scan.inherits is None:
            raise exc.InvalidRequestError(
                "Class {!r} does not have a __table__ or __tablename__ specified and does not inherit from an existing "
                "table-mapped class.".format(class_)
            )
        return _shared_table(scan, columns)
    arguments, options = (), {}
    said = scan.setting("__table_args__")
    if isinstance(said, dict):
        options = said
    elif said:
        arguments = tuple(said)
        if arguments and isinstance(arguments[-1], dict):
            arguments, options = arguments[:-1], arguments[-1]
    factory = getattr(class_, "__table_cls__", Table)
    table = factory(name, _metadata_of(scan), *columns, *arguments, **options)
    return _shared_table(scan, columns) if table is None and scan.inherits is not None else table


def _shared_table(scan, columns):
    """Of a class that has no table of its own: its parent's."""
    table = scan.inherits.__table__
    for column in columns:
        if column.name not in table.c:
            table.append_column(column)
    return table


def _metadata_of(scan):
    return getattr(scan.class_, "metadata", scan.registry.metadata)


def _has_unresolved_base(class_):
    """Whether what the class has is not all known: then its table is not, either."""
    return is_unresolved(getattr(class_, "_limbeck_member_of_no_class", None))


def _unresolved_member(class_):
    """What stands in the body of the class or of a mixin and may be a column, or None."""
    for base in class_.__mro__[:-1]:
        if base.__module__.startswith(("sqlalchemy.", "typing")):
            continue
        for name, value in base.__dict__.items():
            if is_unresolved(value) and not name.startswith("__"):
                return value
    return None


def _leave_out(class_, registry):
    """Its MetaData knows that a table may be missing (known_tables.hpp)."""
    metadata = getattr(class_, "metadata", None)
    if metadata is None or is_unresolved(metadata):
        metadata = registry.metadata
    metadata._limbeck_left_out = class_


def map_class(class_, registry):
    if _has_unresolved_base(class_):
        _leave_out(class_, registry)
        return None
    member = _unresolved_member(class_)
    if is_unresolved(member):
        _leave_out(class_, registry)
        # Who asks for what the class is mapped to hears of the member.
        type.__setattr__(class_, "__mapper__", member)
        type.__setattr__(class_, "__table__", member)
        return None
    scan = _Scan(class_, registry)
    table = _make_table(scan)
    type.__setattr__(class_, "__table__", table)
    options = scan.setting("__mapper_args__") or {}
    mapper = Mapper(class_, table, scan.inherits.__mapper__ if scan.inherits else None, options)
    _attach(class_, mapper, registry, {name: column for name, (column, _) in scan.columns.items()}, scan.properties)
    _finish_class(class_, registry, scan)
    return mapper


def map_imperatively(class_, table, registry, options):
    properties = dict(options.pop("properties", None) or {})
    inherits = options.pop("inherits", None)
    mapper = Mapper(class_, table, getattr(inherits, "__mapper__", inherits), options)
    type.__setattr__(class_, "__table__", table)
    type.__setattr__(class_, "registry", registry)
    columns = {name: value for name, value in properties.items() if hasattr(value, "foreign_keys")}
    rest = {name: value for name, value in properties.items() if name not in columns}
    for name, value in list(rest.items()):
        if isinstance(value, ColumnProperty):
            columns[name] = rest.pop(name).columns[0]
    _attach(class_, mapper, registry, columns, rest)
    _keep_state(class_)
    return mapper


def _attach(class_, mapper, registry, columns, properties):
    global _mapped_since
    _mapped_since = True
    registry._class_registry[class_.__name__] = class_
    type.__setattr__(class_, "__mapper__", mapper)
    named = {id(column) for column in columns.values()}
    for name, column in columns.items():
        mapper.add_column(name, column)
    for column in mapper.local_table.c:
        if id(column) not in named and mapper.find_key(column) is None:
            if mapper.inherits is None or column.table is not mapper.inherits.local_table:
                mapper.add_column(column.key, column)
    if not mapper.primary_key:
        raise exc.ArgumentError(
            "Mapper {} could not assemble any primary key columns for mapped table {!r}".format(
                mapper, mapper.local_table.description if hasattr(mapper.local_table, "description") else mapper.local_table.name
            )
        )
    for name, column in mapper.columns.items():
        if mapper.inherits is None or name in columns or name not in mapper.inherits.columns:
            type.__setattr__(class_, name, InstrumentedAttribute(class_, name, column))
    for name, value in properties.items():
        _add_property(class_, mapper, name, value)
    mapper.find_validators()


def _add_property(class_, mapper, name, value):
    if isinstance(value, Relationship):
        value.attach(class_, name)
        mapper.relationships[name] = value
        mapper.properties[name] = value
        type.__setattr__(class_, name, value)
        _add_backref(class_, value)
    elif isinstance(value, ColumnProperty):
        mapper.properties[name] = value
        value.key, value.parent = name, mapper
        type.__setattr__(class_, name, _ReadOnly(class_, name, value))
    elif isinstance(value, (Synonym, Composite)):
        mapper.properties[name] = value
        type.__setattr__(class_, name, value)


class _ReadOnly(QueryableAttribute):
    """column_property(expression): computed with the row, when it is asked for."""

    def __init__(self, class_, key, prop):
        super().__init__(class_, key)
        self._prop = prop

    @property
    def expression(self):
        return self._prop.expression

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        from sqlalchemy import select

        state, mapper = instance._sa_instance_state, type(instance).__mapper__
        if state.session is None:
            return None
        statement = select(self.expression).select_from(mapper.local_table)
        for column in mapper.primary_key:
            statement = statement.where(column == getattr(instance, mapper.key_of(column)))
        return state.session.execute(statement).scalar()


def _add_backref(class_, relationship):
    given = relationship.options.get("backref")
    if given is None:
        return
    name, options = given if isinstance(given, tuple) else (given, {})
    options = {**options, "back_populates": relationship.key}
    for shared in ("foreign_keys", "primaryjoin"):
        if shared in relationship.options:
            options.setdefault(shared, relationship.options[shared])
    global _mapped_since
    _mapped_since = True
    made = Relationship(class_, relationship._secondary, **options)
    _backrefs.append((relationship, name, made))


_backrefs = []  # of relationships whose targets do not have their sides yet
_mapped_since = False  # whether there are classes that were not there when they were last looked for


def complete_backrefs():
    """Gives the targets their sides, once their classes are there; asked when instances are made or looked for."""
    global _mapped_since
    if not _mapped_since:
        return
    _mapped_since = False
    waiting, _backrefs[:] = list(_backrefs), []
    for relationship, name, made in waiting:
        try:
            target = relationship.target
        except (exc.InvalidRequestError, NameError):
            target = None
        if target is None or is_unresolved(target):
            _backrefs.append((relationship, name, made))
            continue
        if relationship.class_.__mapper__.local_table is target.__mapper__.local_table:
            made.options.setdefault("remote_side", _other_side(relationship))
        made.attach(target, name)
        target.__mapper__.relationships[name] = target.__mapper__.properties[name] = made
        type.__setattr__(target, name, made)


def _other_side(relationship):
    _, near, _ = relationship.joined()
    return [mine for mine, _ in near]


def add_attribute(class_, name, value):
    from sqlalchemy import Column

    mapper = class_.__mapper__
    if isinstance(value, MappedColumn):
        value = value.column
    if isinstance(value, ColumnProperty) and isinstance(value.columns[0], Column) and value.columns[0].table is None:
        value = value.columns[0]
    if not isinstance(value, Column):
        return _add_property(class_, mapper, name, value)
    if value.name is None:
        value.name = name
        value.key = name
    if value.table is None:
        class_.__table__.append_column(value)
    mapper.add_column(name, value)
    type.__setattr__(class_, name, InstrumentedAttribute(class_, name, value))


# ---- instances


def dataclass_options(class_, options):
    if options or any("_sa_dataclass" in base.__dict__ for base in class_.__mro__[1:]):
        inherited = next((base.__dict__["_sa_dataclass"] for base in class_.__mro__[1:] if "_sa_dataclass" in base.__dict__), {})
        type.__setattr__(class_, "_sa_dataclass", {**inherited, **options})


def _finish_class(class_, registry, scan):
    dataclass = getattr(class_, "_sa_dataclass", None)
    if dataclass is not None and dataclass.get("init", True) and "__init__" not in class_.__dict__:
        inherited = list(getattr(class_, "_sa_fields", ()))
        fields = inherited + [field for field in scan.fields if field[0] not in dict(inherited)]
        type.__setattr__(class_, "_sa_fields", fields)
        type.__setattr__(class_, "__init__", _dataclass_init(fields, dataclass.get("kw_only", False)))
        _add_dataclass_methods(class_, fields, dataclass)
    elif registry.constructor is not None and class_.__init__ is object.__init__:
        type.__setattr__(class_, "__init__", registry.constructor)
    _keep_state(class_)


_MISSING = object()


def _add_dataclass_methods(class_, fields, options):
    shown = [name for name, given in fields if given.get("repr", True)]
    compared = [name for name, given in fields if given.get("compare", True)]

    def __repr__(self):
        return "{}({})".format(type(self).__qualname__, ", ".join(f"{name}={getattr(self, name)!r}" for name in shown))

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    for method, is_asked in ((__repr__, options.get("repr", True)), (__eq__, options.get("eq", True))):
        if is_asked and method.__name__ not in class_.__dict__:
            type.__setattr__(class_, method.__name__, method)


def _dataclass_init(fields, kw_only):
    taken = [(name, options) for name, options in fields if options.get("init", True)]
    by_place = [name for name, options in taken if not options.get("kw_only", kw_only)]

    def __init__(self, *values, **named):
        if len(values) > len(by_place):
            raise TypeError(
                "__init__() takes {} positional arguments but {} were given".format(len(by_place) + 1, len(values) + 1)
            )
        given = dict(zip(by_place, values))
        for name, value in named.items():
            if name not in dict(taken):
                raise TypeError("__init__() got an unexpected keyword argument {!r}".format(name))
            given[name] = value
        missing = []
        for name, options in fields:
            if name in given:
                setattr(self, name, given[name])
            elif "default_factory" in options:
                setattr(self, name, options["default_factory"]())
            elif "default" in options:
                setattr(self, name, options["default"])
            elif options.get("init", True):
                missing.append(name)
        if missing:
            raise TypeError("__init__() missing required arguments: {}".format(", ".join(map(repr, missing))))

    return __init__


def _keep_state(class_):
    """Instances have their state from the start, whatever their __init__ does."""

    def __new__(cls, *arguments, **values):
        complete_backrefs()
        made = object.__new__(cls)
        made.__dict__["_sa_instance_state"] = InstanceState(made, cls.__mapper__)
        return made

    if not any("__new__" in base.__dict__ for base in class_.__mro__[:-1]):
        type.__setattr__(class_, "__new__", __new__)
