"""Type hints: inert, but they can be subscripted, inherited from and printed."""
from _system import is_instance, is_unresolved
from abc import abstractmethod, ABCMeta
import types
from types import GenericAlias

TYPE_CHECKING = False


def _type_repr(obj):
    if obj is ...:
        return "..."
    if is_instance(obj, (list, tuple)) and not is_instance(obj, GenericAlias):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    if is_instance(obj, GenericAlias):
        return repr(obj)
    if is_instance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if is_instance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _convert(arg):
    if arg is None:
        return type(None)
    if is_instance(arg, str):
        return ForwardRef(arg)
    return arg


def _parameters(args):
    found = []
    for arg in args:
        if is_instance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif not is_unresolved(arg):
            for inner in getattr(arg, "__parameters__", ()):
                if inner not in found:
                    found.append(inner)
    return tuple(found)


def _has(values, sought):
    # An unresolved hint is like nothing but itself.
    if is_unresolved(sought):
        return any(each is sought for each in values)
    return any(each == sought for each in values if not is_unresolved(each))


class _Special:
    """What every hint can do: | with others, being told apart from values."""

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


class _SpecialForm(_Special):
    def __init__(self, name, getitem=None, kept=False):
        self._name = name
        self._getitem = getitem
        # What was made for these parameters before, as files of one kind ask for the same again and again.
        self._made = {} if kept else None

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        if self._made is None:
            return self._getitem(self, parameters)
        try:
            if parameters in self._made:
                return self._made[parameters]
        except TypeError:
            return self._getitem(self, parameters)
        made = self._made[parameters] = self._getitem(self, parameters)
        return made


class ForwardRef(_Special):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not is_instance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not is_instance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Variable(_Special):
    def __repr__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=None):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self.__constraints__ = tuple(_convert(c) for c in constraints)
        self.__bound__ = None if bound is None else _convert(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __repr__(self):
        return "~" + self.__name__


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=None):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]


