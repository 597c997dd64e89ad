"""Imports by name."""
import sys


def import_module(name, package=None):
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(
                f"the 'package' argument is required to perform a relative import for {name!r}")
        while name[level:level + 1] == ".":
            level += 1
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        base = ".".join(parts[:len(parts) - level + 1])
        name = base + "." + name[level:] if name[level:] else base
    if not name:
        raise ValueError("Empty module name")
    __import__(name)
    # What lies below a module that nobody could resolve is registered nowhere.
    return sys.modules[name] if name in sys.modules else __import__(name, fromlist=("*",))


def invalidate_caches():
    pass


def reload(module):
    return module
