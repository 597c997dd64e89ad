"""BaseModel."""
import sys
import typing
from _system import is_unresolved, unresolved
from abc import ABCMeta
from copy import copy as _copy, deepcopy

from pydantic import _convert
from pydantic.fields import AliasPath, FieldInfo, ModelPrivateAttr, PydanticUndefined, computed_field, is_described
from pydantic.functional_validators import Decorated, parameters

ConfigDict = dict


class ValidationError(ValueError):
    def __init__(self, title, errors):
        self.title, self._errors = title, errors
        super().__init__(self._text())

    @classmethod
    def from_exception_data(cls, title, line_errors, **ignored):
        return cls(title, [dict(one) for one in line_errors])

    def errors(self, **ignored):
        return [dict(one) for one in self._errors]

    def error_count(self):
        return len(self._errors)

    def _text(self):
        lines = ["{} validation error{} for {}".format(len(self._errors), "" if len(self._errors) == 1 else "s", self.title)]
        for one in self._errors:
            if one["loc"]:
                lines.append(".".join(str(part) for part in one["loc"]))
            # What was given may be a password.
            lines.append("  {} [type={}]".format(one["msg"], one["type"]))
            lines.append("    For further information visit https://errors.pydantic.dev/2.12/v/" + one["type"])
        return "\n".join(lines)

    def __str__(self):
        return self._text()


class ValidationInfo:
    def __init__(self, data, field_name, config, mode="python"):
        self.data, self.field_name, self.config = data, field_name, config
        self.mode, self.context = mode, None


class ModelMetaclass(ABCMeta):
    def __new__(mcs, name, bases, members, **options):
        fields, private, own = {}, {}, {}
        for key, value in list(members.items()):
            if not is_unresolved(value) and isinstance(value, ModelPrivateAttr):
                private[key] = members.pop(key)
        made = super().__new__(mcs, name, bases, members)
        for base in reversed(made.__mro__[1:]):
            if not is_unresolved(getattr(base, "__limbeck_fields__", None)):
                fields.update(base.__dict__.get("__limbeck_own_fields__", {}))
                private.update({**base.__dict__.get("__limbeck_private__", {}), **private})
        for key, hint in made.__dict__.get("__annotations__", {}).items():
            if _is_class_variable(hint):
                continue
            if key.startswith("_"):
                if key not in private:
                    private[key] = ModelPrivateAttr(made.__dict__.get(key, PydanticUndefined), None)
                continue
            if key == "model_config" or key in made.__dict__.get("__sqlmodel_relationships__", ()):
                continue
            own[key] = _field(made, hint, made.__dict__[key] if key in made.__dict__ else PydanticUndefined)
        # A value for a field of a parent's, without an annotation.
        for key, value in list(made.__dict__.items()):
            if key in own:
                type.__delattr__(made, key)
            elif key in fields and not is_unresolved(value) and not isinstance(value, (Decorated, property, computed_field)):
                if not callable(value) or is_described(value):
                    own[key] = _field(made, fields[key].annotation, value)
        type.__setattr__(made, "__limbeck_own_fields__", own)
        fields.update(own)
        type.__setattr__(made, "__limbeck_fields__", fields)
        type.__setattr__(made, "__limbeck_private__", private)
        config = {}
        for base in reversed(made.__mro__):
            said = base.__dict__.get("model_config")
            if said is not None and not is_unresolved(said):
                config.update(said)
            old = base.__dict__.get("Config")
            if old is not None:
                config.update({key: getattr(old, key) for key in dir(old) if not key.startswith("__")})
        config.update({key: value for key, value in options.items() if key != "metaclass"})
        type.__setattr__(made, "model_config", config)
        type.__setattr__(made, "__limbeck_checks__", _checks(made))
        return made

    def __init__(cls, name, bases, members, **options):
        super().__init__(name, bases, members)

    @property
    def model_fields(cls):
        return cls.__limbeck_fields__

    __fields__ = model_fields

    @property
    def model_computed_fields(cls):
        return {name: value for base in reversed(cls.__mro__) for name, value in base.__dict__.items() if _is_computed(value)}

    def __instancecheck__(cls, value):
        return type.__instancecheck__(cls, value)


