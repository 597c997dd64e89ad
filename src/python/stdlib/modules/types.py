"""The types that have no names of their own among the built-ins."""


def _function():
    pass


def _generator():
    yield 1


async def _coroutine():
    pass


class _Class:
    def _method(self):
        pass


FunctionType = type(_function)
LambdaType = FunctionType
GeneratorType = type(_generator())
MethodType = type(_Class()._method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
try:
    CoroutineType = type(_coroutine())
except Exception:
    CoroutineType = GeneratorType
try:
    GenericAlias = type(list[int])
    UnionType = type(int | str)
except TypeError:
    pass
CodeType = type(_function.__code__) if hasattr(_function, "__code__") else None
MethodDescriptorType = type(str.join)
WrapperDescriptorType = MethodWrapperType = ClassMethodDescriptorType = MethodDescriptorType
try:
    raise ValueError
except ValueError as _error:
    TracebackType = type(_error.__traceback__)


async def _async_generator():
    yield


try:
    AsyncGeneratorType = type(_async_generator())
except Exception:
    AsyncGeneratorType = GeneratorType
import sys as _sys
FrameType = type(_sys._getframe())
ModuleType = type(_sys)
try:
    MappingProxyType = type(type.__dict__)
    if MappingProxyType is dict:
        raise TypeError
    MappingProxyType({})
except TypeError:
    class MappingProxyType:
        """A view of a mapping that cannot be written through."""

        def __init__(self, mapping):
            if isinstance(mapping, (list, tuple)) or not hasattr(mapping, "__getitem__"):
                raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
            self._mapping = mapping

        def __getitem__(self, key):
            return self._mapping[key]

        def __contains__(self, key):
            return key in self._mapping

        def __iter__(self):
            return iter(self._mapping)

        def __len__(self):
            return len(self._mapping)

        def __reversed__(self):
            return reversed(self._mapping)

        def get(self, key, default=None):
            return self._mapping.get(key, default)

        def keys(self):
            return self._mapping.keys()

        def values(self):
            return self._mapping.values()

        def items(self):
            return self._mapping.items()

        def copy(self):
            return self._mapping.copy()

        def __eq__(self, other):
            return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

        def __or__(self, other):
            return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

        def __ror__(self, other):
            return other | self._mapping

        def __repr__(self):
            return f"mappingproxy({self._mapping!r})"

        def __str__(self):
            return str(self._mapping)

    MappingProxyType.__name__ = MappingProxyType.__qualname__ = "mappingproxy"


_shown = set()


class SimpleNamespace:
    """Attributes, and a text that shows them."""

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return f"{name}(...)"
        _shown.add(id(self))
        try:
            return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute:
    """A property that, asked of the class, is as if it were not there."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def resolve_bases(bases):
    changed = False
    resolved = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            resolved.extend(base.__mro_entries__(bases))
            changed = True
        else:
            resolved.append(base)
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    for base in bases:
        if isinstance(meta, type) and issubclass(type(base), meta):
            meta = type(base)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def coroutine(function):
    return function
