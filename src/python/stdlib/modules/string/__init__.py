"""Constants, templates, and formatting as a class."""
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_missing = object()


class Template:
    """A text with $names in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compiled = None

    _compiled = None

    @classmethod
    def _expression(cls):
        if cls._compiled is None:
            import re
            if "pattern" in cls.__dict__:
                text = cls.pattern
            else:
                text = r"%(d)s(?:(?P<escaped>%(d)s)|(?P<named>%(i)s)|{(?P<braced>%(b)s)}|(?P<invalid>))" % {
                    "d": re.escape(cls.delimiter), "i": cls.idpattern, "b": cls.braceidpattern or cls.idpattern}
            cls._compiled = re.compile(text, cls.flags | re.VERBOSE)
        return cls._compiled

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        at = match.start("invalid")
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = at - len("".join(lines[:-1])), len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _mapping(self, mapping, kws):
        if mapping is _missing:
            return kws
        if kws:
            return {**mapping, **kws}
        return mapping

    def substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)

        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                return str(mapping[name])
            if match.group("escaped") is not None:
                return self.delimiter
            self._invalid(match)

        return self._expression().sub(convert, self.template)

    def safe_substitute(self, mapping=_missing, /, **kws):
        mapping = self._mapping(mapping, kws)

        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            return self.delimiter if match.group("escaped") is not None else match.group()

        return self._expression().sub(convert, self.template)

    def is_valid(self):
        return not any(m.group("invalid") is not None for m in self._expression().finditer(self.template))

    def get_identifiers(self):
        names = []
        for match in self._expression().finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None and name not in names:
                names.append(name)
        return names


def _split_fields(text, apart=False):
    """(literal, field, spec, conversion) as str.format reads them; field is None after the last literal."""
    at, literal = 0, []
    while at < len(text):
        c = text[at]
        if c in "{}" and text[at + 1:at + 2] == c:
            literal.append(c)
            at += 2
            if apart:
                yield "".join(literal), None, None, None
                literal = []
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if c != "{":
            literal.append(c)
            at += 1
            continue
        depth, end = 1, at + 1
        while end < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        if depth:
            raise ValueError("Single '{' encountered in format string" if end == at + 1 else
                             "expected '}' before end of string")
        inside = text[at + 1:end - 1]
        at = end
        stop, brackets = len(inside), 0
        for i, c in enumerate(inside):
            brackets += {"[": 1, "]": -1}.get(c, 0)
            if c in "!:" and not brackets:
                stop = i
                break
        name, rest = inside[:stop], inside[stop:]
        conversion, spec = None, ""
        if rest.startswith("!"):
            conversion, rest = rest[1:2], rest[2:]
        if rest.startswith(":"):
            spec = rest[1:]
        yield "".join(literal), name, spec, conversion
        literal = []
    if literal:
        yield "".join(literal), None, None, None


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, auto = str(auto), auto + 1
            elif name.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            obj, arg_used = self.get_field(name, args, kwargs)
            used.add(arg_used)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        # A doubled brace ends a literal.
        for literal, name, spec, conversion in _split_fields(format_string, True):
            yield literal, name, spec, conversion

    def get_field(self, field_name, args, kwargs):
        end = min([i for i in (field_name.find("."), field_name.find("[")) if i >= 0] or [len(field_name)])
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min([i for i in (rest.find(".", 1), rest.find("[", 1)) if i >= 0] or [len(rest)])
                obj, rest = getattr(obj, rest[1:end]), rest[end:]
            else:
                end = rest.index("]")
                key, rest = rest[1:end], rest[end + 1:]
                obj = obj[int(key) if key.isdigit() else key]
        return obj, first
