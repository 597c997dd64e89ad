"""Names of files, as POSIX has them."""
import _system
from _unresolved import passes_on

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    from os import fspath
    return fspath(path)


def _sep(path):
    return b"/" if isinstance(path, bytes) else "/"


@passes_on
def normcase(s):
    return _text(s)


def isabs(s):
    s = _text(s)
    return s.startswith(_sep(s))


@passes_on
def join(a, /, *p):
    result = _text(a)
    slash = _sep(result)
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(type(part), "__fspath__"):
            raise TypeError(
                f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}")
        part = _text(part)
        if isinstance(part, bytes) != isinstance(result, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            result = part
        elif not result or result.endswith(slash):
            result += part
        else:
            result += slash + part
    return result


@passes_on
def split(p):
    p = _text(p)
    slash = _sep(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


@passes_on
def splitext(p):
    p = _text(p)
    dot_text = b"." if isinstance(p, bytes) else "."
    start = p.rfind(_sep(p)) + 1
    dot = p.rfind(dot_text)
    if dot > start and p[start:dot].strip(dot_text):
        return p[:dot], p[dot:]
    return p, p[:0]


@passes_on
def splitdrive(p):
    p = _text(p)
    return p[:0], p


@passes_on
def basename(p):
    return split(p)[1]


@passes_on
def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = {p.startswith("/") for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, part in enumerate(low):
        if i >= len(high) or part != high[i]:
            common = low[:i]
            break
    return ("/" if absolute == {True} else "") + "/".join(common)


@passes_on
def normpath(path):
    path = _text(path)
    if isinstance(path, bytes):
        return normpath(path.decode()).encode()
    if not path:
        return "."
    slashes = 0
    if path.startswith("/"):
        slashes = 2 if path.startswith("//") and not path.startswith("///") else 1
    kept = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not slashes and not kept) or (kept and kept[-1] == ".."):
            kept.append(part)
        elif kept:
            kept.pop()
    return "/" * slashes + "/".join(kept) or "."


@passes_on
def abspath(path):
    path = _text(path)
    if not isabs(path):
        path = join(_system.cwd(), path)
    return normpath(path)


@passes_on
def realpath(filename, *, strict=False):
    return _system.real_path(_text(filename))


@passes_on
def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    here = [p for p in abspath("." if start is None else start).split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = len(commonprefix([here, there]))
    return join(*([".."] * (len(here) - same) + there[same:])) if here != there else "."


@passes_on
def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        import os
        home = os.environ.get("HOME")
        if home:
            return (home.rstrip("/") or "/") + path[1:]
    return path


@passes_on
def expandvars(path):
    import os
    import re
    path = _text(path)

    def value(match):
        return os.environ.get(match[1] or match[2], match[0])

    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, path, flags=re.ASCII)


def exists(path):
    return _system.kind(_text(path)) is not None


lexists = exists


def isfile(path):
    return _system.kind(_text(path)) == "file"


def isdir(s):
    return _system.kind(_text(s)) == "folder"


def islink(path):
    return _system.is_link(_text(path))


def ismount(path):
    return _text(path) == "/"


def getsize(filename):
    return _system.stat(_text(filename), True)[6]


def getmtime(filename):
    return _system.stat(_text(filename), True)[8]


def getatime(filename):
    return _system.stat(_text(filename), True)[7]


def getctime(filename):
    return _system.stat(_text(filename), True)[9]


def samefile(f1, f2):
    return realpath(f1) == realpath(f2)
