"""Enumerations, as Python 3.11 has them."""
import sys
from types import MappingProxyType, DynamicClassAttribute

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_enum", "global_str", "global_enum_repr", "global_flag_repr", "EnumCheck", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE",
]

_builtin_property = __builtins__["property"] if isinstance(__builtins__, dict) else __builtins__.property

# Filled in as the classes come into being.
Enum = Flag = EJECT = CONFORM = STRICT = KEEP = ReprEnum = None


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of the class body a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """An attribute of members that leaves the name free for a member."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
        if self.fget is None:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _NoValue:
    def __repr__(self):
        return "_auto_null"


_auto_null = _NoValue()


class auto:
    """A value that the class chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


def _is_descriptor(value):
    kind = type(value)
    return (
        hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")
    )


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    pattern = "_%s__" % (class_name,)
    return (
        len(name) > len(pattern) and name.startswith(pattern) and name[len(pattern)] != "_"
        and (name[-1] != "_" or name[-2] != "_")
    )


class _EnumDict(dict):
    """The body of an enumeration: knows which names are members."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = None
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in (
                "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                "_iter_member_by_value_", "_iter_member_by_def_",
            ):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._member_names:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            holds_auto = type(value) is tuple and any(isinstance(part, auto) for part in value)
            value = self._chosen(key, value)
            self._member_names[key] = None
            if not isinstance(value, tuple) or not holds_auto:
                self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, value):
        if isinstance(value, auto):
            return self._next_value(key, value)
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            parts = []
            for part in value:
                if isinstance(part, auto):
                    part = self._next_value(key, part)
                    self._last_values.append(part)
                parts.append(part)
            return tuple(parts)
        return value

    def _next_value(self, key, choice):
        if choice.value is _auto_null:
            choice.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        return choice.value

    def update(self, members, **more):
        items = members.items() if hasattr(members, "items") else members
        for name, value in items:
            self[name] = value
        for name, value in more.items():
            self[name] = value


def _high_bit(value):
    return value.bit_length() - 1


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _iter_bits_lsb(value):
    if value < 0:
        raise ValueError("%r is not a positive integer" % value)
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        body = _EnumDict()
        body._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            body["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignore = classdict.setdefault("_ignore_", [])
        ignore.append("_ignore_")
        for key in ignore:
            classdict.pop(key, None)
        member_names = list(classdict._member_names)
        values = {name: classdict[name] for name in member_names}
        for name in member_names:
            if name == "mro":
                raise ValueError("invalid enum member name(s) 'mro'")
        _order_ = classdict.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        __new__, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        body = {k: v for k, v in classdict.items() if k not in values}
        generator = body.get("_generate_next_value_")
        if generator is not None and not isinstance(generator, staticmethod):
            body["_generate_next_value_"] = staticmethod(generator)
        body["_new_member_"] = __new__
        body["_use_args_"] = use_args
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = member_type
        body["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        body["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        body["_flag_mask_"] = 0
        body["_all_bits_"] = 0
        body["_inverted_"] = None
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        for name in member_names:
            enum_class._add_member_(name, values[name])
        enum_class._choose_methods_(body, member_type, first_enum)
        if save_new:
            enum_class.__new_member__ = __new__
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        enum_class._check_order_(_order_, classdict)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _add_member_(cls, name, value):
        if value is not None and isinstance(value, tuple):
            args = value
        else:
            args = (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if not cls._use_args_:
            made = cls._new_member_(cls)
        else:
            made = cls._new_member_(cls, *args)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    new_error = TypeError(
                        "_value_ not set in __new__, unable to create it")
                    new_error.__cause__ = error
                    raise new_error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        canonical = cls._find_equal_(value)
        is_flag = Flag is not None and issubclass(cls, Flag)
        if canonical is not None:
            made = canonical
        elif is_flag and isinstance(value, int) and not _is_single_bit(value):
            # A name for several bits, or for none, is an alias: it does not come up in iteration.
            if value:
                cls._note_bits_(value)
        else:
            cls._member_names_.append(name)
            if is_flag and isinstance(value, int):
                cls._note_bits_(value)
        redirect = None
        for base in cls.__mro__[1:]:
            if name in base.__dict__ and isinstance(base.__dict__[name], property):
                redirect = base.__dict__[name]
                break
        if redirect is None:
            type.__setattr__(cls, name, made)
        else:
            keep = property(redirect.fget, redirect.fset, redirect.fdel)
            type.__setattr__(cls, name, keep)
            keep.__set_name__(cls, name)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _note_bits_(cls, value):
        cls._flag_mask_ |= value
        cls._all_bits_ = 2 ** (cls._flag_mask_.bit_length()) - 1

    def _find_equal_(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        return None

    def _choose_methods_(cls, body, member_type, first_enum):
        # A mixed-in type's own text would hide the enumeration's.
        if first_enum is None:
            return
        settled = set(body)
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            # repr() is the enumeration's, the other texts are the mixed-in type's.
            if "__format__" not in body:
                type.__setattr__(cls, "__format__", member_type.__format__)
            if "__str__" not in body:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                type.__setattr__(cls, "__str__", method)
            settled |= {"__format__", "__str__"}
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in settled:
                continue
            own = getattr(cls, name, None)
            if own in (getattr(member_type, name, None), getattr(object, name, None)):
                type.__setattr__(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in body and member_type is not object:
                    type.__setattr__(cls, name, getattr(Flag, name))

    def _check_order_(cls, order, classdict):
        if order is None:
            return
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        order = [o for o in order if o not in cls._member_map_ or o in cls._member_names_]
        if order != cls._member_names_:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (order, cls._member_names_))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(
            value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted(set(
            ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
             "__module__", "__name__", "__qualname__"] + cls._member_names_))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = first_enum._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            body[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__")
        if module is not None:
            body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as "
                "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__:
                    data_types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        distinct = []
        for each in data_types:
            if each not in distinct:
                distinct.append(each)
        if len(distinct) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(distinct)))
        return distinct[0] if distinct else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        __new__ = classdict.get("__new__", None)
        save_new = first_enum is not None and __new__ is not None
        if __new__ is None:
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target is not None and target not in (
                        object.__new__, None, getattr(None, "__new__", None),
                        getattr(Enum, "__new__", None) if Enum is not None else None,
                    ):
                        __new__ = target
                        break
                if __new__ is not None:
                    break
            else:
                __new__ = object.__new__
        if isinstance(__new__, staticmethod):
            __new__ = __new__.__func__
        use_args = first_enum is not None and __new__ is not object.__new__
        return __new__, save_new, use_args


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        missing_error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            missing_error = e
            result = None
        if isinstance(result, cls):
            return result
        if (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                and isinstance(result, int)):
            return result
        error = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and missing_error is None:
            raise error
        if missing_error is None:
            missing_error = TypeError(
                "error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if not isinstance(missing_error, ValueError):
            missing_error.__context__ = error
        raise missing_error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        numbers = [v for v in last_values if isinstance(v, int)]
        if len(numbers) == len(last_values):
            return max(last_values) + 1
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.mro():
            names.update(n for n in cls.__dict__ if n[0] != "_" and n not in self._member_map_)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only changes repr(); str() and format() are the mixed-in type's."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    """Members combine with | & ^ ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        try:
            high = _high_bit(max(last_values))
        except Exception:
            raise TypeError("invalid flag value %r" % last_values[-1]) from None
        return 2 ** (high + 1)

    @classmethod
    def _iter_member_(cls, value):
        found = [cls._value2member_map_.get(bit) for bit in _iter_bits_lsb(value & cls._flag_mask_)]
        # In order of definition, which need not be that of the bits.
        return iter(sorted([m for m in found if m is not None], key=lambda m: m._sort_order_))

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, bits = cls._flag_mask_, cls._all_bits_
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), bits.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s"
                    % (cls, value, _bin(value, width), _bin(mask, width)))
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP and value < 0:
                value = max(bits + 1, 2 ** (value.bit_length())) + value
        if value < 0:
            value += bits + 1
        known = value & mask
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo, "_value_"):
            pseudo._value_ = value
        names = [m._name_ for m in cls._iter_member_(value)]
        unknown = value & ~known
        if names or unknown:
            parts = list(names)
            if unknown and cls._boundary_ in (KEEP, EJECT):
                parts.append(cls._numeric_repr_(unknown))
            pseudo._name_ = "|".join(parts) if names else None
        else:
            pseudo._name_ = None
        return cls._value2member_map_.setdefault(value, pseudo)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_bits(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        bits = self._get_bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._get_bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._get_bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _bin(value, width):
    if value >= 0:
        return "0b0 " + format(value, "b").zfill(width)
    return "0b1 " + format((1 << width) + value, "b").zfill(width)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints that combine."""


def unique(enumeration):
    duplicates = [
        (name, found.name) for name, found in enumeration.__members__.items() if name != found.name
    ]
    if duplicates:
        details = ", ".join(["%s -> %s" % (alias, name) for alias, name in duplicates])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [
                    "%s -> %s" % (name, m.name)
                    for name, m in enumeration.__members__.items() if name != m.name
                ]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
            elif check is CONTINUOUS:
                values = {e.value for e in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high)) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(
                        ("invalid %s %r: missing values %s" % (
                            "flag" if issubclass(enumeration, Flag) else "enum",
                            enumeration.__name__, ", ".join(str(m) for m in missing)))[:256])
        return enumeration


def global_enum_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    return "%s.%s" % (module, self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return "%s.%s(%r)" % (module, cls_name, self._value_)
    return "|".join("%s.%s" % (module, name) for name in self._name_.split("|"))


def global_str(self):
    return self._name_ if self._name_ is not None else "%s(%r)" % (self.__class__.__name__, self._value_)


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
