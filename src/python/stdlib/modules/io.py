"""Streams in memory, and files of the project opened for reading."""
import _system

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


class IOBase:
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class _Memory(IOBase):
    """What StringIO and BytesIO share: text or bytes, and a position in it."""

    _universal = False  # whether \r and \r\n end a line, too

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" + ("." if isinstance(self, BytesIO) else ""))

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check()
        return self._whole()

    def _whole(self):
        if self._pending:
            self._value = self._value + self._empty.join(self._pending)
            self._pending = []
        return self._value

    def _append_or_replace(self, data):
        # Writing at the end is what nearly all writing is: it is gathered, and joined when looked at.
        if self._pending or self._at == len(self._value):
            self._pending.append(data)
            self._at += len(data)
            return
        value = self._whole()
        if self._at > len(value):
            value += self._zero * (self._at - len(value))
        self._value = value[:self._at] + data + value[self._at + len(data):]
        self._at += len(data)

    def read(self, size=-1, /):
        self._check()
        value = self._whole()
        end = len(value) if size is None or size < 0 else self._at + size
        part = value[self._at:end]
        self._at = max(self._at, min(end, len(value)))
        return part

    def readline(self, size=-1, /):
        self._check()
        value = self._whole()
        at = value.find(self._newline, self._at)
        end = len(value) if at < 0 else at + len(self._newline)
        if self._universal:
            at = value.find("\r", self._at, end)
            if at >= 0:
                end = at + (2 if value.startswith("\r\n", at) else 1)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        part = value[self._at:end]
        self._at += len(part)
        return part

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError("Negative size value %d" % size)
        self._value = self._whole()[:size]
        return size


class StringIO(_Memory, TextIOBase):
    line_buffering = False
    _empty, _newline, _zero = "", "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._translate = newline is None
        self._universal = newline == ""
        if newline in ("\r", "\r\n"):
            self._newline = newline
        self._value = self._translated(initial_value or "")
        self._pending = []
        self._at = 0

    def _translated(self, text):
        if self._translate:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return text if self._newline == "\n" else text.replace("\n", self._newline)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        self._append_or_replace(self._translated(s))
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError("Negative seek position %d" % pos)
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        # What was written before is joined first: it ends where it ended, wherever writing goes on.
        size = len(self._whole())
        self._at = pos if whence == 0 else self._at if whence == 1 else size
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    _empty, _newline, _zero = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._value = bytes(initial_bytes or b"")
        self._pending = []
        self._at = 0

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        self._append_or_replace(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check()
        size = len(self._whole())
        base = 0 if whence == 0 else self._at if whence == 1 else size
        if whence == 0 and pos < 0:
            raise ValueError("negative seek value %d" % pos)
        self._at = max(0, base + pos)
        return self._at

    def getbuffer(self):
        return self.getvalue()

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)


class _ReadOnly:
    def writable(self):
        return False

    def write(self, data, /):
        self._check()
        raise UnsupportedOperation("not writable" if isinstance(self, TextIOBase) else "write")

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")


class TextIOWrapper(_ReadOnly, StringIO):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        self.name = getattr(buffer, "name", None)
        self.mode = "r"
        text = buffer.read().decode(encoding or "utf-8", errors or "strict")
        StringIO.__init__(self, "")
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._value = text

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class BufferedReader(_ReadOnly, BytesIO):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        BytesIO.__init__(self, raw.read() if hasattr(raw, "read") else raw)
        self.name = getattr(raw, "name", None)
        self.mode = "rb"

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name!r}>"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import os
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = set(mode)
    if kinds - set("rwaxbt+") or len(mode) > len(kinds):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in kinds and "t" in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("rwax")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in kinds and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if kinds == {"w"} or kinds == {"w", "t"}:
        given = _system.open_for_writing(os.fspath(file)) if not isinstance(file, int) else None
        if given is not None:
            return given
    if kinds & set("wax+"):
        _system.refuse(f"opening {os.fspath(file)!r} for writing" if not isinstance(file, int) else "opening a file for writing")
    if isinstance(file, int):
        _system.refuse("opening a file by its descriptor")
    name = os.fspath(file)
    raw = BytesIO(_system.read_file(os.fsdecode(name)))
    raw.name = name
    if "b" in kinds:
        return BufferedReader(raw)
    made = TextIOWrapper(raw, encoding, errors, newline)
    made.mode = mode
    return made


def text_encoding(encoding, stacklevel=2, /):
    return encoding or "locale"
