"""JSON."""
import _json

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return _json.encode(
            o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent,
            (self.item_separator, self.key_separator), self.default, self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        return self._parts(o, 0, {})

    def _key(self, key):
        """The text of a key; None where it is left out."""
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self._plain(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _plain(self, value):
        """A number, a text, or a constant."""
        return _json.encode(value, False, self.ensure_ascii, True, self.allow_nan, None, (", ", ": "), None, False)

    def _parts(self, o, level, open_ones):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if o is None or isinstance(o, (str, int, float)):
            yield self._plain(o)
            return
        is_map = isinstance(o, dict)
        is_row = isinstance(o, (list, tuple))
        if (is_map or is_row) and not o:
            yield "{}" if is_map else "[]"
            return
        if self.check_circular:
            if id(o) in open_ones:
                raise ValueError("Circular reference detected")
            open_ones[id(o)] = o
        if not is_map and not is_row:
            yield from self._parts(self.default(o), level, open_ones)
        else:
            inside = "" if indent is None else "\n" + indent * (level + 1)
            first = True
            opening = "" if is_map else "[" + inside
            if is_map:
                yield "{"
                if inside:
                    yield inside
            items = o
            if is_map:
                items = sorted(o.items()) if self.sort_keys else o.items()
            for item in items:
                if is_map:
                    key, item = item
                    key = self._key(key)
                    if key is None:
                        continue
                before = "" if first else self.item_separator + inside
                first = False
                if is_map:
                    if before:
                        yield before
                    yield self._plain(key)
                    yield self.key_separator
                    before = ""
                before = opening + before
                opening = ""
                if isinstance(item, (list, tuple, dict)) or not (item is None or isinstance(item, (str, int, float))):
                    if before:
                        yield before
                    yield from self._parts(item, level + 1, open_ones)
                else:
                    yield before + self._plain(item)
            if indent is not None:
                yield "\n" + indent * level
            yield "}" if is_map else "]"
        if self.check_circular:
            del open_ones[id(o)]


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _scan(self, s, at):
        value, end = _json.decode(
            s, at, self.object_hook, self.parse_float, self.parse_int, self.parse_constant,
            self.object_pairs_hook, self.strict)
        if end < 0:
            raise JSONDecodeError(value, s, -1 - end)
        return value, end

    def decode(self, s):
        at = 0
        while at < len(s) and s[at] in " \t\n\r":
            at += 1
        value, end = self._scan(s, at)
        while end < len(s) and s[end] in " \t\n\r":
            end += 1
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._scan(s, idx)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, cls=None, **kw):
    for part in (cls or JSONEncoder)(**kw).iterencode(obj):
        fp.write(part)


def detect_encoding(b):
    """The encoding of JSON in bytes, by its first characters, which are ASCII."""
    if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    # A decoder of one's own is told only what was asked for.
    for name, value in (
        ("object_hook", object_hook), ("parse_float", parse_float), ("parse_int", parse_int),
        ("parse_constant", parse_constant), ("object_pairs_hook", object_pairs_hook),
    ):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, **kw):
    return loads(fp.read(), cls=cls, **kw)