class _Alias(_Special):
    """A subscripted form: List[int], Union[int, str], Base[T]."""

    def __init__(self, origin, args, name=None, special=None):
        if not is_instance(args, tuple):
            args = (args,)
        self.__dict__["__origin__"] = origin
        self.__dict__["__args__"] = args
        self.__dict__["__parameters__"] = _parameters(args)
        self.__dict__["_name"] = name
        self.__dict__["_special"] = special

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        if not is_instance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __eq__(self, other):
        if not is_instance(other, _Alias):
            if self.__origin__ is Union and is_instance(other, getattr(types, "UnionType", ())):
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        known = self.__dict__
        if "_hash" not in known:
            args = frozenset(self.__args__) if self.__origin__ is Union else self.__args__
            known["_hash"] = hash((self.__origin__, args))
        return known["_hash"]

    def __getitem__(self, args):
        if not is_instance(args, tuple):
            args = (args,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if len(args) != len(self.__parameters__):
            few = "many" if len(args) > len(self.__parameters__) else "few"
            raise TypeError(
                f"Too {few} arguments for {self}; actual {len(args)}, expected {len(self.__parameters__)}")
        chosen = dict(zip(self.__parameters__, (_convert(a) for a in args)))
        return self._substitute(chosen)

    def _substitute(self, chosen):
        made = []
        for arg in self.__args__:
            if is_instance(arg, _Variable):
                made.append(chosen.get(arg, arg))
            elif is_instance(arg, _Alias):
                made.append(arg._substitute(chosen))
            elif not is_unresolved(arg) and getattr(arg, "__parameters__", ()):
                made.append(arg[tuple(chosen[p] for p in arg.__parameters__)])
            else:
                made.append(arg)
        if self.__origin__ is Union:
            return Union[tuple(made)]
        return _Alias(self.__origin__, tuple(made), self._name, self._special)

    def __mro_entries__(self, bases):
        if not is_instance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        later = bases[bases.index(self) + 1:]
        others = any(is_instance(b, _Alias) or is_instance(b, type) and issubclass(b, Generic) for b in later)
        if self.__origin__ is Generic:
            # A later base brings Generic along.
            return () if others or Protocol in bases else (Generic,)
        if self._name and self.__origin__ is not Protocol and not others:
            return (self.__origin__, Generic)
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        origin, args = self.__origin__, self.__args__
        if origin is Union:
            if len(args) == 2 and type(None) in args:
                other = args[1] if args[0] is type(None) else args[0]
                return f"typing.Optional[{_type_repr(other)}]"
            return f"typing.Union[{', '.join(_type_repr(a) for a in args)}]"
        if self._special == "callable":
            result = _type_repr(args[-1])
            prefix = "typing.Callable" if self._name else "collections.abc.Callable"
            if len(args) == 2 and (args[0] is ... or is_instance(args[0], (ParamSpec, _Alias)) and
                                   getattr(args[0], "_special", None) != "callable" and
                                   is_instance(args[0], ParamSpec)):
                return f"{prefix}[{_type_repr(args[0])}, {result}]"
            return f"{prefix}[[{', '.join(_type_repr(a) for a in args[:-1])}], {result}]"
        if self._special == "literal":
            return f"typing.Literal[{', '.join(repr(a) for a in args)}]"
        if self._special == "annotated":
            return (f"typing.Annotated[{_type_repr(args[0])}, "
                    f"{', '.join(repr(a) for a in self.__metadata__)}]")
        name = "typing." + self._name if self._name else _type_repr(origin)
        shown = ", ".join(_type_repr(a) for a in args) if args else "()"
        return f"{name}[{shown}]"


class _Named(_Special):
    """List, Dict and their like, before they are subscripted."""

    def __init__(self, origin, name, count):
        self.__dict__["_origin"] = origin
        self.__dict__["_name"] = name
        self.__dict__["_count"] = count
        self.__dict__["_made"] = {}
        self.__dict__["__parameters__"] = ()

    @property
    def __origin__(self):
        # The abstract classes are made when somebody looks at one: most scripts only name them.
        origin = self._origin
        if is_instance(origin, str):
            import importlib
            module, _, name = origin.rpartition(".")
            origin = self.__dict__["_origin"] = getattr(importlib.import_module(module), name)
        return origin

    def __getitem__(self, params):
        try:
            if params in self._made:
                return self._made[params]
        except TypeError:
            return self._alias(params)
        made = self._made[params] = self._alias(params)
        return made

    def _alias(self, params):
        if not is_instance(params, tuple):
            params = (params,)
        if self._name == "Tuple" and len(params) == 1 and is_instance(params[0], tuple) and not params[0]:
            return _Alias(tuple, (), "Tuple")
        args = tuple(_convert(p) for p in params)
        if self._count >= 0 and len(args) != self._count:
            few = "many" if len(args) > self._count else "few"
            raise TypeError(f"Too {few} arguments for {self}; actual {len(args)}, expected {self._count}")
        return _Alias(self.__origin__, args, self._name)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        raise TypeError(
            f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,) if Generic in bases else (self.__origin__, Generic)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _CallableForm(_Named):
    def __getitem__(self, params):
        if not is_instance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _convert(result)
        if is_instance(args, list):
            return _Alias(self.__origin__, tuple(_convert(a) for a in args) + (result,), "Callable",
                          "callable")
        if args is not ... and not is_unresolved(args) and not is_instance(args, (ParamSpec, _Alias)):
            raise TypeError(
                f"Callable[args, result]: args must be a list. Got {args}")
        return _Alias(self.__origin__, (args, result), "Callable", "callable")


def _CollectionsCallable(params):
    made = Callable[params]
    made.__dict__["_name"] = None
    return made


def _union(self, parameters):
    if not is_instance(parameters, tuple):
        parameters = (parameters,)
    if not parameters:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for p in parameters:
        p = _convert(p)
        inner = p.__args__ if is_instance(p, _Alias) and p.__origin__ is Union else (
            p.__args__ if is_instance(p, getattr(types, "UnionType", ())) else (p,))
        for each in inner:
            if not _has(flat, each):
                flat.append(each)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), "Union")


def _optional(self, parameter):
    if is_instance(parameter, tuple):
        raise TypeError(f"typing.Optional requires a single type. Got {parameter!r}.")
    return Union[parameter, type(None)]


