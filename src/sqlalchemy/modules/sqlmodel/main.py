"""SQLModel: with table=True, the fields of a model are columns."""
import types
import typing
from _system import is_unresolved, unresolved

from pydantic.fields import FieldInfo as _FieldInfo, PydanticUndefined
from pydantic.main import BaseModel, ModelMetaclass, _annotation, _default
from sqlalchemy import Column, ForeignKey
from sqlalchemy.orm import DeclarativeMeta, Mapped, declared_attr, registry, relationship

default_registry = registry()
Undefined = PydanticUndefined


class FieldInfo(_FieldInfo):
    def said(self, name, default=None):
        value = self.options.get(name, Undefined)
        return default if value is Undefined else value


def Field(default=Undefined, **options):
    if "sa_column" in options and options["sa_column"] is not Undefined:
        for name in ("primary_key", "nullable", "foreign_key", "ondelete", "unique", "index", "sa_type",
                     "sa_column_args", "sa_column_kwargs"):
            if options.get(name, Undefined) is not Undefined:
                raise RuntimeError("If you are passing sa_column, you can't also pass {}".format(name))
    return FieldInfo(default, **options)


class RelationshipInfo:
    def __init__(self, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
        if sa_relationship is not None and (sa_relationship_args is not None or sa_relationship_kwargs is not None):
            raise RuntimeError("Passing sa_relationship_args or sa_relationship_kwargs when also passing a sa_relationship")
        self.back_populates, self.link_model = back_populates, link_model
        self.cascade_delete, self.passive_deletes = cascade_delete, passive_deletes
        self.sa_relationship = sa_relationship
        self.arguments, self.options = sa_relationship_args or (), sa_relationship_kwargs or {}

    def made(self, cls, name):
        if self.sa_relationship is not None:
            return self.sa_relationship
        target, is_list = _target_of(cls, name)
        options = {}
        if self.back_populates:
            options["back_populates"] = self.back_populates
        if self.cascade_delete:
            options["cascade"] = "all, delete-orphan"
        if self.passive_deletes:
            options["passive_deletes"] = self.passive_deletes
        if self.link_model is not None:
            options["secondary"] = self.link_model.__table__
        options.update(self.options)
        options.setdefault("uselist", is_list)
        return relationship(target, *self.arguments, **options)


def Relationship(*, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
    return RelationshipInfo(
        back_populates, cascade_delete, passive_deletes, link_model, sa_relationship, sa_relationship_args,
        sa_relationship_kwargs,
    )


def _evaluated(cls, hint):
    if not isinstance(hint, str):
        return hint
    import sys

    try:
        return eval(hint, dict(vars(sys.modules[cls.__module__])), dict(typing.__dict__))
    except (NameError, TypeError):
        return hint


def _target_of(cls, name):
    """What a relationship's annotation leads to, a class or its name, and whether to many."""
    hint = _evaluated(cls, cls.__annotations__[name])
    while True:
        if isinstance(hint, typing.ForwardRef):
            return hint.__forward_arg__, False
        origin = typing.get_origin(hint)
        if origin is None:
            return hint, False
        arguments = [one for one in typing.get_args(hint) if one is not type(None)]
        if len(arguments) != 1:
            raise ValueError("Cannot have a (non-optional) union as a SQLAlchemy field")
        hint = arguments[0]
        if origin in (list, set, tuple, typing.List):
            return getattr(hint, "__forward_arg__", hint), True


def _is_table(cls):
    config = getattr(cls, "model_config", None)
    return isinstance(config, dict) and config.get("table") is True


class SQLModelMetaclass(ModelMetaclass, DeclarativeMeta):
    def __setattr__(cls, name, value):
        (DeclarativeMeta if _is_table(cls) else type).__setattr__(cls, name, value)

    def __new__(mcs, name, bases, members, **options):
        relationships = {
            key: value for key, value in members.items()
            if not is_unresolved(value) and isinstance(value, RelationshipInfo)
        }
        members = {key: value for key, value in members.items() if key not in relationships}
        members["__sqlmodel_relationships__"] = relationships
        chosen = options.pop("registry", None)
        cls = super().__new__(mcs, name, bases, members, **options)
        if relationships:
            hints = dict(cls.__annotations__)
            first = {key: hints[key] for key in relationships if key in hints}
            type.__setattr__(cls, "__annotations__", {**first, **hints})
        if _is_table(cls) and not any(_is_table(base) for base in bases):
            for key, info in cls.__limbeck_fields__.items():
                type.__setattr__(cls, key, _column(info))
        if chosen is not None:
            type.__setattr__(cls, "registry", chosen)
            type.__setattr__(cls, "metadata", chosen.metadata)
            type.__setattr__(cls, "__abstract__", True)
        return cls

    def __init__(cls, name, bases, members, **options):
        if not _is_table(cls) or any(_is_table(base) for base in bases):
            return type.__init__(cls, name, bases, members)
        for key, info in cls.__sqlmodel_relationships__.items():
            type.__setattr__(cls, key, info.made(cls, key))
        DeclarativeMeta.__init__(cls, name, bases, members)


def _plain_type(info):
    """The one type of a field's annotation, None aside, and the metadata that bound it."""
    hint, metadata = _annotation(info), []
    while True:
        if is_unresolved(hint) or isinstance(hint, str):
            return hint, metadata
        if hasattr(hint, "__metadata__"):
            metadata.extend(hint.__metadata__)
            hint = hint.__origin__
            continue
        origin = typing.get_origin(hint)
        if origin in (typing.Union, types.UnionType):
            members = [one for one in typing.get_args(hint) if one is not type(None)]
            if len(members) != 1:
                raise ValueError("Cannot have a (non-optional) union as a SQLAlchemy field")
            hint = members[0]
        elif origin is typing.Literal:
            return str, metadata
        else:
            return (hint if origin is None else origin), metadata


def _sql_type(info):
    import datetime
    import decimal
    import enum
    import ipaddress
    import pathlib
    import uuid

    import sqlalchemy
    from pydantic.networks import EmailStr
    from sqlmodel.sql.sqltypes import AutoString

    given = info.options.get("sa_type", Undefined)
    if given is not Undefined:
        return given
    kind, metadata = _plain_type(info)
    if is_unresolved(kind):
        return kind
    if isinstance(kind, str):
        return unresolved("the annotation {!r}".format(kind))
    bounds = dict(info.bounds)
    for one in metadata:
        bounds.update(getattr(one, "bounds", None) or {})
        bounds.update({name: value for name, value in getattr(one, "options", {}).items() if value is not None})
    if isinstance(kind, type):
        if issubclass(kind, enum.Enum):
            return sqlalchemy.Enum(kind)
        texts = (str, ipaddress.IPv4Address, ipaddress.IPv4Network, ipaddress.IPv6Address, ipaddress.IPv6Network,
                 pathlib.Path, EmailStr)
        if issubclass(kind, texts):
            return AutoString(length=bounds["max_length"]) if bounds.get("max_length") else AutoString
        for known, made in (
            (float, sqlalchemy.Float), (bool, sqlalchemy.Boolean), (int, sqlalchemy.Integer),
            (datetime.datetime, sqlalchemy.DateTime), (datetime.date, sqlalchemy.Date),
            (datetime.timedelta, sqlalchemy.Interval), (datetime.time, sqlalchemy.Time),
            (bytes, sqlalchemy.LargeBinary),
        ):
            if issubclass(kind, known):
                return made
        if issubclass(kind, decimal.Decimal):
            digits = {**bounds, **info.options}
            return sqlalchemy.Numeric(precision=digits.get("max_digits"), scale=digits.get("decimal_places"))
        if issubclass(kind, uuid.UUID):
            return sqlalchemy.Uuid
    raise ValueError("{} has no matching SQLAlchemy type".format(kind))


def _takes_none(info):
    hint = _annotation(info)
    if not is_unresolved(hint) and hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return type(None) in typing.get_args(hint)
    return not info.is_required() and info.default is not Undefined and hint in (None, type(None))


def _said(info, name, default):
    value = info.options.get(name, Undefined)
    return default if value is Undefined else value


def _column(info):
    given = _said(info, "sa_column", None)
    if is_unresolved(given) or isinstance(given, Column):
        return given
    sql_type = _sql_type(info)
    if is_unresolved(sql_type):
        return sql_type
    primary_key = _said(info, "primary_key", False)
    nullable = _said(info, "nullable", not primary_key and _takes_none(info))
    arguments = []
    foreign_key = _said(info, "foreign_key", None)
    if foreign_key:
        ondelete = _said(info, "ondelete", None)
        if ondelete == "SET NULL" and not nullable:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        arguments.append(ForeignKey(foreign_key, ondelete=ondelete))
    options = {
        "primary_key": primary_key, "nullable": nullable, "index": _said(info, "index", False),
        "unique": _said(info, "unique", False),
    }
    if info.default_factory:
        options["default"] = info.default_factory
    elif info.default is not Undefined:
        options["default"] = info.default
    arguments.extend(_said(info, "sa_column_args", ()))
    options.update(_said(info, "sa_column_kwargs", {}))
    return Column(sql_type, *arguments, **options)


class SQLModel(BaseModel, metaclass=SQLModelMetaclass, registry=default_registry):
    __allow_unmapped__ = True
    model_config = {"from_attributes": True}

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()

    def __init__(self, /, **values):
        if _is_table(type(self)):
            _fill(self, values)
        else:
            super().__init__(**values)

    def __setattr__(self, name, value):
        cls = type(self)
        if not _is_table(cls):
            return super().__setattr__(name, value)
        if name in cls.__limbeck_fields__:
            self.model_fields_set.add(name)
            object.__setattr__(self, name, value)
        elif name in cls.__mapper__.properties or name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            raise ValueError('"{}" object has no field "{}"'.format(cls.__name__, name))

    @classmethod
    def model_validate(cls, obj, *, update=None, **options):
        if update:
            fields = cls.__limbeck_fields__
            values = obj if isinstance(obj, dict) else {name: getattr(obj, name) for name in fields if hasattr(obj, name)}
            obj = {**values, **update}
        if not _is_table(cls):
            return super().model_validate(obj, **options)
        plain = _plain_model(cls).model_validate(obj, from_attributes=True)
        return cls(**{name: getattr(plain, name) for name in cls.__limbeck_fields__})

    from_orm = parse_obj = validate = model_validate

    def sqlmodel_update(self, obj, *, update=None):
        values = obj if isinstance(obj, dict) else {name: getattr(obj, name) for name in type(obj).__limbeck_fields__}
        for name, value in {**values, **(update or {})}.items():
            if name in type(self).__limbeck_fields__:
                setattr(self, name, value)
        return self


def _plain_model(cls):
    """A model of the same fields that is no table, for what checks values."""
    fields = cls.__limbeck_fields__
    members = {"__annotations__": {name: info.annotation for name, info in fields.items()}, "__module__": cls.__module__}
    members.update(fields)
    members["__limbeck_checks_of__"] = cls
    made = type(BaseModel)(cls.__name__, (BaseModel,), members)
    type.__setattr__(made, "__limbeck_checks__", cls.__limbeck_checks__)
    return made


def _fill(self, values):
    """A row's values are not checked, as they are not in the reference."""
    cls, given = type(self), set()
    self.__dict__["__limbeck_set__"] = given
    for name, info in cls.__limbeck_fields__.items():
        alias = next((one for one in info.names() if isinstance(one, str) and one in values), name)
        if alias in values:
            given.add(name)
            object.__setattr__(self, name, values[alias])
        elif not info.is_required():
            object.__setattr__(self, name, _default(info))
    for name in cls.__sqlmodel_relationships__:
        if name in values:
            object.__setattr__(self, name, values[name])
    for name, private in cls.__limbeck_private__.items():
        if private.get_default() is not Undefined:
            self.__dict__[name] = private.get_default()
