"""Warnings on standard error, in Python's text."""
import sys

filters = []
onceregistry = {}
_shown = set()
defaultaction = "default"


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self.category.__name__, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = formatwarning(message, category, filename, lineno, line)
    (file or sys.stderr).write(text)


def _matches(item, text, category, module, lineno):
    action, message, kind, mod, line = item
    if message is not None:
        import re
        if not re.match(message, text, re.I):
            return False
    return issubclass(category, kind) and (mod is None or mod == module) and line in (0, lineno)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    try:
        frame = sys._getframe(max(stacklevel, 1))
        filename, lineno, module = frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get("__name__")
    except (ValueError, AttributeError):
        filename, lineno, module = "sys", 1, "sys"
    warn_explicit(message, category, filename, lineno, module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None,
                  source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    for item in filters:
        if _matches(item, text, category, module, lineno):
            action = item[0]
            break
    else:
        hidden = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
        action = "ignore" if issubclass(category, hidden) and not (
            category is DeprecationWarning and module == "__main__") else defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {"once": (text, category), "module": (text, category, module)}.get(
        action, (text, category, filename, lineno))
    if action != "always":
        if key in _shown:
            return
        _shown.add(key)
    if _record is not None:
        _record.append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


_record = None


def _check(action):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError("invalid action: %r" % (action,))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action)
    item = (action, message or None, category, module or None, lineno)
    filters.append(item) if append else filters.insert(0, item)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    item = (action, None, category, None, lineno)
    filters.append(item) if append else filters.insert(0, item)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record_wanted = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        global _record, _shown
        self._saved = (filters[:], _record, _shown)
        _shown = set()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record_wanted:
            _record = []
            return _record
        return None

    def __exit__(self, *details):
        global _record, _shown
        filters[:], _record, _shown = self._saved
