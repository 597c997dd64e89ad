"""Regular expressions."""
import _re
from _re import Match, Pattern
from _unresolved import passes_on

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
    "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]

Match.__module__ = Pattern.__module__ = "re"


class RegexFlag(int):
    """The flags; they combine with |."""

    _known = {
        1: "TEMPLATE", 2: "IGNORECASE", 4: "LOCALE", 8: "MULTILINE", 16: "DOTALL", 32: "UNICODE", 64: "VERBOSE", 128: "DEBUG",
        256: "ASCII",
    }

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join(name for bit, name in self._known.items() if self & bit) or "NOFLAG"

    def __repr__(self):
        names = ["re." + name for bit, name in self._known.items() if int(self) & bit]
        rest = int(self) & ~sum(self._known)
        if rest:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, spec):
        return str(self) if not spec else format(int(self), spec)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(sum(self._known) & ~int(self))


NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
T = TEMPLATE = RegexFlag(1)


class error(Exception):
    """A pattern or replacement that is wrong."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


PatternError = error


def compile(pattern, flags=0):
    return _re.compile(pattern, flags)


def match(pattern, string, flags=0):
    return _re.compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _re.compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _re.compile(pattern, flags).search(string)


@passes_on
def sub(pattern, repl, string, count=0, flags=0):
    return _re.compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _re.compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _re.compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _re.compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _re.compile(pattern, flags).finditer(string)


def purge():
    pass


_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")
