"""Where env.py and plugins register what the making of revisions from models would ask. limbeck makes none."""


class _Registry:
    def __init__(self):
        self.registered = []

    def dispatch_for(self, target, *, qualifier="default", **options):
        def register(function):
            self.registered.append((target, qualifier, function))
            return function

        return register


comparators = _Registry()
renderers = _Registry()
