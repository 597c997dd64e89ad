"""The tables of a MetaData of which some may be missing."""


class KnownTables(dict):
    """Those that are there can be had by name; who goes through them would leave the others out unknowingly."""

    def __init__(self, tables, refuse):
        dict.__init__(self, tables)
        self._refuse = refuse

    def __missing__(self, key):
        self._refuse()

    def __contains__(self, key):
        return dict.__contains__(self, key) or self._refuse()

    def get(self, key, default=None):
        return self[key]

    def _gone_through(self, *arguments):
        self._refuse()

    __iter__ = __len__ = __bool__ = __eq__ = __repr__ = __reversed__ = _gone_through
    keys = values = items = copy = _gone_through
