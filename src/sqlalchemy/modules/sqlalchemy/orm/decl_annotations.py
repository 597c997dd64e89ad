"""What annotations of mapped classes say of columns and relationships."""
import collections.abc
import datetime
import decimal
import enum
import sys
import types as _types
import typing
import uuid

from _system import is_unresolved
from sqlalchemy import exc
from sqlalchemy.orm.base import DynamicMapped, Mapped, WriteOnlyMapped

_MAPPED = (Mapped, DynamicMapped, WriteOnlyMapped)
_MAPPED_NAMES = ("Mapped", "DynamicMapped", "WriteOnlyMapped")


def _names_of(class_):
    module = sys.modules.get(class_.__module__)
    return module.__dict__ if module is not None else {}


def evaluated(annotation, class_, extra=None):
    """The value of an annotation; one that names what is not there yet stays text."""
    if not isinstance(annotation, str):
        return annotation
    try:
        return eval(annotation, dict(_names_of(class_)), dict(class_.__dict__) if extra is None else extra)
    except Exception:
        return annotation


def inner_of(annotation, class_):
    """(whether it is Mapped[…] or its kin, what is inside), of which the inside may be text still."""
    annotation = evaluated(annotation, class_)
    if isinstance(annotation, str):
        head, bracket, rest = annotation.strip().partition("[")
        if bracket and rest.endswith("]") and head.strip().rpartition(".")[2] in _MAPPED_NAMES:
            return True, evaluated(rest[:-1], class_)
        return False, None
    if typing.get_origin(annotation) in _MAPPED:
        return True, evaluated(_plain(typing.get_args(annotation)[0]), class_)
    return annotation in _MAPPED, None


def _plain(value):
    return getattr(value, "__forward_arg__", value)


