"""The operating system, as far as scripts may see it."""
import _system
import sys
from os import path
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_follow_symlinks = set()
error = OSError


class _Environ:
    """The environment: what a script sets in it, scripts alone see."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        self._check(key)
        try:
            return self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._check(key)
        self._check(value)
        self._data[key] = value

    def __delitem__(self, key):
        self._check(key)
        try:
            del self._data[key]
        except KeyError:
            raise KeyError(key) from None

    @staticmethod
    def _check(value):
        if not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value).__name__)

    def __contains__(self, key):
        return key in self._data

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ({%s})" % ", ".join(f"{k!r}: {v!r}" for k, v in self._data.items())

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, _Environ) else other)

    def __or__(self, other):
        return {**self._data, **dict(other)}

    def get(self, key, default=None):
        return self._data.get(key, default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def setdefault(self, key, value):
        if key not in self._data:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        return self._data.pop(key, *default)

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def copy(self):
        return dict(self._data)

    def clear(self):
        self._data.clear()


environ = _Environ(_system.environment())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return _system.cwd()


def getcwdb():
    return _system.cwd().encode()


def getpid():
    return _system.pid()


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(
        f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def _text(given):
    return fsdecode(given)


class PathLike:
    """What has __fspath__."""

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def listdir(path="."):
    return _system.list(_text(path))


class stat_result(tuple):
    """What stat() gives."""

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self[7])
    st_mtime = property(lambda self: self[8])
    st_ctime = property(lambda self: self[9])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_system.stat(_text(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(_system.stat(_text(path), False))


def access(path, mode, **kwargs):
    return not mode & W_OK and _system.kind(_text(path)) is not None


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_file(self, *, follow_symlinks=True):
        return _system.kind(self.path) == "file"

    def is_dir(self, *, follow_symlinks=True):
        return _system.kind(self.path) == "folder"

    def is_symlink(self):
        return _system.is_link(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    folder = _text(path)
    return _Scan([DirEntry(folder, name) for name in _system.list(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _text(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [n for n in names if _system.kind(path.join(top, n), True) == "folder"]
    files = [n for n in names if n not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def urandom(size, /):
    import _random
    return _random.urandom(size)


def cpu_count():
    return 1


def getlogin():
    return environ.get("USER", "")


def get_terminal_size(fd=1):
    return (80, 24)


def strerror(code, /):
    return str(OSError(code, "")).partition("]")[2]


def _refused(name):
    def refuse(*args, **kwargs):
        _system.refuse(f"os.{name}()")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in (
    "remove", "unlink", "rmdir", "removedirs", "rename", "renames", "replace", "link",
    "symlink", "chmod", "chown", "lchown", "truncate", "utime", "mkfifo", "mknod", "system", "popen", "fork",
    "forkpty", "execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe", "spawnl",
    "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe", "posix_spawn",
    "posix_spawnp", "kill", "killpg", "abort", "_exit", "open", "write", "read", "close", "dup", "dup2", "pipe", "chdir",
    "fchdir", "chroot", "umask", "setuid", "setgid", "setsid", "nice", "wait", "waitpid", "startfile", "putenvb",
    "sendfile", "fdopen", "openpty", "setxattr", "removexattr", "readlink", "statvfs", "sync", "fsync",
):
    globals()[_name] = _refused(_name)
del _name


def _make_folder(name, exist_ok, function):
    # What is there already need not be made.
    if not path.isdir(name):
        _system.refuse(function)
    if not exist_ok:
        raise FileExistsError(17, "File exists", name)


def mkdir(path, mode=0o777, *, dir_fd=None):
    _make_folder(path, False, "os.mkdir()")


def makedirs(name, mode=0o777, exist_ok=False):
    _make_folder(name, exist_ok, "os.makedirs()")
