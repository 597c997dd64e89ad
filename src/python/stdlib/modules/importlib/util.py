"""Whether a module is there."""


def find_spec(name, package=None):
    import importlib
    try:
        module = importlib.import_module(name, package)
    except ImportError:
        return None
    return getattr(module, "__spec__", None) or _Spec(module)


class _Spec:
    def __init__(self, module):
        self.name = module.__name__
        self.origin = getattr(module, "__file__", None)
        path = getattr(module, "__path__", None)
        self.submodule_search_locations = None if path is None else list(path)
        self.parent = self.name if path is not None else self.name.rpartition(".")[0]
        self.loader, self.has_location = None, self.origin is not None
