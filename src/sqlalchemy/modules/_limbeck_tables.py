"""The tables of a MetaData of which some may be missing; the constraints or indexes of a table."""


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


class TableItems(set):
    """Who takes one out takes it out of the table, and who puts one in puts it there."""

    def __init__(self, table, items, take, put):
        set.__init__(self, items)
        self._table, self._take, self._put = table, take, put

    def add(self, item):
        if item not in self:
            set.add(self, item)
            self._put(self._table, item)

    def discard(self, item):
        if item in self:
            set.discard(self, item)
            self._take(self._table, item)

    def remove(self, item):
        set.remove(self, item)
        self._take(self._table, item)

    def pop(self):
        item = set.pop(self)
        self._take(self._table, item)
        return item

    def clear(self):
        self.difference_update(list(self))

    def update(self, *others):
        for item in set().union(*others):
            self.add(item)

    def difference_update(self, *others):
        for item in set().union(*others):
            self.discard(item)

    def intersection_update(self, *others):
        self.difference_update(self - self.intersection(*others))

    def symmetric_difference_update(self, other):
        both = self.intersection(other)
        self.update(other)
        self.difference_update(both)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self
