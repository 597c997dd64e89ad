"""Values in the form that annotations ask for."""
import collections.abc
import re
import types
import typing
from _system import is_instance, is_unresolved, unresolved

from pydantic.functional_validators import AfterValidator, BeforeValidator, PlainValidator, SkipValidation, WrapValidator

NoneType = type(None)


class Problem(ValueError):
    """What is wrong with a value; `kind` is pydantic's name for it."""

    def __init__(self, message, kind="value_error", where=()):
        super().__init__(message)
        self.kind, self.where = kind, where


_true = ("1", "on", "t", "true", "y", "yes")
_false = ("0", "off", "f", "false", "n", "no")


def _to_bool(value):
    if isinstance(value, bool):
        return value
    text = value.decode() if isinstance(value, bytes) else value
    if isinstance(text, str) and text.lower() in _true + _false:
        return text.lower() in _true
    if isinstance(value, (int, float)) and value in (0, 1):
        return bool(value)
    if isinstance(value, (str, bytes)):
        raise Problem("Input should be a valid boolean, unable to interpret input", "bool_parsing")
    raise Problem("Input should be a valid boolean", "bool_type")


def _to_int(value):
    if isinstance(value, int):
        return int(value)
    if isinstance(value, (str, bytes)):
        text = (value.decode() if isinstance(value, bytes) else value).strip()
        match = re.fullmatch(r"([+-]?[0-9]+(?:_[0-9]+)*)(?:\.0+)?", text)
        if match is not None:
            return int(match[1])
        raise Problem("Input should be a valid integer, unable to parse string as an integer", "int_parsing")
    if isinstance(value, float):
        if value == int(value):
            return int(value)
        raise Problem("Input should be a valid integer, got a number with a fractional part", "int_from_float")
    raise Problem("Input should be a valid integer", "int_type")


def _to_float(value):
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, (str, bytes)):
        try:
            return float(value)
        except ValueError:
            raise Problem("Input should be a valid number, unable to parse string as a number", "float_parsing")
    raise Problem("Input should be a valid number", "float_type")


def _to_str(value):
    import enum

    if isinstance(value, enum.Enum) and isinstance(value, str):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray)):
        return value.decode()
    raise Problem("Input should be a valid string", "string_type")


def _to_bytes(value):
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, str):
        return value.encode()
    raise Problem("Input should be a valid bytes", "bytes_type")


def _to_any(value):
    return value


def _to_none(value):
    if value is not None:
        raise Problem("Input should be None", "none_required")


_plain = {
    bool: _to_bool, int: _to_int, float: _to_float, str: _to_str, bytes: _to_bytes, object: _to_any,
    typing.Any: _to_any, NoneType: _to_none, None: _to_none,
}
_sequences = {
    list: list, set: set, frozenset: frozenset, tuple: tuple, collections.abc.Sequence: list,
    collections.abc.Iterable: list, collections.abc.Collection: list, collections.abc.MutableSequence: list,
    collections.abc.Set: set, collections.abc.MutableSet: set, collections.deque: collections.deque,
}
_mappings = (
    dict, collections.abc.Mapping, collections.abc.MutableMapping, collections.OrderedDict, collections.defaultdict
)


def unknown(hint):
    """A value whose form nobody knows."""
    return unresolved(
        "a value of {}".format("an annotation" if is_unresolved(hint) else hint),
        "limbeck's pydantic does not know this annotation",
    )


def is_union(hint):
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def convert(hint, value, first=False):
    """`value` as the annotation has it; raises ValueError. `first`: by the rules before pydantic 2."""
    if is_unresolved(value):
        return value
    if is_unresolved(hint) or isinstance(hint, (str, typing.ForwardRef)):
        return unknown(hint)
    if isinstance(hint, typing.Hashable) and hint in _plain:
        if first and hint is str and isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        return _plain[hint](value)
    if hasattr(hint, "__metadata__"):
        return _annotated(hint, value, first)
    origin = typing.get_origin(hint)
    if origin is None and (hint in _sequences or hint in _mappings):
        origin = hint
    if is_union(hint):
        return _of_union(typing.get_args(hint), value, first)
    if origin is typing.Literal:
        for one in typing.get_args(hint):
            if one == value and type(one) is type(value):
                return one
        shown = [repr(one) for one in typing.get_args(hint)]
        words = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
        raise Problem("Input should be {}".format(words), "literal_error")
    if origin in (typing.ClassVar, typing.Final):
        return convert((typing.get_args(hint) or (typing.Any,))[0], value, first)
    if origin is not None and origin in _sequences:
        return _sequence(origin, typing.get_args(hint), value, first)
    if origin in _mappings:
        return _mapping(typing.get_args(hint), value, first)
    if origin is type or hint is type or origin is collections.abc.Callable or hint is collections.abc.Callable:
        if callable(value):
            return value
        raise Problem("Input should be callable", "callable_type")
    if isinstance(hint, typing.TypeVar):
        return value
    return _of_class(hint if origin is None else origin, value, first)


