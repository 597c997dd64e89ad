"""Exceptions as text."""
import sys
import _exceptions


def _value(exc, value):
    if isinstance(exc, BaseException):
        return exc
    if isinstance(value, BaseException):
        return value
    return None if value is None else value


_given = object()


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    error = exc if value is _given else value
    if error is None:
        return ["NoneType: None\n"]
    trace = error.__traceback__ if tb is _given else tb
    if not (limit is None and trace is not None):
        head = ["Traceback (most recent call last):\n"] + format_tb(trace, limit) if trace is not None else []
        return head + format_exception_only(error)
    if chain and (error.__cause__ or error.__context__ and not error.__suppress_context__) or hasattr(error, "exceptions"):
        return _exceptions.format(error).splitlines(True)
    return ["Traceback (most recent call last):\n"] + format_tb(trace) + format_exception_only(error)


def format_exception_only(exc, /, value=_given):
    error = exc if value is _given else value
    if error is None:
        return ["NoneType: None\n"]
    return [_exceptions.format_only(error)]


def format_exc(limit=None, chain=True):
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else "".join(format_exception(error, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc(limit, chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


class FrameSummary:
    """One line of a traceback or of a stack."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self.line = line.strip() if line is not None else ""
        self._text = None

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    @classmethod
    def from_list(cls, a_list):
        made = cls()
        for frame in a_list:
            made.append(frame if isinstance(frame, FrameSummary) else FrameSummary(*frame[:3], line=frame[3]))
        return made

    def format_frame_summary(self, frame):
        if frame._text is not None:
            return frame._text
        text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        return text + f"    {frame.line}\n" if frame.line else text

    def format(self):
        return [self.format_frame_summary(frame) for frame in self]


def _limited(frames, limit):
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


def extract_tb(tb, limit=None):
    frames = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        text = tb._text
        lines = text.split("\n")
        frame = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, line=lines[1] if len(lines) > 1 else "")
        frame._text = text
        frames.append(frame)
        tb = tb.tb_next
    return StackSummary(_limited(frames, limit))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_stack(f=None, limit=None):
    frame = sys._getframe(1) if f is None else f
    while f is None and frame.f_code.co_filename == "<traceback>":
        frame = frame.f_back
    frames = []
    while frame is not None:
        code = frame.f_code
        frames.append(FrameSummary(code.co_filename, frame.f_lineno, code.co_name, line=frame._line))
        frame = frame.f_back
    frames.reverse()
    return StackSummary(_limited(frames, None if limit is None else -limit))


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    (file or sys.stderr).write("".join(format_stack(f, limit)))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    (file or sys.stderr).write("".join(format_list(extracted_list)))


def clear_frames(tb):
    pass


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type
        self._value = exc_value
        self.stack = extract_tb(exc_traceback)
        self.__cause__ = exc_value.__cause__
        self.__context__ = exc_value.__context__
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._value))

    def format_exception_only(self):
        return iter(format_exception_only(self._value))

    def __str__(self):
        return str(self._value)
