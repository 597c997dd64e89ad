"""What things are, light."""
import sys
import types


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def iscoroutine(object):
    return hasattr(object, "cr_frame") or type(object).__name__ == "coroutine"


def isawaitable(object):
    return iscoroutine(object) or hasattr(object, "__await__")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", False))


def isgeneratorfunction(obj):
    return bool(getattr(getattr(obj, "__code__", None), "co_flags", 0) & 0x20)


def iscoroutinefunction(obj):
    return bool(getattr(getattr(obj, "__code__", None), "co_flags", 0) & 0x80)


def isasyncgenfunction(obj):
    return bool(getattr(getattr(obj, "__code__", None), "co_flags", 0) & 0x200)


def isdatadescriptor(object):
    return not isclass(object) and (hasattr(type(object), "__set__") or hasattr(type(object), "__delete__"))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object):
    import sys
    return sys.modules.get(getattr(object, "__module__", None))


def currentframe():
    return sys._getframe(1)


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    for name in ("__code__", "f_code"):
        object = getattr(object, name, object)
    if hasattr(object, "co_filename"):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        + type(object).__name__)


getsourcefile = getfile


def getabsfile(object, _filename=None):
    from os.path import abspath
    return abspath(_filename or getfile(object))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


class _empty:
    pass


class _Kind(int):
    def __new__(cls, value, name):
        made = int.__new__(cls, value)
        made.name = name
        return made

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


class Parameter:
    POSITIONAL_ONLY = _Kind(0, "POSITIONAL_ONLY")
    POSITIONAL_OR_KEYWORD = _Kind(1, "POSITIONAL_OR_KEYWORD")
    VAR_POSITIONAL = _Kind(2, "VAR_POSITIONAL")
    KEYWORD_ONLY = _Kind(3, "KEYWORD_ONLY")
    VAR_KEYWORD = _Kind(4, "VAR_KEYWORD")
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


def formatannotation(annotation):
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else \
            annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "") if getattr(annotation, "__module__", "") == "typing" else repr(annotation)


class Signature:
    empty = _empty

    def __init__(self, parameters=(), *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters}
        self.return_annotation = return_annotation

    def __str__(self):
        parts, star = [], False
        last_positional_only = None
        for p in self.parameters.values():
            if p.kind == 0:
                last_positional_only = p.name
        for p in self.parameters.values():
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                parts.append("*")
                star = True
            parts.append(str(p))
            if p.name == last_positional_only:
                parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"


def signature(obj, **kwargs):
    skip = 0
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    obj = unwrap(obj)
    if isclass(obj):
        obj, skip = obj.__init__, 1
    elif ismethod(obj):
        obj, skip = obj.__func__, 1
    code = getattr(obj, "__code__", None)
    if code is None:
        raise ValueError(f"no signature found for builtin {obj!r}")
    names = code.co_varnames
    count, kwonly = code.co_argcount, code.co_kwonlyargcount
    defaults = obj.__defaults__ or ()
    notes = getattr(obj, "__annotations__", None) or {}
    parameters = []
    for i, name in enumerate(names[:count]):
        default = defaults[i - (count - len(defaults))] if i >= count - len(defaults) else _empty
        kind = Parameter.POSITIONAL_ONLY if i < getattr(code, "co_posonlyargcount", 0) else Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))
    at = count + kwonly
    if code.co_flags & 4:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + kwonly]:
        parameters.append(Parameter(
            name, Parameter.KEYWORD_ONLY, default=(obj.__kwdefaults__ or {}).get(name, _empty),
            annotation=notes.get(name, _empty)))
    if code.co_flags & 8:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return Signature(parameters[skip:], return_annotation=notes.get("return", _empty))