def _of_union(members, value, first):
    if value is None and NoneType in members:
        return None
    if not first:
        for member in members:  # what fits as it is
            kind = typing.get_origin(member) or member
            if not is_unresolved(kind) and isinstance(kind, type) and kind is not NoneType and type(value) is kind:
                return convert(member, value, first)
    problem = None
    for member in members:
        if member is NoneType:
            continue
        try:
            return convert(member, value, first)
        except (ValueError, AssertionError) as error:
            problem = problem or error
    raise problem


def _sequence(origin, args, value, first):
    if not isinstance(value, (list, tuple, set, frozenset, collections.deque)) and not (
        isinstance(value, collections.abc.Iterable) and not isinstance(value, (str, bytes, dict))
    ):
        name = "tuple" if origin is tuple else "set" if origin in (set, frozenset) else "list"
        raise Problem("Input should be a valid {}".format(name), name + "_type")
    items = list(value)
    if origin is tuple and args and args[-1] is not Ellipsis:
        if len(items) != len(args):
            raise Problem("Input should have {} items".format(len(args)), "tuple_length")
        return tuple(convert(hint, one, first) for hint, one in zip(args, items))
    if args:
        items = [_inner(place, args[0], one, first) for place, one in enumerate(items)]
    return _sequences[origin](items)


def _inner(place, hint, value, first):
    try:
        return convert(hint, value, first)
    except Problem as problem:
        raise Problem(str(problem), problem.kind, (place, *problem.where))


def _mapping(args, value, first):
    if not isinstance(value, collections.abc.Mapping):
        raise Problem("Input should be a valid dictionary", "dict_type")
    if not args:
        return dict(value)
    return {convert(args[0], key, first): _inner(key, args[1], one, first) for key, one in value.items()}


def _of_class(hint, value, first):
    import datetime
    import decimal
    import enum
    import pathlib
    import re
    import uuid

    if not isinstance(hint, type):
        return unknown(hint)
    if isinstance(value, hint) and not hasattr(hint, "_limbeck_revalidate"):
        return value
    if hasattr(hint, "_limbeck_from"):
        return hint._limbeck_from(value)
    name = hint.__name__
    if issubclass(hint, enum.Enum):
        for one in (value, int(value) if issubclass(hint, int) and isinstance(value, str) and value.isdigit() else value):
            try:
                return hint(one)
            except ValueError:
                pass
        shown = [repr(one.value) for one in hint]
        words = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
        raise Problem("Input should be {}".format(words), "enum")
    if issubclass(hint, pathlib.PurePath):
        if isinstance(value, str):
            return hint(value)
    elif hint is uuid.UUID:
        if isinstance(value, (str, bytes)):
            return uuid.UUID(value if isinstance(value, str) else value.decode())
    elif hint is decimal.Decimal:
        if isinstance(value, (int, float, str)):
            try:
                return decimal.Decimal(str(value).strip())
            except decimal.InvalidOperation:
                raise Problem("Input should be a valid decimal", "decimal_parsing")
    elif hint is datetime.timedelta:
        if isinstance(value, (int, float)):
            return datetime.timedelta(seconds=value)
        if isinstance(value, str):
            match = re.fullmatch(r"(\d+):(\d\d):(\d\d)(?:\.(\d{6}))?", value)
            if match is not None:
                hours, minutes, seconds, rest = (int(one or 0) for one in match.groups())
                return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=rest)
            if first and re.fullmatch(r"-?\d+(\.\d+)?", value):
                return datetime.timedelta(seconds=float(value))
            return unknown(hint)
    elif hint in (datetime.datetime, datetime.date, datetime.time):
        if isinstance(value, str) and not re.fullmatch(r"-?\d+(\.\d+)?", value):
            return hint.fromisoformat(value)
        if isinstance(value, (str, int, float)):
            return unknown(hint)
    elif getattr(hint, "__module__", "") == "pydantic.types":
        return hint(_to_bytes(value) if name == "SecretBytes" else _to_str(value))
    elif getattr(hint, "__module__", "") == "pydantic.networks":
        if isinstance(value, str):
            return hint.checked(value) if hasattr(hint, "checked") else hint(value, first=first)
    elif hint is re.Pattern:
        return re.compile(value)
    elif hasattr(hint, "__get_validators__") or hasattr(hint, "__get_pydantic_core_schema__"):
        return unknown(hint)
    elif hasattr(hint, "__dataclass_fields__") or hasattr(hint, "__total__") or hasattr(hint, "_fields"):
        return unknown(hint) if isinstance(value, (dict, tuple, list)) else _refused(name)
    elif is_unresolved(getattr(hint, "_limbeck_member_of_no_class", None)):
        return unknown(hint)
    return _refused(name)