def _literal(self, parameters):
    if not is_instance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        for each in p.__args__ if is_instance(p, _Alias) and p._special == "literal" else (p,):
            if not any(type(each) is type(o) and each == o for o in flat):
                flat.append(each)
    return _Alias(Literal, tuple(flat), "Literal", "literal")


def _annotated(self, params):
    if not is_instance(params, tuple) or len(params) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _convert(params[0])
    metadata = tuple(params[1:])
    if is_instance(origin, _Alias) and origin._special == "annotated":
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    made = _Alias(origin, (origin,), "Annotated", "annotated")
    made.__dict__["__metadata__"] = metadata
    return made


def _one(name):
    def getitem(self, parameter):
        return _Alias(self, (_convert(parameter),), name)

    return getitem


def _many(name):
    def getitem(self, parameters):
        if not is_instance(parameters, tuple):
            parameters = (parameters,)
        return _Alias(self, tuple(_convert(p) for p in parameters), name)

    return getitem


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
ClassVar = _SpecialForm("ClassVar", _one("ClassVar"))
Final = _SpecialForm("Final", _one("Final"))
Union = _SpecialForm("Union", _union, kept=True)
Optional = _SpecialForm("Optional", _optional, kept=True)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)
TypeAlias = _SpecialForm("TypeAlias")
TypeGuard = _SpecialForm("TypeGuard", _one("TypeGuard"))
Concatenate = _SpecialForm("Concatenate", _many("Concatenate"))
Unpack = _SpecialForm("Unpack", _one("Unpack"))
Required = _SpecialForm("Required", _one("Required"))
NotRequired = _SpecialForm("NotRequired", _one("NotRequired"))


