"""Plugins: a module whose setup() registers operations, and comparisons that only autogenerate would ask."""
from alembic.autogenerate import _Registry

_all_plugins = {}


class Plugin:
    def __init__(self, name):
        if name in _all_plugins:
            raise ValueError(f"A plugin named {name} is already registered")
        self.name = name
        self.autogenerate_comparators = _Registry()
        _all_plugins[name] = self

    def remove(self):
        del _all_plugins[self.name]

    def add_autogenerate_comparator(
        self, fn, compare_target, compare_element=None, *, qualifier="default", priority=None
    ):
        self.autogenerate_comparators.dispatch_for(compare_target, qualifier=qualifier)(fn)

    @classmethod
    def setup_plugin_from_module(cls, module, name):
        module.setup(cls(name))