def _refused(name):
    raise Problem("Input should be an instance of {}".format(name), "is_instance_of")


def _annotated(hint, value, first):
    """Annotated[…]: functions before it from the last to the first, those after it from the first to the last."""
    metadata = hint.__metadata__
    for one in metadata:
        if is_unresolved(one) or isinstance(one, WrapValidator):
            return unknown(hint)
        if isinstance(one, PlainValidator):
            return one.func(value)
    for one in reversed(metadata):
        if isinstance(one, BeforeValidator):
            value = one.func(value)
    if SkipValidation in metadata or any(isinstance(one, SkipValidation) for one in metadata):
        return value
    value = convert(hint.__origin__, value, first)
    for one in metadata:
        if isinstance(one, AfterValidator):
            value = one.func(value)
        elif hasattr(one, "bounds"):
            value = bounded(value, one)
    return value


_comparisons = {
    "gt": (lambda value, bound: value > bound, "greater than {}", "greater_than"),
    "ge": (lambda value, bound: value >= bound, "greater than or equal to {}", "greater_than_equal"),
    "lt": (lambda value, bound: value < bound, "less than {}", "less_than"),
    "le": (lambda value, bound: value <= bound, "less than or equal to {}", "less_than_equal"),
    "multiple_of": (lambda value, bound: value % bound == 0, "a multiple of {}", "multiple_of"),
}


def bounded(value, said):
    """The value, which must lie within what a Field() or StringConstraints() says."""
    if isinstance(value, str):
        value = value.strip() if getattr(said, "strip_whitespace", None) else value
        value = value.upper() if getattr(said, "to_upper", None) else value
        value = value.lower() if getattr(said, "to_lower", None) else value
    if is_unresolved(value) or value is None:
        return value
    for name, bound in said.bounds.items():
        if name in _comparisons:
            holds, words, kind = _comparisons[name]
            if not holds(value, bound):
                raise Problem("Input should be " + words.format(bound), kind)
        elif name in ("min_length", "min_items") and len(_measured(value)) < bound:
            kind, what = ("string_too_short", "String") if isinstance(value, str) else ("too_short", "Value")
            raise Problem("{} should have at least {} items".format(what, bound) if what == "Value" else
                          "String should have at least {} character{}".format(bound, "" if bound == 1 else "s"), kind)
        elif name in ("max_length", "max_items") and len(_measured(value)) > bound:
            kind, what = ("string_too_long", "String") if isinstance(value, str) else ("too_long", "Value")
            raise Problem("{} should have at most {} items".format(what, bound) if what == "Value" else
                          "String should have at most {} character{}".format(bound, "" if bound == 1 else "s"), kind)
        elif name in ("pattern", "regex"):
            import re

            if re.search(bound, value) is None:
                raise Problem("String should match pattern '{}'".format(bound), "string_pattern_mismatch")
    return value


def _measured(value):
    return value.get_secret_value() if hasattr(value, "get_secret_value") else value