class Generic:
    """Base of classes that take type parameters."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        if not is_instance(params, tuple):
            params = (params,)
        params = tuple(_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not all(is_unresolved(p) or is_instance(p, (TypeVar, ParamSpec, TypeVarTuple, _Alias))
                       for p in params):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                    "variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            made = _Alias(cls, params)
            made.__dict__["_name"] = cls.__name__
            return made
        own = getattr(cls, "__parameters__", ())
        if not own:
            raise TypeError(f"{cls} is not a generic class")
        if len(params) != len(own) and all(is_instance(p, TypeVar) for p in own):
            few = "many" if len(params) > len(own) else "few"
            raise TypeError(f"Too {few} arguments for {cls}; actual {len(params)}, expected {len(own)}")
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        found = []
        for base in bases:
            if is_instance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                found = list(base.__parameters__)
                break
            for parameter in getattr(base, "__parameters__", ()) if is_instance(base, (_Alias, GenericAlias)) else ():
                if parameter not in found:
                    found.append(parameter)
        cls.__parameters__ = tuple(found)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols")
            return all(hasattr(instance, name) for name in _protocol_members(cls)) or \
                super().__instancecheck__(instance)
        return super().__instancecheck__(instance)


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        names.update(getattr(base, "__annotations__", {}))
        names.update(
            n for n in base.__dict__
            if not n.startswith("_abc_") and n not in (
                "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
                "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "_is_protocol",
                "_is_runtime_protocol", "__parameters__", "__orig_bases__", "__qualname__", "__init_subclass__",
                "__match_args__"))
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that describe others."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and cls.__init__ is object.__init__:
            def no_init(self, *args, **kwargs):
                if type(self).__dict__.get("_is_protocol"):
                    raise TypeError("Protocols cannot be instantiated")

            cls.__init__ = no_init


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


# Made when they are asked for: of what class each is an alias, and how many parameters it has.
_NAMED = {name: (origin, count) for name, origin, count in (
    ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Tuple", tuple, -1),
    ("Type", type, 1), ("Deque", "collections.deque", 1), ("DefaultDict", "collections.defaultdict", 2),
    ("OrderedDict", "collections.OrderedDict", 2), ("Counter", "collections.Counter", 1),
    ("Iterable", "collections.abc.Iterable", 1), ("Iterator", "collections.abc.Iterator", 1),
    ("Generator", "collections.abc.Generator", 3), ("Sequence", "collections.abc.Sequence", 1),
    ("MutableSequence", "collections.abc.MutableSequence", 1), ("Mapping", "collections.abc.Mapping", 2),
    ("MutableMapping", "collections.abc.MutableMapping", 2), ("AbstractSet", "collections.abc.Set", 1),
    ("MutableSet", "collections.abc.MutableSet", 1), ("Collection", "collections.abc.Collection", 1),
    ("Container", "collections.abc.Container", 1), ("Reversible", "collections.abc.Reversible", 1),
    ("KeysView", "collections.abc.KeysView", 1), ("ItemsView", "collections.abc.ItemsView", 2),
    ("ValuesView", "collections.abc.ValuesView", 1), ("MappingView", "collections.abc.MappingView", 1),
    ("Awaitable", "collections.abc.Awaitable", 1), ("Coroutine", "collections.abc.Coroutine", 3),
    ("AsyncIterable", "collections.abc.AsyncIterable", 1), ("AsyncIterator", "collections.abc.AsyncIterator", 1),
    ("AsyncGenerator", "collections.abc.AsyncGenerator", 2), ("Hashable", "collections.abc.Hashable", 0),
    ("Sized", "collections.abc.Sized", 0), ("ByteString", "collections.abc.ByteString", 0),
)}
Callable = _CallableForm("collections.abc.Callable", "Callable", 2)


def __getattr__(name):
    if name == "__all__":
        return _star_names()
    if name in _NAMED:
        origin, count = _NAMED[name]
        made = globals()[name] = _Named(origin, name, count)
        return made
    if name == "ChainMap":
        return _Named("collections.ChainMap", "ChainMap", 2)
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        return _Named(getattr(contextlib, "Abstract" + name), name, 1)
    if name in ("Pattern", "Match"):
        import re
        return _Named(getattr(re, name), name, 1)
    if name in ("IO", "TextIO", "BinaryIO"):
        return _io_types()[name]
    if name.startswith("Supports") and name[8:] in ("Int", "Float", "Complex", "Bytes", "Index", "Abs", "Round"):
        return _supports(name)
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


def __dir__():
    return sorted({name for name in globals()} | set(_NAMED))


def _star_names():
    # Some of them are made when they are asked for.
    own = {"types", "T", "KT", "VT", "T_co", "V_co", "VT_co", "T_contra", "GenericAlias", "ABCMeta", "abstractmethod"}
    return [name for name in globals() if not name.startswith("_") and name not in own and name not in _NAMED] + [
        *_NAMED,
        "ChainMap", "ContextManager", "AsyncContextManager", "Pattern", "Match", "IO", "TextIO", "BinaryIO",
        "SupportsInt", "SupportsFloat", "SupportsComplex", "SupportsBytes", "SupportsIndex", "SupportsAbs",
        "SupportsRound"]


def _io_types():
    class IO(Generic[AnyStr]):
        pass

    class BinaryIO(IO[bytes]):
        pass

    class TextIO(IO[str]):
        pass

    for made in (IO, BinaryIO, TextIO):
        made.__qualname__ = made.__name__
        globals()[made.__name__] = made
    return {"IO": IO, "BinaryIO": BinaryIO, "TextIO": TextIO}


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


def _supports(name):
    def stub(self):
        pass

    method = "__" + name.removeprefix("Supports").lower() + "__"
    stub.__name__ = method
    cls = _ProtocolMeta(name, (Protocol,), {method: abstractmethod(stub), "__slots__": (), "__module__": "typing"})
    cls._is_protocol = True
    cls._is_runtime_protocol = True
    globals()[name] = cls
    return cls


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
        "module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    return _overload_dummy


def get_overloads(func):
    return []


def clear_overloads():
    pass


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        import sys
        self.__module__ = sys._getframe(1).f_globals.get("__name__", "typing")

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _namedtuple(*args, **kwargs):
    from collections import namedtuple
    return namedtuple(*args, **kwargs)


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if _NamedTupleBase in bases:
            bases = tuple(tuple if base is _NamedTupleBase else base for base in bases)
        annotations = ns.get("__annotations__", {})
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _namedtuple(
            typename, list(annotations), defaults=[ns[n] for n in defaults], module=ns.get("__module__"))
        made.__annotations__ = {n: _convert(t) for n, t in annotations.items()}
        made.__new__.__annotations__ = made.__annotations__
        others = tuple(b for b in bases if b is not tuple)
        if others:
            made = type(typename, (made, *others), {"__module__": ns.get("__module__"), "__slots__": ()})
        for key in ns:
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__qualname__", "__dict__") and key not in made._fields:
                setattr(made, key, ns[key])
        return made


class _NamedTupleBase:
    pass


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    import sys
    fields = [(n, _convert(t)) for n, t in fields]
    made = _namedtuple(
        typename, [n for n, _ in fields], module=sys._getframe(1).f_globals.get("__name__"))
    made.__annotations__ = made.__new__.__annotations__ = dict(fields)
    return made


class _NamedTupleEntry:
    """Stands among the bases in NamedTuple's place."""

    def __mro_entries__(self, bases):
        return (_NamedTupleReal,)

    def __call__(self, typename, fields=None, /, **kwargs):
        return _named_tuple(typename, fields, **kwargs)

    def __repr__(self):
        return "<function NamedTuple>"


