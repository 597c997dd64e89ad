"""Lists that keep their position in a column."""


class OrderingList(list):
    pass


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    return OrderingList


def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1
