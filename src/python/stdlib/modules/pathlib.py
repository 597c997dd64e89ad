"""Paths as objects; those that look at files see the project's only."""
import fnmatch
import os
import _system


class PurePath:
    """A path that is only a name."""

    __slots__ = ("_root", "_parts", "__weakref__")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        root, parts = "", []
        for arg in args:
            if _system.is_unresolved(arg):
                return arg
            if isinstance(arg, PurePath):
                text = arg.as_posix()
            else:
                text = os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError(
                        "argument should be a str object or an os.PathLike object returning str, "
                        f"not {type(arg)!r}")
            if text.startswith("/"):
                root = "//" if text.startswith("//") and not text.startswith("///") else "/"
                parts = []
            parts += [p for p in text.split("/") if p and p != "."]
        self._root, self._parts = root, parts
        return self

    def __init__(self, *args):
        pass

    def _make(self, root, parts):
        made = object.__new__(type(self))
        made._root, made._parts = root, list(parts)
        return made

    def __reduce__(self):
        return type(self), tuple(self.parts)

    def __str__(self):
        return self._root + "/".join(self._parts) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return "file://" + quote_from_bytes(bytes(self))

    def _key(self):
        return (self._root, tuple(self._parts))

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def _comparable(self, other):
        return isinstance(other, PurePath) and other._flavour == self._flavour

    def __hash__(self):
        return hash(self._key())

    def _order(self):
        return ([self._root] if self._root else []) + self._parts

    def __lt__(self, other):
        return self._order() < other._order() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if self._comparable(other) else NotImplemented

    # PureWindowsPath has drives, and names that are the same in any case.
    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    _separators = "/"
    _flavour = "posix"

    @staticmethod
    def _folded(text):
        return text

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._parts)

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        dot = self.name.rfind(".")
        return self.name[dot:] if 0 < dot < len(self.name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        dot = self.name.rfind(".")
        return self.name[:dot] if 0 < dot < len(self.name) - 1 else self.name

    @property
    def parent(self):
        return self._make(self._root, self._parts[:-1]) if self._parts else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or any(c in name for c in self._separators) or name == ".":
            raise ValueError("Invalid name %r" % (name))
        return self._make(self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if any(c in suffix for c in self._separators) or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix))
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return self._make(self._root, self._parts[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        own, wanted = self._key(), base._key()
        count = len(base._parts)
        # A drive without a root is a base as well: "c:\\x" has "\\x" below "c:".
        if own[0] == wanted[0] and own[1][:count] == wanted[1]:
            return self._make("", self._parts[count:])
        if base.drive and not base.root and not count and self.drive.lower() == base.drive.lower():
            return self._make(self.root, self._parts)
        raise ValueError(
            "{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.".format(
                str(self), str(base) if base.parts else ""))

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def match(self, path_pattern):
        pattern = type(self)(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        own, wanted = [self._folded(p) for p in self.parts], [self._folded(p) for p in pattern.parts]
        if pattern._root:
            if len(own) != len(wanted):
                return False
        elif len(wanted) > len(own):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(own), reversed(wanted)))

    def __class_getitem__(cls, item):
        return cls


class _Parents:
    def __init__(self, path):
        self._all = []
        while path._parts:
            path = path.parent
            self._all.append(path)
        self._kind = type(path).__name__

    def __len__(self):
        return len(self._all)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return tuple(self._all[at])
        if not -len(self._all) <= at < len(self._all):
            raise IndexError(at)
        return self._all[at]

    def __iter__(self):
        return iter(self._all)

    def __repr__(self):
        return f"<{self._kind}.parents>"


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    """The name of a file on Windows; `_root` is the anchor, drive and root together."""

    __slots__ = ()
    _separators = "\\/:"
    _flavour = "windows"

    def __new__(cls, *args):
        drive, root, parts = "", "", []
        for arg in args:
            text = str(arg) if isinstance(arg, PurePath) else os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str object or an os.PathLike object returning str, "
                    f"not {type(arg)!r}")
            new_drive, new_root, rest = cls._split_anchor(text.replace("/", "\\"))
            names = [p for p in rest.split("\\") if p and p != "."]
            if new_drive and new_drive.lower() != drive.lower():
                drive, root, parts = new_drive, new_root, names
            elif new_root:
                drive, root, parts = new_drive or drive, new_root, names
            else:
                drive, parts = drive or new_drive, parts + names
        self = object.__new__(cls)
        self._root, self._parts = drive + root, parts
        return self

    @staticmethod
    def _split_anchor(text):
        """(drive, root, the rest) of a name with backslashes only."""
        if text.startswith("\\\\") and not text.startswith("\\\\\\"):
            start = 8 if text[:8].upper() == "\\\\?\\UNC\\" else 2
            server = text.find("\\", start)
            if server > start:
                share = text.find("\\", server + 1)
                if share != server + 1:
                    end = len(text) if share < 0 else share
                    if server + 1 < end:
                        return text[:end], "\\", text[end:].lstrip("\\")
            elif start == 2 and server < 0:
                return "", "\\", text.lstrip("\\")
        prefix = text[:4] if text.startswith("\\\\?\\") else ""
        text = text[len(prefix):]
        drive = ""
        if text[1:2] == ":" and text[0].isascii() and text[0].isalpha():
            drive, text = text[:2], text[2:]
        rest = text.lstrip("\\")
        return prefix + drive, "\\" if rest != text else "", rest

    def __str__(self):
        return self._root + "\\".join(self._parts) or "."

    def as_posix(self):
        return str(self).replace("\\", "/")

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        drive, path = self.drive, self.as_posix()
        if drive[1:2] == ":":
            return "file:///" + drive + quote_from_bytes(path[2:].encode())
        return "file:" + quote_from_bytes(path.encode())

    @staticmethod
    def _folded(text):
        return text.lower()

    def _key(self):
        return (self._root.lower(), tuple([p.lower() for p in self._parts]))

    def _order(self):
        return [p.lower() for p in self.parts]

    @property
    def drive(self):
        return self._root[:-1] if self._root.endswith("\\") else self._root

    @property
    def root(self):
        return "\\" if self._root.endswith("\\") else ""

    def is_absolute(self):
        return bool(self.drive and self.root)

    def is_reserved(self):
        if not self._parts or self._root.startswith("\\\\"):
            return False
        name = self._parts[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper()
        numbered = name[:3] in ("COM", "LPT") and len(name) == 4 and name[3] in "123456789\xb9\xb2\xb3"
        return numbered or name in ("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$")


def _refused(name):
    def refuse(self, *args, **kwargs):
        _system.refuse(f"Path.{name}()")

    refuse.__name__ = name
    return refuse


class Path(PurePath):
    """A path in the file system."""

    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return type(self)(os.path.realpath(self))

    def expanduser(self):
        if not self._root and self._parts and self._parts[0] == "~":
            home = os.path.expanduser("~")
            if home == "~":
                raise RuntimeError("Could not determine home directory.")
            return type(self)(home, *self._parts[1:])
        return self

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return os.path.islink(self)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def iterdir(self):
        for name in os.listdir(self):
            yield self._make(self._root, self._parts + [name])

    def _glob(self, parts):
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            seen = set()
            for folder in self._folders():
                for found in folder._glob(rest):
                    if found not in seen:
                        seen.add(found)
                        yield found
            return
        if not any(c in part for c in "*?["):
            child = self / part
            if child.exists():
                yield from child._glob(rest)
            return
        for name in os.listdir(self):
            if fnmatch.fnmatchcase(name, part):
                child = self / name
                if not rest or _system.kind(str(child), True) == "folder":
                    yield from child._glob(rest)

    def _folders(self):
        yield self
        for name in os.listdir(self):
            child = self / name
            if not child.is_symlink() and child.is_dir():
                yield from child._folders()

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._glob([p for p in pattern.split("/") if p and p != "."])

    def rglob(self, pattern):
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._glob(["**"] + [p for p in pattern.split("/") if p and p != "."])

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        os._make_folder(str(self), exist_ok, "Path.mkdir()")

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        import io
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        return _system.read_file(str(self))


for _name in (
    "write_text", "write_bytes", "touch", "rmdir", "unlink", "rename", "replace", "symlink_to",
    "hardlink_to", "link_to", "chmod", "lchmod", "owner", "group", "readlink",
):
    setattr(Path, _name, _refused(_name))
del _name


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path):
    __slots__ = ()

    def __new__(cls, *args):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