def is_class_variable(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def without_none(inner):
    """(the type, whether None is one of its values)"""
    if isinstance(inner, str):
        text = inner.replace(" ", "")
        return inner, text.startswith(("Optional[", "typing.Optional[")) or "|None" in text or text.startswith("None|")
    origin = typing.get_origin(inner)
    if origin is typing.Union or origin is getattr(_types, "UnionType", None):
        members = typing.get_args(inner)
        rest = [one for one in members if one is not type(None) and one is not None]
        if len(rest) == 1:
            return rest[0], len(rest) < len(members)
        return inner, len(rest) < len(members)
    return inner, False


_BY_PYTHON_TYPE = None


def _known_types():
    global _BY_PYTHON_TYPE
    if _BY_PYTHON_TYPE is None:
        from sqlalchemy import types

        _BY_PYTHON_TYPE = {
            bool: types.Boolean,
            bytes: types.LargeBinary,
            datetime.date: types.Date,
            datetime.datetime: types.DateTime,
            datetime.time: types.Time,
            datetime.timedelta: types.Interval,
            decimal.Decimal: types.Numeric,
            float: types.Float,
            int: types.Integer,
            str: types.String,
            uuid.UUID: types.Uuid,
            type(None): types.NullType,
        }
    return _BY_PYTHON_TYPE


def _looked_up(key, own):
    try:
        if key in own:
            return own[key]
        return _known_types().get(key)
    except TypeError:
        return None


def sql_type(inner, registry):
    """The type of a column annotated so; None where nothing is known of it."""
    own = registry.type_annotation_map
    found = _looked_up(inner, own)
    if found is not None:
        return found
    if hasattr(inner, "__supertype__"):  # NewType
        return sql_type(inner.__supertype__, registry)
    if hasattr(inner, "__value__"):  # type X = …
        return sql_type(without_none(inner.__value__)[0], registry)
    if typing.get_origin(inner) is typing.Literal:
        from sqlalchemy import Enum

        wanted = own.get(typing.Literal)
        if wanted is not None:
            return wanted
        return Enum(*typing.get_args(inner), native_enum=False)
    if hasattr(inner, "__metadata__"):  # Annotated[…]
        return sql_type(without_none(typing.get_args(inner)[0])[0], registry)
    origin = typing.get_origin(inner)
    if origin is not None:
        return _looked_up(origin, own)
    if not isinstance(inner, type):
        return None
    if issubclass(inner, enum.Enum):
        for base in inner.__mro__:
            if base in own:
                return own[base]
        from sqlalchemy import Enum

        return Enum(inner)
    for base in inner.__mro__[1:-1]:
        found = _looked_up(base, own)
        if found is not None:
            return found
    return None


def complete_column(mapped, annotation, class_, key, registry):
    """Gives a mapped_column() what its annotation says of it."""
    from sqlalchemy.orm.properties import MappedColumn

    is_mapped, inner = inner_of(annotation, class_)
    if not is_mapped or inner is None:
        return mapped
    target, nullable = without_none(inner)
    for said in getattr(target, "__metadata__", ()):
        if isinstance(said, MappedColumn):
            mapped = _merged(mapped, said)
    if getattr(target, "__metadata__", None):
        inside, inner_nullable = without_none(typing.get_args(target)[0])
        nullable = nullable or inner_nullable
    column = mapped.column
    if not mapped.has_nullable and not column.primary_key:
        column.nullable = nullable
    if mapped.has_type or any(True for _ in column.foreign_keys):
        return mapped
    if isinstance(target, str):
        # What it names is not there: the type stays open.
        return mapped
    found = sql_type(target, registry)
    if found is None and not is_unresolved(target):
        raise exc.ArgumentError(
            "Could not locate SQLAlchemy Core type for Python type {!r} inside the {!r} attribute Mapped annotation"
            .format(target, key)
            if isinstance(target, type)
            else "The object provided inside the {!r} attribute Mapped annotation is not a Python type, it's the "
            "object {!r}. Expected a Python type.".format(key, target)
        )
    if found is not None:
        column.type = found() if isinstance(found, type) else found
    return mapped


def _merged(mapped, said):
    """mapped_column() of an Annotated[…] below the attribute's own."""
    own, common = mapped.column, said.column
    if list(common.foreign_keys) and not list(own.foreign_keys) and not mapped.arguments:
        # Foreign keys come with the column they were given to.
        made = said.copied()
        made.options = {**said.options, **mapped.options}
        return made
    copied = common._copy()
    if not mapped.has_type:
        own.type = copied.type
    if common.primary_key and not own.primary_key:
        own.primary_key = True
        own.nullable = False
    for name in ("default", "onupdate", "server_default", "comment", "unique", "index"):
        value = getattr(copied, name, None)
        if value is not None and getattr(own, name, None) is None:
            setattr(own, name, value)
    if said.has_nullable and not mapped.has_nullable:
        own.nullable = common.nullable
        mapped.has_nullable = True
    return mapped


_COLLECTIONS = (list, set, tuple, dict, frozenset, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Collection, collections.abc.Set, collections.abc.MutableSequence, collections.abc.MutableSet)


def _is_collection(origin):
    return any(origin is one for one in _COLLECTIONS)


def target_of(annotation, class_):
    """The class that Mapped[List["Address"]] leads to; a text where its class is not there yet."""
    is_mapped, inner = inner_of(annotation, class_)
    if not is_mapped or inner is None:
        return None
    if isinstance(inner, str):
        return _target_in_text(inner)
    inner, _ = without_none(inner)
    if _is_collection(typing.get_origin(inner)):
        inner = typing.get_args(inner)[-1]
    inner, _ = without_none(_plain(inner))
    return _target_in_text(inner) if isinstance(inner, str) else inner


def _target_in_text(text):
    text = text.strip().strip("'\"")
    while "[" in text:
        text = text[text.index("[") + 1 : text.rindex("]")].split(",")[-1].strip().strip("'\"")
    members = [one.strip().strip("'\"") for one in text.split("|")]
    return next(one for one in members if one != "None")


def says_scalar(annotation):
    text = annotation if isinstance(annotation, str) else None
    if text is None:
        inner = _plain(typing.get_args(annotation)[0]) if typing.get_args(annotation) else ""
        if not isinstance(inner, str):
            return not _is_collection(typing.get_origin(without_none(inner)[0]))
        text = inner
    return not any(word + "[" in text for word in ("List", "list", "Set", "set", "Sequence", "Dict", "dict", "Tuple", "tuple", "Collection", "Iterable", "Dynamic", "WriteOnlyMapped"))


