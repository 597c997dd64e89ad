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
    return _exceptions.format(error).splitlines(True)


def format_exception_only(exc, /, value=_given):
    error = exc if value is _given else value
    if error is None:
        return ["NoneType: None\n"]
    return [_exceptions.format_only(error)]


def format_exc(limit=None, chain=True):
    error = sys.exc_info()[1]
    return "NoneType: None\n" if error is None else "".join(format_exception(error))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc(limit, chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


def format_tb(tb, limit=None):
    return []


def print_tb(tb, limit=None, file=None):
    pass


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass


def extract_tb(tb, limit=None):
    return []


def extract_stack(f=None, limit=None):
    return []


def format_list(extracted_list):
    return []


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type
        self._value = exc_value

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._value))

    def format_exception_only(self):
        return iter(format_exception_only(self._value))

    def __str__(self):
        return str(self._value)
