import copy
from dataclasses import dataclass, field
from collections import OrderedDict, defaultdict, deque, namedtuple, Counter
from enum import Enum
class E(Enum):
    A = 1
@dataclass
class D:
    items: list = field(default_factory=list)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self):
        self.a = [1]
class Tree:
    def __init__(self, parent=None):
        self.parent = parent
        self.kids = []
        if parent:
            parent.kids.append(self)
P = namedtuple("P", "x y")
root = Tree()
kid = Tree(root)
d = D([1, [2]])

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'copy.copy(d) == d, copy.copy(d).items is d.items, copy.deepcopy(d).items is d.items, copy.deepcopy(d), copy.copy(Slots()).a, copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(defaultdict(int, a=1)).default_factory, copy.deepcopy(deque([[1]], maxlen=3)), copy.deepcopy(P([1], 2)), copy.copy(Counter("aa")), copy.deepcopy(E.A) is E.A, (lambda t: t.kids[0].parent is t)(copy.deepcopy(root)), copy.deepcopy(root) is root, copy.deepcopy({"k": (1, [2])}), copy.copy([1, 2]) is not None, copy.deepcopy(frozenset([1])), copy.deepcopy(ValueError("x", 1)).args, copy.copy(range(3)), copy.deepcopy(bytearray(b"a")), copy.deepcopy(1j)',
)
