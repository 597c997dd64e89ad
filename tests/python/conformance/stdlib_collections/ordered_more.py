from collections import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'OrderedDict(a=1)["a"], OrderedDict([("a", 1)]) | {"b": 2}, list(OrderedDict(b=1, a=2).items()), OrderedDict(a=1, b=2) == OrderedDict(a=1, b=2), (lambda d: [d.move_to_end("a"), list(d)])(OrderedDict(a=1, b=2)), (lambda d: [d.popitem(), d.popitem(last=False), d])(OrderedDict(a=1, b=2, c=3)), OrderedDict.fromkeys("xy"), list(reversed(OrderedDict(a=1, b=2))), OrderedDict(a=1).copy(), dict(OrderedDict(z=1, y=2)), OrderedDict({"k": [1]}), OrderedDict() == {}, defaultdict(int, {"a": 1})["b"], defaultdict(list).setdefault("x", [1]), sorted(defaultdict(set, a={1}).items()), defaultdict(lambda: 7)["q"]',
)