def _is_class_variable(hint):
    if is_unresolved(hint):
        return False
    if isinstance(hint, str):
        return hint.startswith(("ClassVar", "typing.ClassVar", "t.ClassVar"))
    return hint is typing.ClassVar or typing.get_origin(hint) is typing.ClassVar


def _is_computed(value):
    return not is_unresolved(value) and isinstance(value, computed_field)


def _field(cls, hint, value):
    info = value if is_described(value) else FieldInfo(value)
    if info.annotation is not None:
        info = _copy(info)
    info.annotation, info.owner = hint, cls
    return info


def _annotation(info):
    """The annotation as it is meant: texts are evaluated when they are first needed."""
    hint = info.annotation
    if isinstance(hint, str):
        owner = info.owner
        module = sys.modules.get(owner.__module__)
        names = {} if module is None or is_unresolved(module) else dict(vars(module))
        names.setdefault(owner.__name__, owner)
        try:
            hint = info.annotation = eval(hint, names, dict(owner.__dict__))
        except NameError:
            return hint
    if not is_unresolved(hint) and hasattr(hint, "__metadata__"):
        for said in hint.__metadata__:
            if is_described(said) and not getattr(info, "_merged", False):
                merged = info.over(said)
                merged.owner, merged.annotation = info.owner, hint
                info.__dict__.update(merged.__dict__)
        info._merged = True
    return hint


def _checks(cls):
    """The functions that look at values: of each field, and of the whole, in the order of their definition."""
    found = {}
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            if is_unresolved(value):
                continue
            if isinstance(value, Decorated):
                found[name] = value
            elif name in found:
                del found[name]
    return list(found.values())


