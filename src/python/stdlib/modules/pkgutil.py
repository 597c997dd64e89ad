"""The modules that packages hold."""
from _system import is_unresolved
from collections import namedtuple
import _system
import importlib
import os
import sys

__all__ = ["ModuleInfo", "extend_path", "get_data", "iter_modules", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


class _Folder:
    """Where modules were found."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"FileFinder({self.path!r})"

    def modules(self):
        try:
            names = sorted(os.listdir(self.path))
        except OSError:
            return
        for name in names:
            module, extension = os.path.splitext(name)
            if extension == ".py":
                if module != "__init__" and "." not in module:
                    yield module, False
            elif "." not in name and os.path.isfile(os.path.join(self.path, name, "__init__.py")):
                yield name, True


def iter_modules(path=None, prefix=""):
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    found = set()
    for folder in map(_Folder, sys.path if path is None else path):
        for name, is_package in folder.modules():
            if name not in found:
                found.add(name)
                yield ModuleInfo(folder, prefix + name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
            continue
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
            continue
        folders = getattr(sys.modules.get(info.name), "__path__", [])
        if is_unresolved(folders):
            folders = [os.path.join(info.module_finder.path, info.name[len(prefix):])]
        yield from walk_packages(list(folders), info.name + ".", onerror)


class _Spread(list):
    """A package's folders, of which limbeck may not know all: what they lack is unresolved, not missing."""


def extend_path(path, name):
    if not isinstance(path, list):
        return path
    parent, _, last = name.rpartition(".")
    search = sys.path if not parent else getattr(sys.modules.get(parent), "__path__", [])
    spread = _Spread(path)
    for folder in search:
        folder = os.path.join(folder, last)
        if _system.kind(os.path.join(folder, "__init__.py"), True) == "file" and folder not in spread:
            spread.append(folder)
    return spread


def get_data(package, resource):
    file = getattr(importlib.import_module(package), "__file__", None)
    if file is None:
        return None
    with open(os.path.join(os.path.dirname(file), *resource.split("/")), "rb") as opened:
        return opened.read()


def resolve_name(name):
    module, colon, rest = name.partition(":")
    if colon:
        found = importlib.import_module(module)
    else:
        module, *names = name.split(".")
        found = importlib.import_module(module)
        while names:
            try:
                found = importlib.import_module(f"{module}.{names[0]}")
            except ImportError:
                break
            module = f"{module}.{names.pop(0)}"
        rest = ".".join(names)
    for part in filter(None, rest.split(".")):
        found = getattr(found, part)
    return found
