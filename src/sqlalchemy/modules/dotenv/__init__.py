"""Files of environment variables: .env."""
import os
import re
import sys
from collections import OrderedDict

_key = re.compile(r"\s*(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=\#\s]+))[^\S\r\n]*(=[^\S\r\n]*)?")
_values = {
    "'": re.compile(r"'((?:\\'|[^'])*)'"),
    '"': re.compile(r'"((?:\\"|[^"])*)"'),
    "": re.compile(r"([^\r\n]*)"),
}
_end = re.compile(r"(?:[^\S\r\n]*\#[^\r\n]*)?[^\S\r\n]*(?:\r\n|\n|\r|$)")
_nothing = re.compile(r"\s*(?:\#[^\r\n]*(?:\r\n|\n|\r|$))?")
_rest_of_line = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?")
_variable = re.compile(r"\$\{([^\}:]*)(?::-([^\}]*))?\}")
_escapes = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def _unescaped(quote, text):
    if quote == "'":
        return re.sub(r"\\([\\'])", r"\1", text)
    if quote == '"':
        return re.sub(r"\\([\\'\"abfnrtv])", lambda one: _escapes.get(one[1], one[1]), text)
    return re.sub(r"\s+#.*", "", text).rstrip()


def _bindings(text):
    """(key, value) of each line that is one; others are passed over, as the package does with a warning."""
    at = 0
    while at < len(text):
        skipped = _nothing.match(text, at)
        if skipped.end() > at:
            at = skipped.end()
            continue
        key, value, end = _key.match(text, at), None, None
        if key is not None:
            at = key.end()
            if key[3] is not None:
                quote = text[at : at + 1] if text[at : at + 1] in ("'", '"') else ""
                found = _values[quote].match(text, at)
                if found is not None:
                    value, at = _unescaped(quote, found[1]), found.end()
            if key[3] is None or found is not None:
                end = _end.match(text, at)
        if end is None:
            at = _rest_of_line.match(text, at).end()
            continue
        at = end.end()
        yield key[1] or key[2], value


def _interpolated(bindings, override):
    values = OrderedDict()
    for key, value in bindings:
        if value is not None:
            first, second = (os.environ, values) if not override else (values, os.environ)

            def replace(match):
                name, default = match[1], match[2] or ""
                found = first[name] if name in first else second.get(name, default)
                return "" if found is None else found

            value = _variable.sub(replace, value)
        values[key] = value
    return values


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    folder = os.getcwd()
    if not usecwd:
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename == "<dotenv>":
            frame = frame.f_back
        if frame is not None:
            folder = os.path.dirname(os.path.abspath(frame.f_code.co_filename))
    while True:
        path = os.path.join(folder, filename)
        try:
            if os.path.isfile(path):
                return path
        except PermissionError:  # no longer the project's
            break
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if raise_error_if_not_found:
        raise OSError("File not found")
    return ""


def _read(path, stream, encoding):
    if path is None and stream is not None:
        return stream.read()
    if not path or not os.path.isfile(path):
        return ""
    with open(path, encoding=encoding) as file:
        return file.read()


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    bindings = _bindings(_read(dotenv_path, stream, encoding))
    return _interpolated(bindings, True) if interpolate else OrderedDict(bindings)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    if dotenv_path is None and stream is None:
        dotenv_path = find_dotenv()
    bindings = _bindings(_read(dotenv_path, stream, encoding))
    values = _interpolated(bindings, override) if interpolate else OrderedDict(bindings)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)
