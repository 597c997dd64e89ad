"""Lists that keep their position in a column."""


def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1


class _Ordering:
    def __init__(self, attr, count_from, ordering_func, reorder_on_append):
        self.attr, self.reorder_on_append = attr, reorder_on_append
        if ordering_func is None:
            first = count_from or 0
            ordering_func = lambda index, collection: index + first
        self.position = ordering_func

    def place(self, members, added):
        """All of them anew; an appended one where it has no position, or where appending orders, too."""
        for at, member in enumerate(members):
            if added is not None and (member is not added or not self._may_be_placed(member)):
                continue
            position = self.position(at, members)
            if getattr(member, self.attr) != position:
                setattr(member, self.attr, position)

    def _may_be_placed(self, member):
        return self.reorder_on_append or getattr(member, self.attr) is None


class OrderingList(list):
    def __init__(self, ordering_attr=None, ordering_func=None, reorder_on_append=False):
        super().__init__()
        self._limbeck_ordering = _Ordering(ordering_attr, None, ordering_func, reorder_on_append)


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    def make():
        return OrderingList(attr, make._limbeck_ordering.position, reorder_on_append)

    make._limbeck_ordering = _Ordering(attr, count_from, ordering_func, reorder_on_append)
    return make
