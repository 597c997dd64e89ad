"""Functions of a model that look at its values, and those that stand in annotations."""


class Decorated:
    """A function of a class, and which fields it is for; it is called as it was defined."""

    def __init__(self, function, kind, fields=(), mode="after", first=False, **options):
        self.function, self.kind, self.fields, self.mode, self.first = function, kind, fields, mode, first
        self.options = options

    def __get__(self, instance, owner=None):
        function = self.function
        if hasattr(function, "__get__"):
            return function.__get__(instance, owner)
        return function

    def bound(self, cls):
        """The function, which takes the class by itself."""
        function = self.function
        if isinstance(function, (classmethod, staticmethod)):
            return function.__get__(None, cls)
        return lambda *given, **named: function(cls, *given, **named)

    @property
    def plain(self):
        return getattr(self.function, "__func__", self.function)


def parameters(function):
    """How many a function takes by place, and their names; None: any number."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is None:
        return 1, ()
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return (None if code.co_flags & 0x04 else code.co_argcount), names


def field_validator(field, /, *fields, mode="after", check_fields=None, **ignored):
    return lambda function: Decorated(function, "field", (field, *fields), mode)


def model_validator(*, mode):
    return lambda function: Decorated(function, "model", (), mode)


def validator(*fields, pre=False, each_item=False, always=False, check_fields=True, whole=None, allow_reuse=False):
    """As it was before 2.0."""
    mode = "before" if pre else "after"
    return lambda function: Decorated(function, "field", fields, mode, True, each_item=each_item, always=always)


def root_validator(*functions, pre=False, skip_on_failure=False, allow_reuse=False):
    if functions:
        return Decorated(functions[0], "model", (), "after", True)
    return lambda function: Decorated(function, "model", (), "before" if pre else "after", True)


class _InAnnotation:
    def __init__(self, func, **ignored):
        self.func = func


class BeforeValidator(_InAnnotation):
    pass


class AfterValidator(_InAnnotation):
    pass


class PlainValidator(_InAnnotation):
    pass


class WrapValidator(_InAnnotation):
    pass


class SkipValidation:
    pass