class BaseModel(metaclass=ModelMetaclass):
    model_config = {}

    def __init__(self, /, **values):
        _validate(self, values)

    # ---- making them

    @classmethod
    def _limbeck_from(cls, value):
        if isinstance(value, cls):
            return value
        if cls.model_config.get("from_attributes") or cls.model_config.get("orm_mode"):
            if not isinstance(value, dict):
                value = {name: getattr(value, name) for name in cls.__limbeck_fields__ if hasattr(value, name)}
        if not isinstance(value, dict):
            raise _convert.Problem(
                "Input should be a valid dictionary or instance of {}".format(cls.__name__), "model_type")
        return cls(**value)

    @classmethod
    def model_validate(cls, obj, *, from_attributes=None, **ignored):
        if from_attributes and not isinstance(obj, (dict, cls)):
            obj = {name: getattr(obj, name) for name in cls.__limbeck_fields__ if hasattr(obj, name)}
        try:
            return cls._limbeck_from(obj)
        except _convert.Problem as problem:
            raise ValidationError(cls.__name__, [_error((), problem, obj)]) from None

    parse_obj = from_orm = model_validate

    @classmethod
    def model_validate_json(cls, json_data, **ignored):
        import json

        return cls.model_validate(json.loads(json_data))

    parse_raw = model_validate_json

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        for name, info in cls.__limbeck_fields__.items():
            if name in values:
                made.__dict__[name] = values[name]
            elif not info.is_required():
                made.__dict__[name] = _default(info)
        _finish(made, set(values) if _fields_set is None else _fields_set)
        return made

    construct = model_construct

    @classmethod
    def model_rebuild(cls, **ignored):
        return True

    @classmethod
    def update_forward_refs(cls, **names):
        return None

    def model_post_init(self, context, /):
        pass

    # ---- what they hold

    @property
    def model_fields_set(self):
        return self.__dict__.setdefault("__limbeck_set__", set())

    @property
    def model_extra(self):
        return self.__dict__.get("__limbeck_extra__")

    def __getattr__(self, name):
        extra = self.__dict__.get("__limbeck_extra__")
        if extra and name in extra:
            return extra[name]
        if name in ("model_fields", "__fields__", "model_computed_fields"):
            return getattr(type(self), name)
        raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))

    def __setattr__(self, name, value):
        fields = type(self).__limbeck_fields__
        config = type(self).model_config
        if name in fields:
            if config.get("frozen") or config.get("allow_mutation") is False:
                raise ValidationError(type(self).__name__, [
                    {"loc": (name,), "msg": "Instance is frozen", "type": "frozen_instance", "input": value}])
            if config.get("validate_assignment"):
                value = _one_field(type(self), name, fields[name], value, dict(self.__dict__))
            self.__dict__[name] = value
            self.__dict__["__limbeck_set__"].add(name)
            return
        described = getattr(type(self), name, None)
        if name.startswith("_") or hasattr(type(described), "__set__") or hasattr(described, "fset"):
            object.__setattr__(self, name, value)
        elif config.get("extra") == "allow":
            self.__dict__.setdefault("__limbeck_extra__", {})[name] = value
        else:
            raise ValueError('"{}" object has no field "{}"'.format(type(self).__name__, name))

    def _values(self):
        values = {name: self.__dict__[name] for name in type(self).__limbeck_fields__ if name in self.__dict__}
        values.update(self.__dict__.get("__limbeck_extra__") or {})
        return values

    def __iter__(self):
        return iter(self._values().items())

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __repr_args__(self):
        fields = type(self).__limbeck_fields__
        shown = [(n, v) for n, v in self._values().items() if n not in fields or fields[n].options.get("repr", True)]
        return shown + [(name, getattr(self, name)) for name in type(self).model_computed_fields]

    def __repr__(self):
        return "{}({})".format(type(self).__name__, ", ".join("{}={!r}".format(*one) for one in self.__repr_args__()))

    def __str__(self):
        return " ".join("{}={!r}".format(*one) for one in self.__repr_args__())

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        made.__dict__.update(deepcopy(self.__dict__) if deep else self.__dict__)
        made.__dict__["__limbeck_set__"] = set(self.model_fields_set) | set(update or ())
        made.__dict__.update(update or {})
        return made

    copy = model_copy

    def model_dump(self, *, mode="python", include=None, exclude=None, by_alias=False, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, **ignored):
        _refuse_serializers(type(self))
        values, fields = {}, type(self).__limbeck_fields__
        every = {**self._values(), **{name: getattr(self, name) for name in type(self).model_computed_fields}}
        options = {"mode": mode, "by_alias": by_alias, "exclude_unset": exclude_unset,
                   "exclude_defaults": exclude_defaults, "exclude_none": exclude_none}
        for name, value in every.items():
            info = fields.get(name)
            if include is not None and name not in include or exclude is not None and name in exclude:
                continue
            if info is not None and info.options.get("exclude") or exclude_none and value is None:
                continue
            if exclude_unset and info is not None and name not in self.model_fields_set:
                continue
            if exclude_defaults and info is not None and not info.is_required() and value == _default(info):
                continue
            alias = None if info is None else info.options.get("serialization_alias") or info.alias
            values[alias if by_alias and alias else name] = _dumped(value, options)
        return values

    def dict(self, **options):
        return self.model_dump(**options)

    def model_dump_json(self, *, indent=None, **options):
        import json

        separators = (",", ":") if indent is None else None
        return json.dumps(self.model_dump(mode="json", **options), indent=indent, separators=separators, ensure_ascii=False)

    def json(self, *, indent=None, **options):
        import json

        known = ("include", "exclude", "by_alias", "exclude_unset", "exclude_defaults", "exclude_none")
        said = {name: value for name, value in options.items() if name in known}
        return json.dumps(self.model_dump(mode="json", **said), indent=indent)

    @classmethod
    def model_json_schema(cls, *ignored, **options):
        return unresolved(cls.__name__ + ".model_json_schema()", "limbeck's pydantic makes no schemas")

    schema = schema_json = model_json_schema


def _refuse_serializers(cls):
    for base in cls.__mro__:
        for name, value in base.__dict__.items():
            if is_unresolved(value):
                bool(value)  # a serializer, perhaps


