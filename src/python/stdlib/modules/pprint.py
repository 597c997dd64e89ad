"""Values printed over several lines."""
import sys


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort = compact, sort_dicts

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._format(object, 0, 0, 0, set())

    def isreadable(self, object):
        return True

    def _keys(self, mapping):
        if not self._sort:
            return list(mapping.items())
        try:
            return sorted(mapping.items())
        except TypeError:
            return sorted(mapping.items(), key=lambda item: (str(type(item[0])), str(item[0])))

    def _repr(self, value, level, open_ones):
        kind = type(value)
        if kind not in (dict, list, tuple) or not value:
            return repr(value)
        if self._depth is not None and level >= self._depth:
            return {dict: "{...}", list: "[...]", tuple: "(...)"}[kind]
        if id(value) in open_ones:
            return f"<Recursion on {kind.__name__} with id={id(value)}>"
        open_ones = open_ones | {id(value)}
        if kind is dict:
            return "{" + ", ".join(
                f"{self._repr(k, level + 1, open_ones)}: {self._repr(v, level + 1, open_ones)}"
                for k, v in self._keys(value)) + "}"
        inside = ", ".join(self._repr(v, level + 1, open_ones) for v in value)
        if kind is list:
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"

    def _format(self, value, indent, allowance, level, open_ones):
        text = self._repr(value, level, open_ones)
        kind = type(value)
        if len(text) <= self._width - indent - allowance or id(value) in open_ones:
            return text
        inner = open_ones | {id(value)}
        pad = " " * (self._indent - 1)
        if kind is dict and value:
            rows = []
            items = self._keys(value)
            for i, (k, v) in enumerate(items):
                key = self._repr(k, level + 1, inner)
                last = i == len(items) - 1
                rows.append(f"{key}: " + self._format(
                    v, indent + self._indent + len(key) + 2, allowance + 1 if last else 1, level + 1, inner))
            return "{" + pad + (",\n" + " " * (indent + self._indent)).join(rows) + "}"
        if kind in (list, tuple, set, frozenset) and value:
            left, right = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}[kind]
            if kind is tuple and len(value) == 1:
                right = ",)"
            start = indent + (len(left) - 1 if kind is frozenset else 0)
            items = sorted(value) if kind in (set, frozenset) else list(value)
            return left + pad + self._items(items, start + self._indent, allowance + len(right), level, inner) + right
        if kind is str and value:
            return self._string(value, indent, allowance, level)
        return text

    def _items(self, items, indent, allowance, level, inner):
        separator = ",\n" + " " * indent
        if not self._compact:
            return separator.join(
                self._format(v, indent, allowance if i == len(items) - 1 else 1, level + 1, inner)
                for i, v in enumerate(items))
        rows, line, room = [], [], self._width - indent
        for i, v in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(v, level + 1, inner)
            width = len(text) + 2 + (allowance - 1 if last else 0)
            if line and sum(len(t) + 2 for t in line) + width > room + 1:
                rows.append(", ".join(line))
                line = []
            line.append(text if len(text) <= room else self._format(v, indent, allowance, level + 1, inner))
        if line:
            rows.append(", ".join(line))
        return separator.join(rows)

    def _string(self, text, indent, allowance, level):
        import re
        lines = text.splitlines(True)
        if level == 0:
            indent += 1
            allowance += 1
        room = full = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            shown = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(shown) <= room:
                chunks.append(shown)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            room2, current = full, ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room2 -= allowance
                if len(repr(candidate)) > room2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ("\n" + " " * indent).join(chunks)
        return f"({joined})" if level == 0 else joined


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, 0, set())


def isreadable(object):
    return True