_named_tuple = NamedTuple
_NamedTupleReal = type.__new__(_NamedTupleMeta, "NamedTuple", (_NamedTupleBase,), {})
_NamedTupleBase = _NamedTupleReal
NamedTuple = _NamedTupleEntry()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(cls, name, (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        own = {n: _convert(t) for n, t in ns.get("__annotations__", {}).items()}
        annotations.update(own)
        for key, hint in own.items():
            origin = getattr(hint, "__origin__", None)
            if origin is Required or (total and origin is not NotRequired):
                required.add(key)
            else:
                optional.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, ns, total=True):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictEntry:
    def __mro_entries__(self, bases):
        return (_TypedDictReal,)

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        import sys
        ns = {"__annotations__": dict(fields or kwargs),
              "__module__": sys._getframe(1).f_globals.get("__name__")}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDictReal = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDictEntry()


def is_typeddict(tp):
    return is_instance(tp, _TypedDictMeta)


def get_origin(tp):
    if is_instance(tp, _Alias):
        return Annotated if tp._special == "annotated" else tp.__origin__
    if is_instance(tp, GenericAlias):
        return tp.__origin__
    if is_instance(tp, getattr(types, "UnionType", ())):
        return types.UnionType
    if is_instance(tp, _Named):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return None


def get_args(tp):
    if is_instance(tp, _Alias):
        if tp._special == "annotated":
            return (tp.__origin__,) + tp.__metadata__
        if tp._special == "callable" and not (len(tp.__args__) == 2 and tp.__args__[0] is ...):
            return (list(tp.__args__[:-1]), tp.__args__[-1])
        return tp.__args__
    if is_instance(tp, (GenericAlias, getattr(types, "UnionType", GenericAlias))):
        return tp.__args__
    return ()


def _evaluated(hint, scope):
    """The hint with every forward reference in it resolved."""
    if is_instance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if is_instance(hint, str):
        hint = eval(hint, scope)
        return type(None) if hint is None else _evaluated(hint, scope)
    if is_instance(hint, _Alias) and hint._special not in ("literal", "annotated"):
        args = tuple(_evaluated(arg, scope) for arg in hint.__args__)
        if args != hint.__args__:
            return Union[args] if hint.__origin__ is Union else _Alias(hint.__origin__, args, hint._name, hint._special)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if is_instance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
        import sys
        scope = vars(sys.modules[obj.__module__]) if obj.__module__ in sys.modules else {}
    else:
        hints = dict(getattr(obj, "__annotations__", None) or {})
        scope = getattr(obj, "__globals__", {})
    scope = {**scope, **(globalns or {}), **(localns or {})}
    resolved = {}
    for name, hint in hints.items():
        if hint is None:
            hint = type(None)
        hint = _evaluated(hint, scope)
        if not include_extras and is_instance(hint, _Alias) and hint._special == "annotated":
            hint = hint.__origin__
        resolved[name] = hint
    return resolved