def _dumped(value, options):
    import datetime
    import decimal
    import enum
    import pathlib
    import uuid

    if is_unresolved(value):
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(**options)
    if isinstance(value, dict):
        return {_dumped(key, options): _dumped(one, options) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        made = [_dumped(one, options) for one in value]
        return made if options["mode"] == "json" else type(value)(made)
    if options["mode"] != "json":
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    if isinstance(value, (decimal.Decimal, pathlib.PurePath, uuid.UUID)) or hasattr(value, "get_secret_value"):
        return str(value)
    if isinstance(value, str):
        return "".join(value)
    return value


# ---- checking what is given


def _default(info):
    if info.default_factory is not None:
        return info.default_factory()
    if is_unresolved(info.default) or isinstance(info.default, (str, int, float, bool, type(None), type)):
        return info.default
    return deepcopy(info.default) if isinstance(info.default, (list, dict, set)) else info.default


def _error(where, problem, given):
    if isinstance(problem, _convert.Problem):
        return {"type": problem.kind, "loc": (*where, *problem.where), "msg": str(problem), "input": given}
    kind, words = ("assertion_error", "Assertion failed, ") if isinstance(problem, AssertionError) else (
        "value_error", "Value error, ")
    return {"type": kind, "loc": tuple(where), "msg": words + str(problem), "input": given, "ctx": {"error": problem}}


def _call_check(check, cls, value, name, info, data):
    function = check.bound(cls)
    if check.first:  # before pydantic 2: by the names of the parameters
        _, names = parameters(check.plain)
        given = {"values": data, "config": cls.model_config, "field": info}
        return function(value, **{one: given[one] for one in given if one in names})
    count, _ = parameters(check.plain)
    takes_info = count is None or count > (1 if isinstance(check.function, staticmethod) else 2)
    return function(value, ValidationInfo(data, name, cls.model_config)) if takes_info else function(value)


def _checked(cls, mode, name, info, value, data):
    checks = [one for one in cls.__limbeck_checks__
              if one.kind == "field" and one.mode == mode and (name in one.fields or "*" in one.fields)]
    for check in reversed(checks) if mode == "before" and not (checks and checks[0].first) else checks:
        if check.options.get("each_item") and isinstance(value, (list, tuple, set)):
            value = type(value)(_call_check(check, cls, one, name, info, data) for one in value)
        else:
            value = _call_check(check, cls, value, name, info, data)
    return value


def _one_field(cls, name, info, value, data):
    value = _checked(cls, "before", name, info, value, data)
    if any(one.kind == "field" and one.mode == "wrap" and name in one.fields for one in cls.__limbeck_checks__):
        return _convert.unknown(info.annotation)
    plain = [one for one in cls.__limbeck_checks__ if one.kind == "field" and one.mode == "plain" and name in one.fields]
    if plain:
        return _checked(cls, "plain", name, info, value, data)
    value = _convert.convert(_annotation(info), value, getattr(cls, "_limbeck_first", False))
    if info.bounds:
        value = _convert.bounded(value, info)
    return _checked(cls, "after", name, info, value, data)


def _given(cls, name, info, values, left):
    """The value for a field among what was given, by its aliases or its name."""
    for alias in info.names():
        if is_unresolved(alias):
            continue
        if isinstance(alias, AliasPath):
            found = alias.search_dict_for_path(values)
            if found is not PydanticUndefined:
                left.discard(alias.path[0])
                return found
        elif alias in values:
            left.discard(alias)
            return values[alias]
    config = cls.model_config
    by_name = config.get("populate_by_name") or config.get("allow_population_by_field_name") or config.get("validate_by_name")
    if name in values and (by_name or not info.names()):
        left.discard(name)
        return values[name]
    return PydanticUndefined


def _validate(self, values):
    cls = type(self)
    config = cls.model_config
    for check in cls.__limbeck_checks__:
        if check.kind == "model" and check.mode == "wrap":
            bool(unresolved(cls.__name__ + "()", "limbeck's pydantic does not call model_validator(mode='wrap')"))
        if check.kind == "model" and check.mode == "before":
            try:
                values = _call_check(check, cls, values, None, None, values)
            except (ValueError, AssertionError) as problem:
                raise ValidationError(cls.__name__, [_error((), problem, values)]) from None
    data, errors, left, given = {}, [], set(values), set()
    for name, info in cls.__limbeck_fields__.items():
        _annotation(info)
        value = _given(cls, name, info, values, left)
        if value is PydanticUndefined:
            if info.is_required():
                names = [one for one in info.names() if isinstance(one, str)]
                errors.append({"type": "missing", "loc": (names[0] if names else name,), "msg": "Field required", "input": values})
                continue
            value = _default(info)
            always = any(one.first and one.options.get("always") and name in one.fields for one in cls.__limbeck_checks__)
            if not (config.get("validate_default") or config.get("validate_all") or info.validate_default or always):
                data[name] = value
                continue
        else:
            given.add(name)
        called = next((one for one in info.names() if isinstance(one, str) and one in values), name)
        try:
            data[name] = _one_field(cls, name, info, value, data)
        except ValidationError as problem:
            errors.extend({**one, "loc": (called, *one["loc"])} for one in problem.errors())
        except (ValueError, AssertionError) as problem:
            errors.append(_error((called,), problem, value))
    extra = config.get("extra", "ignore")
    if left and extra == "forbid":
        for name in values:
            if name in left:
                errors.append({"type": "extra_forbidden", "loc": (name,), "msg": "Extra inputs are not permitted", "input": values[name]})
    if errors:
        raise ValidationError(cls.__name__, errors)
    for check in cls.__limbeck_checks__:
        if check.first and check.kind == "model" and check.mode == "after":
            try:
                data = check.bound(cls)(data)
            except (ValueError, AssertionError) as problem:
                raise ValidationError(cls.__name__, [_error((), problem, values)]) from None
    self.__dict__.update(data)
    if left and extra == "allow":
        self.__dict__["__limbeck_extra__"] = {name: value for name, value in values.items() if name in left}
    _finish(self, given)
    for check in cls.__limbeck_checks__:
        if check.kind == "model" and check.mode == "after" and not check.first:
            count, _ = parameters(check.plain)
            try:
                if isinstance(check.function, classmethod):
                    check.bound(cls)(self)
                elif count is not None and count > 1:
                    check.plain(self, ValidationInfo(data, None, config))
                else:
                    check.plain(self)
            except (ValueError, AssertionError) as problem:
                raise ValidationError(cls.__name__, [_error((), problem, values)]) from None


def _finish(self, given):
    self.__dict__["__limbeck_set__"] = given
    for name, private in type(self).__limbeck_private__.items():
        value = private.get_default()
        if value is not PydanticUndefined:
            self.__dict__[name] = value if private.default_factory is not None else deepcopy(value) if isinstance(
                value, (list, dict, set)) else value
    if type(self).model_post_init is not BaseModel.model_post_init:
        self.model_post_init(None)


class TypeAdapter:
    """Values of any annotation."""

    def __init__(self, type, **ignored):
        self._type = type

    def validate_python(self, value, **ignored):
        try:
            return _convert.convert(self._type, value)
        except _convert.Problem as problem:
            raise ValidationError(str(self._type), [_error((), problem, value)]) from None

    def validate_json(self, text, **ignored):
        import json

        return self.validate_python(json.loads(text))

    def dump_python(self, value, *, mode="python", **ignored):
        return _dumped(value, {"mode": mode})


def create_model(name, /, *, __base__=None, __module__=None, __validators__=None, __config__=None, **fields):
    bases = (BaseModel,) if __base__ is None else __base__ if isinstance(__base__, tuple) else (__base__,)
    members = {"__annotations__": {}, **(__validators__ or {})}
    for key, (hint, value) in ((key, said if isinstance(said, tuple) else (type(said), said)) for key, said in fields.items()):
        members["__annotations__"][key] = hint
        if value is not ...:
            members[key] = value
    if __config__:
        members["model_config"] = __config__
    return type(bases[0])(name, bases, members)
