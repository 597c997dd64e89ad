import inspect
from typing import Optional
def a(x, y=1, *args, z, w=2, **k): pass
def b(p: int, q: "str" = "d") -> Optional[int]: pass
def c(a, /, b, *, c): pass
class K:
    def __init__(self, one, two=2): pass
    def m(self): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(y): pass

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'str(inspect.signature(a)), str(inspect.signature(b)), str(inspect.signature(c)), str(inspect.signature(K)), str(inspect.signature(K.m)), str(inspect.signature(K.cm)), str(inspect.signature(K.sm)), str(inspect.signature(lambda: 0)), [p.kind.name for p in inspect.signature(a).parameters.values()], inspect.signature(b).return_annotation, inspect.signature(a).parameters["y"].default, inspect.signature(a).parameters["x"].default is inspect.Parameter.empty, "w" in inspect.signature(a).parameters, [n for n, _ in inspect.getmembers(K, inspect.isfunction)]',
    'inspect.signature(5)',
)
