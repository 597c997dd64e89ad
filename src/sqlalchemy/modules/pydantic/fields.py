"""Fields: what Field() says of them."""
from _system import is_unresolved


class _Undefined:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return False


PydanticUndefined = Undefined = _Undefined()


class AliasPath:
    def __init__(self, first, *rest):
        self.path = [first, *rest]

    def search_dict_for_path(self, values):
        for step in self.path:
            try:
                values = values[step]
            except (KeyError, IndexError, TypeError):
                return PydanticUndefined
        return values


class AliasChoices:
    def __init__(self, first, *rest):
        self.choices = [first, *rest]


# What bounds a value; everything else that Field() takes describes, or names, the field.
_bounds = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern", "regex", "min_items", "max_items")


class FieldInfo:
    def __init__(self, default=PydanticUndefined, default_factory=None, alias=None, validation_alias=None,
                 annotation=None, validate_default=None, **options):
        self.default = PydanticUndefined if default is ... else default
        self.default_factory = default_factory
        self.alias = alias
        self.validation_alias = alias if validation_alias is None else validation_alias
        self.annotation = annotation
        self.validate_default = validate_default
        self.bounds = {name: options[name] for name in _bounds if options.get(name) is not None}
        self.metadata = []
        self.options = options

    def __getattr__(self, name):
        if name.startswith("_") or name not in self.options:
            raise AttributeError(name)
        return self.options[name]

    description = property(lambda self: self.options.get("description"))
    title = property(lambda self: self.options.get("title"))
    json_schema_extra = property(lambda self: self.options.get("json_schema_extra"))

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=False, validated_data=None):
        if self.default_factory is None:
            return self.default
        return self.default_factory() if call_default_factory else None

    def names(self):
        """What the field may be called in what is given: texts and AliasPaths."""
        alias = self.validation_alias
        if alias is None:
            return []
        return list(alias.choices) if isinstance(alias, AliasChoices) else [alias]

    def over(self, other):
        """This one, with what only the other says (Annotated[int, Field(gt=1)] = Field(default=3))."""
        made = FieldInfo(
            other.default if self.is_required() else self.default,
            other.default_factory if self.is_required() else self.default_factory,
            annotation=self.annotation, validate_default=self.validate_default or other.validate_default,
            **{**other.options, **self.options},
        )
        made.alias = self.alias or other.alias
        made.validation_alias = other.validation_alias if self.validation_alias is None else self.validation_alias
        return made


class ModelPrivateAttr:
    def __init__(self, default, default_factory):
        self.default, self.default_factory = default, default_factory

    def get_default(self):
        return self.default if self.default_factory is None else self.default_factory()


def Field(default=PydanticUndefined, **options):
    return FieldInfo(default, **options)


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return ModelPrivateAttr(default, default_factory)


class computed_field:
    """A property that is among the values of a model."""

    def __new__(cls, function=None, **options):
        if function is None:
            return lambda given: cls(given, **options)
        made = object.__new__(cls)
        made._property = property(function) if callable(function) and not hasattr(function, "__get__") else function
        if not hasattr(function, "fget") and not hasattr(function, "__set_name__"):
            made._property = property(function)
        return made

    def __init__(self, function=None, **options):
        pass

    def __set_name__(self, owner, name):
        self.name = name
        if hasattr(self._property, "__set_name__"):
            self._property.__set_name__(owner, name)

    def __get__(self, instance, owner=None):
        return self if instance is None else self._property.__get__(instance, owner)


def is_described(value):
    return not is_unresolved(value) and isinstance(value, FieldInfo)
