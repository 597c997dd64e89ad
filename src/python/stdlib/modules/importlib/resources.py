"""Files beside a package's modules."""
import os
import sys
from contextlib import contextmanager


def files(package=None):
    from pathlib import Path
    if isinstance(package, str):
        import importlib
        package = importlib.import_module(package)
    file = getattr(package, "__file__", None)
    if not file:
        raise TypeError(f"{package!r} is not a package")
    return Path(os.path.dirname(file))


def _path(package, resource):
    return files(package) / resource


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return _path(package, resource).read_text(encoding, errors)


def read_binary(package, resource):
    return _path(package, resource).read_bytes()


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return _path(package, resource).open("r", encoding=encoding, errors=errors)


def open_binary(package, resource):
    return _path(package, resource).open("rb")


def is_resource(package, name):
    return _path(package, name).is_file()


def contents(package):
    return os.listdir(files(package))


@contextmanager
def as_file(path):
    yield path


@contextmanager
def path(package, resource):
    yield _path(package, resource)
