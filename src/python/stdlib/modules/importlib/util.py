"""Whether a module is there."""


def find_spec(name, package=None):
    import importlib
    try:
        module = importlib.import_module(name, package)
    except ImportError:
        return None
    return getattr(module, "__spec__", None) or module
