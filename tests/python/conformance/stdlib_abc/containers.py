from collections.abc import *
class Bag(Collection):
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return iter(self.items)
    def __contains__(self, x):
        return x in self.items
class Uniq(MutableSet):
    def __init__(self, items=()):
        self.d = dict.fromkeys(items)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
class Rev(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
def filled():
    r = Rev()
    r.extend([3, 1, 2])
    r.append(9)
    r.reverse()
    return r

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'len(Bag(1, 2)), 2 in Bag(1, 2), isinstance(Bag(), Sized), list(Uniq("aab")), sorted(Uniq("ab") | Uniq("bc")), sorted(Uniq("ab") & Uniq("bc")), sorted(Uniq("ab") - Uniq("b")), Uniq("ab") == Uniq("ba"), Uniq("a") <= Uniq("ab"), list(filled()), filled().pop(), filled().index(1), 9 in filled(), list(reversed(filled())), isinstance({}.keys(), KeysView), isinstance("", Sequence), isinstance(b"", ByteString), issubclass(list, MutableSequence), isinstance(iter([]), Iterator), isinstance(lambda: 0, Callable), isinstance(5, Iterable), issubclass(dict, MutableMapping), isinstance(range(2), Sequence), isinstance(frozenset(), Set), isinstance(set(), MutableSet)',
    'Collection()',
    'MutableSet()',
    'filled().remove(100)',
)
