"""Classes from annotations."""
import sys
import types
from types import GenericAlias

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HasDefaultFactory()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


# The kinds of fields, and how they are shown.
_KIND_NAMES = {"field": "_FIELD", "classvar": "_FIELD_CLASSVAR", "initvar": "_FIELD_INITVAR", "kw_only": None}


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
            f"_field_type={self._field_type and _KIND_NAMES[self._field_type]})"
        )

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        shown = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _kind(annotation):
    text = annotation if isinstance(annotation, str) else None
    if text is not None:
        head = text.split("[")[0].strip().split(".")[-1]
        return {"ClassVar": "classvar", "InitVar": "initvar", "KW_ONLY": "kw_only"}.get(head, "field")
    if annotation is InitVar or isinstance(annotation, InitVar):
        return "initvar"
    if annotation is KW_ONLY:
        return "kw_only"
    typing = sys.modules.get("typing")
    if typing and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return "classvar"
    return "field"


def _signature(std, kw):
    """The parameters of __init__ as help texts show them."""
    def shown(annotation):
        if getattr(annotation, "__module__", None) == "typing" and not isinstance(annotation, str):
            return repr(annotation).replace("typing.", "")
        if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
            module = annotation.__module__
            return annotation.__qualname__ if module == "builtins" else f"{module}.{annotation.__qualname__}"
        return repr(annotation)

    def parameter(f):
        text = f"{f.name}: {shown(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += f" = {_HAS_DEFAULT_FACTORY!r}"
        return text

    parameters = [parameter(f) for f in std]
    if kw:
        parameters += ["*"] + [parameter(f) for f in kw]
    return "(" + ", ".join(parameters) + ")"


def _make_field(cls, name, annotation, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType if hasattr(types, "MemberDescriptorType") else ()):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = kind
    if kind in ("classvar", "initvar") and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind == "classvar":
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if kind == "field" and made.default is not MISSING and made.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {made.default.__class__} for field {name} is not allowed: use default_factory")
    return made


def _define(cls, name, parameters, body, scope):
    text = f"def {name}({parameters}):\n" + "".join(f"    {line}\n" for line in body or ["pass"])
    exec(text, scope)
    made = scope[name]
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    made.__module__ = cls.__module__
    return made


def _init(cls, std, kw, fields, frozen, has_post_init):
    seen_default = None
    for f in std:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    scope = {"_MISSING": MISSING, "_factory": _HAS_DEFAULT_FACTORY, "_object_setattr": object.__setattr__}
    parameters = ["self"]
    body = []

    def parameter(f):
        if f.default is not MISSING:
            scope[f"_dflt_{f.name}"] = f.default
            return f"{f.name}=_dflt_{f.name}"
        if f.default_factory is not MISSING:
            return f"{f.name}=_factory"
        return f.name

    parameters += [parameter(f) for f in std if f.init]
    if any(f.init for f in kw):
        parameters.append("*")
        parameters += [parameter(f) for f in kw if f.init]

    for f in fields:
        if f._field_type == "initvar":
            continue
        value = None
        if f.default_factory is not MISSING:
            scope[f"_make_{f.name}"] = f.default_factory
            value = f"_make_{f.name}()"
            if f.init:
                value += f" if {f.name} is _factory else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING:
            scope[f"_dflt_{f.name}"] = f.default
            if hasattr(cls, "__slots__") and "__slots__" in cls.__dict__:
                value = f"_dflt_{f.name}"
        if value is not None:
            if frozen:
                body.append(f"_object_setattr(self, {f.name!r}, {value})")
            else:
                body.append(f"self.{f.name} = {value}")
    if has_post_init:
        given = ", ".join(f.name for f in fields if f._field_type == "initvar")
        body.append(f"self.{_POST_INIT}({given})")
    made = _define(cls, "__init__", ", ".join(parameters), body, scope)
    made.__annotations__ = {f.name: f.type for f in std + kw if f.init}
    made.__annotations__["return"] = None
    return made


_repr_running = set()


def _repr(cls, fields):
    names = [f.name for f in fields if f.repr]

    def __repr__(self):
        if id(self) in _repr_running:
            return "..."
        _repr_running.add(id(self))
        try:
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        finally:
            _repr_running.discard(id(self))
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _compare(cls, name, fields):
    names = [f.name for f in fields if f.compare]
    operations = {
        "__eq__": lambda a, b: a == b, "__lt__": lambda a, b: a < b, "__le__": lambda a, b: a <= b,
        "__gt__": lambda a, b: a > b, "__ge__": lambda a, b: a >= b,
    }
    operation = operations[name]

    def compare(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return operation(tuple(getattr(self, n) for n in names), tuple(getattr(other, n) for n in names))

    compare.__name__ = name
    compare.__qualname__ = f"{cls.__qualname__}.{name}"
    return compare


def _freeze(cls, fields):
    names = {f.name for f in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if method.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
        setattr(cls, method.__name__, method)


def _choose_hash(cls, fields, unsafe_hash, eq, frozen, has_explicit_hash):
    def add():
        names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]

        def __hash__(self):
            return hash(tuple(getattr(self, n) for n in names))

        cls.__hash__ = __hash__

    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        add()
    elif eq and not has_explicit_hash:
        if frozen:
            add()
        else:
            cls.__hash__ = None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    fields = {}
    any_frozen_base = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_bases = True
            for f in inherited.values():
                fields[f.name] = f
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    own = []
    kw_seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        kind = _kind(annotation)
        if kind == "kw_only":
            if kw_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_seen = True
            kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kind, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen))
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    everything = [f for f in fields.values() if f._field_type in ("field", "initvar")]
    real = [f for f in everything if f._field_type == "field"]
    std = [f for f in everything if f.init and not f.kw_only]
    kw = [f for f in everything if f.init and f.kw_only]
    if init:
        cls.__init__ = _init(cls, std, kw, everything, frozen, hasattr(cls, _POST_INIT))
    if repr and "__repr__" not in cls.__dict__:
        cls.__repr__ = _repr(cls, real)
        cls.__repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = _compare(cls, "__eq__", real)
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if name in cls.__dict__:
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                    "functools.total_ordering")
            setattr(cls, name, _compare(cls, name, real))
    if frozen:
        _freeze(cls, real)
    _choose_hash(cls, real, unsafe_hash, eq, frozen, has_explicit_hash)
    if not getattr(cls, "__doc__", None):
        cls.__doc__ = cls.__name__ + _signature(std, kw)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in std)
    if slots:
        cls = _with_slots(cls, real)
    return cls


def _with_slots(cls, fields):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    body["__slots__"] = tuple(f.name for f in fields if f.name not in inherited)
    for f in fields:
        body.pop(f.name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type == "field")


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(obj, factory):
    if _is_instance(obj):
        return factory([(f.name, _as_dict(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_as_dict(v, factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_as_dict(v, factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_as_dict(k, factory), _as_dict(v, factory)) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, factory):
    if _is_instance(obj):
        return factory([_as_tuple(getattr(obj, f.name), factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_as_tuple(v, factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_as_tuple(v, factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_as_tuple(k, factory), _as_tuple(v, factory)) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    import keyword
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        else:
            name, kind, body[item[0]] = item
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    body["__annotations__"] = annotations
    body.setdefault("__module__", module or "types")
    return dataclass(types.new_class(cls_name, bases, {}, lambda ns: ns.update(body)), **options)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type == "classvar":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type == "initvar" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
